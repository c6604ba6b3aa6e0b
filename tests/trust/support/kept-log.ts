/** The content of the disk, read from the database file itself, without code of the server. */
import { join } from 'node:path';
import Database from 'libsql';
import type { Event } from '../../../shared/exercise/events.ts';
import type { CommandAnswer } from '../../../shared/protocol/messages.ts';

/** A stored answer: what was sent, and for the database alone how many events it had. */
export type StoredAnswer = { ok: true; events: number } | Extract<CommandAnswer, { ok: false }>;

export interface KeptLog {
  /** By exercise, in order. */
  events: Map<string, Event[]>;
  commands: { exercise: string; by: string; id: string; seq: number; answer: StoredAnswer }[];
  /** Free texts, by exercise. */
  texts: Map<string, string[]>;
  /** The result of SQLite's own check: `ok` if every page is sound. */
  integrity: string;
}

interface Row {
  exercise: string;
}

/** Reads the database in a data folder, also while a server is writing to it. */
export function readKept(dataFolder: string, file = 'baraza.db'): KeptLog {
  const database = new Database(join(dataFolder, file));
  try {
    const all = <T extends Row>(sql: string): T[] => database.prepare(sql).all() as T[];
    const group = <T extends Row, V>(rows: T[], value: (row: T) => V): Map<string, V[]> => {
      const groups = new Map<string, V[]>();
      for (const row of rows) {
        const own = groups.get(row.exercise) ?? [];
        own.push(value(row));
        groups.set(row.exercise, own);
      }
      return groups;
    };
    const events = all<Row & { payload: string }>('SELECT exercise, payload FROM events ORDER BY exercise, seq');
    const commands = all<Row & { by: string; id: string; seq: number | null; answer: string }>(
      'SELECT exercise, "by", id, seq, answer FROM commands',
    );
    const [check] = database.prepare('PRAGMA integrity_check').all() as { integrity_check: string }[];
    return {
      events: group(events, ({ payload }) => JSON.parse(payload) as Event),
      commands: commands.flatMap(({ seq, answer, ...row }) =>
        seq === null ? [] : [{ ...row, seq, answer: JSON.parse(answer) as StoredAnswer }],
      ),
      texts: group(all<Row & { text: string }>('SELECT exercise, text FROM texts'), ({ text }) => text),
      integrity: check?.integrity_check ?? 'no answer',
    };
  } finally {
    database.close();
  }
}
