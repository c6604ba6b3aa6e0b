/** The ledger itself: what it reports of a server that lost or changed commands. */
import { expect, it } from 'vitest';
import type { Event } from '../../../shared/exercise/events.ts';
import type { CommandAnswer } from '../../../shared/protocol/messages.ts';
import { type KeptLog, Ledger } from './ledger.ts';

const DONE: CommandAnswer = { ok: true };
const STORED = { ok: true, events: 1 } as const;
const REFUSED: CommandAnswer = { ok: false, rejection: { code: 'paused' } };

/** Two acknowledged commands, and the log of a correct server. */
async function twoActs(answers: readonly CommandAnswer[] = [DONE, DONE]) {
  const ledger = new Ledger();
  const left = [...answers];
  const from = { by: 's1', exercise: 'one', via: { command: () => Promise.resolve(left.shift() ?? DONE) } };
  for (const id of ['a', 'b']) await ledger.send(from, { type: 'raise-hand', text: ledger.mark() }, id);
  const row = (id: string, seq: number) => ({ exercise: 'one', by: 's1', id, seq, answer: STORED });
  const event = (seq: number) => ({ seq }) as Event;
  const log: KeptLog = {
    events: new Map([['one', [event(1), event(2)]]]),
    commands: [row('a', 1), row('b', 2)],
    texts: new Map([['one', ledger.entries.map(({ body }) => ('text' in body ? String(body.text) : ''))]]),
    integrity: 'ok',
  };
  return { ledger, log, row, event };
}

it('the ledger reports nothing if the server kept all acknowledged commands', async () => {
  const { ledger, log } = await twoActs();
  expect(ledger.against(log)).toEqual({ acknowledged: 2, missing: [], twice: [], altered: [] });
});

it('the ledger reports an acknowledged command that is not stored, or without its events', async () => {
  const { ledger, log, event } = await twoActs();
  expect(ledger.against({ ...log, commands: log.commands.slice(1) }).missing).toHaveLength(1);
  expect(ledger.against({ ...log, events: new Map([['one', [event(1)]]]) }).missing).toHaveLength(1);
  expect(ledger.against({ ...log, events: new Map([['two', [event(1), event(2)]]]) }).missing).toHaveLength(2);
});

it('the ledger reports duplicates: a row, a text, an event of two commands, a number', async () => {
  const { ledger, log, row, event } = await twoActs();
  const { texts } = log;
  const again = (more: Partial<KeptLog>) => ledger.against({ ...log, ...more }).twice.length;
  expect(again({ commands: [...log.commands, row('a', 3)], events: new Map() })).toBe(1);
  expect(again({ texts: new Map([['one', [...(texts.get('one') ?? []), texts.get('one')?.[0] ?? '']]]) })).toBe(1);
  expect(again({ commands: [row('a', 1), row('b', 1)] })).toBe(1);
  expect(again({ events: new Map([['one', [event(1), event(2), event(2)]]]) })).toBe(1);
});

it('the ledger reports an answer that differs between requests, or from the stored one', async () => {
  const { ledger, log, row } = await twoActs([DONE, DONE, REFUSED]);
  const [first] = ledger.entries;
  if (first) await ledger.resend(first);
  expect(ledger.against(log).altered).toHaveLength(1);
  const other = { ...row('b', 2), answer: REFUSED };
  expect(ledger.against({ ...log, commands: [row('a', 1), other] }).altered).toHaveLength(2);
});
