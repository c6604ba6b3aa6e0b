/**
 * Case 38 on the core: every id in the authors' commands is replaced by another one: of another desk, not created yet,
 * never created, of another kind, or the name of a built-in field. It is accepted only if the desk may name it.
 */
import { describe, expect, it } from 'vitest';
import { AnyCommand, type TraineeCommand } from '../../../shared/vocabulary/commands.ts';
import { decide } from '../../../shared/exercise/exercise.ts';
import { caseIds } from '../../support/case-files.ts';
import { figure, push, seeded } from '../support/scale.ts';
import { longestPlay, open, replay } from './moments.ts';
import { forged } from './rights.ts';

/** Fields that hold ids, with the records of the case and of the class that define them. */
const ID_FIELDS = [
  'item',
  'items',
  'with',
  'person',
  'place',
  'to',
  'interview',
  'question',
  'referral',
  'service',
  'request',
  'consent',
  'conference',
  'action',
  'decision',
  'operation',
  'charge',
  'interpreter',
  'support',
  'guardian',
  'act',
  'means',
  'purposeItems',
] as const;
const BUILT_IN = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];
const NOWHERE = ['no-such-thing', 'police-interview-99', 's1', 'x'.repeat(80), '../../etc', '0'];
/** Fields that may name several kinds of receivers, so there is no general rule. */
const OPEN_FIELDS = new Set(['to', 'with']);

describe.each(caseIds())('in the case %s', (id) => {
  it('a forged id is rejected in every field, and changes nothing', () => {
    const played = longestPlay(id);
    const { compiled, commands } = played;
    const { scenario } = compiled;
    const chance = seeded(`forged ids of ${id}`);
    const session = open(played);
    const wrong: string[] = [];
    let tried = 0;
    // A quarter of a long play on push; a short one has too few commands to leave any out.
    const share = commands.length < 60 ? 1 : push(0.25).long(1);
    for (const command of commands) {
      const { from, body } = command;
      if ('seat' in from && chance.next() < share) {
        const role = session.exercise.world.seats[from.seat]?.role ?? '';
        const claim = { compiled, world: session.exercise.world, role };
        const others = [
          ...[scenario.items, scenario.people, scenario.places, scenario.services].map((one) =>
            chance.pick(Object.keys(one)),
          ),
          ...Object.keys(session.exercise.world.interviews).slice(-2),
          ...Object.keys(session.exercise.world.referrals).slice(-2),
          ...Object.keys(session.exercise.world.consents).slice(-2),
          ...Object.keys(session.exercise.world.requests).slice(-2),
          ...Object.keys(scenario.decisions).slice(-1),
          ...Object.keys(scenario.operations).slice(-1),
        ];
        const kept = session.exercise;
        for (const field of ID_FIELDS) {
          if (!(field in body)) continue;
          for (const other of [...BUILT_IN, ...NOWHERE, ...others]) {
            const value = (body as unknown as Record<string, unknown>)[field];
            const changed = { ...body, [field]: Array.isArray(value) ? [other] : other } as TraineeCommand;
            if (JSON.stringify(changed) === JSON.stringify(body)) continue;
            tried += 1;
            // The server parses every command by its schema before the core gets it.
            if (!AnyCommand.safeParse(changed).success) continue;
            const decision = decide(compiled, session.exercise, { from, at: session.now, body: changed });
            const isNonsense = BUILT_IN.includes(other) || NOWHERE.includes(other);
            const mustFail = isNonsense || (!OPEN_FIELDS.has(field) && forged(claim, changed) !== undefined);
            if (mustFail && 'events' in decision) wrong.push(`${role}: ${JSON.stringify(changed)}`);
          }
        }
        expect(session.exercise).toBe(kept);
      }
      replay(session, command);
    }
    figure(`${id}: forged commands`, tried);
    expect(tried).toBeGreaterThan(100);
    expect(wrong.slice(0, 20)).toEqual([]);
  });
});

it('the name of a built-in field is rejected by the schema', () => {
  for (const name of [...BUILT_IN, 'isPrototypeOf', '__defineGetter__'])
    for (const body of [
      { type: 'travel', place: name },
      { type: 'ask', interview: name, question: 'x' },
      {
        type: 'share-item',
        item: 'x',
        parts: [name],
        to: 'police',
        purpose: 'protection',
        basis: 'none',
        channel: 'phone',
      },
      { type: 'seat', seat: name, role: 'police' },
    ])
      expect(AnyCommand.safeParse(body).success, JSON.stringify(body)).toBe(false);
});
