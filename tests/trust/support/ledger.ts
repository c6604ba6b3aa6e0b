/**
 * Compares the answers that clients got with the content of the disk. Every command is sent through a ledger, which
 * records its id before it is sent and its answer when it comes; after the run it is compared with the log.
 *
 *   const ledger = new Ledger();
 *   await ledger.send({ by: police.seat, exercise, via: police.client }, { type: 'raise-hand', text: ledger.mark() });
 *   for (const lost of ledger.unanswered()) await ledger.resend(lost);
 *   expect(ledger.against(readKept(dataFolder))).toMatchObject({ missing: [], twice: [], altered: [] });
 */
import { randomBytes } from 'node:crypto';
import type { AnyCommand } from '../../../shared/vocabulary/commands.ts';
import type { CommandAnswer } from '../../../shared/protocol/messages.ts';
import type { KeptLog } from './kept-log.ts';

export { type KeptLog, readKept } from './kept-log.ts';

/** A sender of commands, such as `TestClient`. */
export interface Carrier {
  command(body: AnyCommand, id?: string): Promise<CommandAnswer>;
}

export interface Sender {
  /** The seat, or `trainer`. */
  by: string;
  exercise: string;
  via: Carrier;
}

export interface Entry {
  readonly from: Sender;
  readonly id: string;
  readonly body: AnyCommand;
  /** All answers in order; a repeated command may have several. */
  readonly answers: CommandAnswer[];
  /** The reason of each missing answer. */
  readonly failures: unknown[];
}

/** All lists are empty for a correct server. Each line names the command. */
export interface Comparison {
  acknowledged: number;
  /** Acknowledged, but not in the log (or without its events). */
  missing: string[];
  /** One command, two effects. */
  twice: string[];
  /** Answered differently when repeated, or differently from the log. */
  altered: string[];
}

export class Ledger {
  readonly entries: Entry[] = [];
  #marks = 0;

  /** A text that no other command of this ledger has, so that its effect can be counted. */
  mark(): string {
    this.#marks += 1;
    return `mark ${this.#marks} ${randomBytes(6).toString('hex')}`;
  }

  /** Sends a new command. Returns undefined if no answer came; the entry has the reason. */
  send(from: Sender, body: AnyCommand, id = randomBytes(16).toString('hex')): Promise<CommandAnswer | undefined> {
    const entry: Entry = { from, id, body, answers: [], failures: [] };
    this.entries.push(entry);
    return this.resend(entry);
  }

  /** Repeats a command with the same id. */
  async resend(entry: Entry, via: Carrier = entry.from.via): Promise<CommandAnswer | undefined> {
    try {
      const answer = await via.command(entry.body, entry.id);
      entry.answers.push(answer);
      return answer;
    } catch (error) {
      entry.failures.push(error);
      return undefined;
    }
  }

  /** Commands without an answer. */
  unanswered(): Entry[] {
    return this.entries.filter(({ answers }) => answers.length === 0);
  }

  against(...logs: KeptLog[]): Comparison {
    const index = new Index(logs);
    const answered = this.entries.filter(({ answers }) => answers.some(({ ok }) => ok));
    return {
      acknowledged: answered.length,
      missing: answered.flatMap((entry) => missing(entry, index)),
      twice: [...logs.flatMap(sharedEvents), ...this.entries.flatMap((entry) => doubled(entry, index))],
      altered: answered.flatMap((entry) => altered(entry, index)),
    };
  }
}

type Row = KeptLog['commands'][number];

/** The logs as lookup tables: long runs compare a hundred thousand commands with as many rows. */
class Index {
  readonly #rows = new Map<string, Row[]>();
  readonly #texts = new Map<string, number>();
  readonly #events = new Set<string>();

  constructor(logs: readonly KeptLog[]) {
    for (const { commands, events, texts } of logs) {
      for (const row of commands) {
        const key = `${row.exercise} ${row.by} ${row.id}`;
        const same = this.#rows.get(key);
        if (same) same.push(row);
        else this.#rows.set(key, [row]);
      }
      for (const [exercise, kept] of texts)
        for (const text of kept) this.#texts.set(`${exercise} ${text}`, this.times(exercise, text) + 1);
      for (const [exercise, log] of events) for (const { seq } of log) this.#events.add(`${exercise} ${seq}`);
    }
  }

  rowsOf({ from, id }: Entry): readonly Row[] {
    return this.#rows.get(`${from.exercise} ${from.by} ${id}`) ?? [];
  }

  /** How often a text is stored in an exercise. */
  times(exercise: string, text: string): number {
    return this.#texts.get(`${exercise} ${text}`) ?? 0;
  }

  hasEvent(exercise: string, seq: number): boolean {
    return this.#events.has(`${exercise} ${seq}`);
  }
}

const nameOf = ({ from, id, body }: Entry): string => `${body.type} by ${from.by} (${id.slice(0, 8)})`;

function missing(entry: Entry, index: Index): string[] {
  const row = index.rowsOf(entry)[0];
  if (!row) return [nameOf(entry)];
  const wanted = row.answer.ok ? row.answer.events : 0;
  let found = 0;
  for (let seq = row.seq; seq < row.seq + wanted; seq += 1) if (index.hasEvent(entry.from.exercise, seq)) found += 1;
  return found === wanted ? [] : [`${nameOf(entry)}: ${found} of ${wanted} events`];
}

/** Ids that are stored twice, and marked texts with more than one effect. */
function doubled(entry: Entry, index: Index): string[] {
  const rows = index.rowsOf(entry).length;
  const text = 'text' in entry.body ? entry.body.text : undefined;
  const texts = text?.startsWith('mark ') === true ? index.times(entry.from.exercise, text) : 0;
  return rows > 1 || texts > 1 ? [`${nameOf(entry)}: kept ${rows} times, its text ${texts} times`] : [];
}

/** Events claimed by two commands, and duplicate or missing numbers. */
function sharedEvents({ commands, events }: KeptLog): string[] {
  const claimed = new Set<string>();
  const shared: string[] = [];
  for (const { exercise, seq, answer, id } of commands) {
    for (let at = seq; at < seq + (answer.ok ? answer.events : 0); at += 1) {
      if (claimed.has(`${exercise} ${at}`)) shared.push(`event ${at} of ${exercise} is claimed again by ${id}`);
      claimed.add(`${exercise} ${at}`);
    }
  }
  for (const [exercise, log] of events)
    if (log.some(({ seq }, at) => seq !== at + 1)) shared.push(`the log of ${exercise} is not dense`);
  return shared;
}

/** The same id always has the same answer: the stored one, without the number of events, which is never sent. */
function altered(entry: Entry, index: Index): string[] {
  const stored = index.rowsOf(entry).map(({ answer }) => (answer.ok ? { ok: true } : answer));
  const given = [...entry.answers, ...stored].map((one) => JSON.stringify(one));
  return new Set(given).size > 1 ? [`${nameOf(entry)}: ${[...new Set(given)].join(' then ')}`] : [];
}
