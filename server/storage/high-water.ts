/**
 * The high-water mark of each log, in a file beside the database. Acknowledged events are first in the WAL of SQLite
 * (`baraza.db-wal`); if that file is deleted or truncated after a crash, SQLite opens the rest without an error. The marks detect
 * the loss. They are written at most twice a second and only after the events are on disk, so they never claim too much and lag
 * by at most half a second.
 */
import { closeSync, existsSync, openSync, readFileSync, readSync, renameSync, writeFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'libsql';
import type { Append, ExerciseRecord } from './exercise-store.ts';

export const MARK_FILE = 'baraza.mark';
const WRITE_AFTER_MS = 500;

/** The mark of an exercise, with the fields that identify it if it is no longer in the database. */
export type Mark = Pick<ExerciseRecord, 'scenario' | 'pin' | 'createdAt'> & {
  seq: number;
  /** Events were found missing, and the trainer has not continued since. */
  cutOff?: true | undefined;
};

interface MarkFile {
  audit: number;
  exercises: Record<string, Mark>;
}

/** Events by which a trainer continues after a loss. */
const CONTINUES: ReadonlySet<string> = new Set(['exercise-started', 'exercise-resumed', 'exercise-ended']);

export class HighWater {
  /** True if the database file was copied while it was open, without its WAL and without the mark file. */
  readonly copiedAlone: boolean;
  readonly #file: string;
  readonly #database: string;
  readonly #marks: Map<string, Mark>;
  #audit: number;
  #isActive = false;
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();

  /** Must run before anything opens the database, because the last connection to close it merges the WAL. */
  constructor(folder: string, databaseFile: string) {
    this.#file = join(folder, MARK_FILE);
    this.#database = join(folder, databaseFile);
    const exists = existsSync(this.#database);
    this.copiedAlone =
      exists && !existsSync(this.#file) && !existsSync(`${this.#database}-wal`) && wasOpen(this.#database);
    // Marks without a database are obsolete.
    const { audit, exercises } = exists ? read(this.#file) : { audit: 0, exercises: {} };
    this.#audit = audit;
    this.#marks = new Map(Object.entries(exercises));
  }

  get audit(): number {
    return this.#audit;
  }

  marks(): [id: string, mark: Mark][] {
    return [...this.#marks];
  }

  /** Marks the database file as open, which means that its WAL belongs to it, until `end`. */
  begin(): void {
    this.#isActive = true;
    markOpen(this.#database, true);
    this.#schedule();
  }

  set(id: string, { scenario, pin, createdAt }: ExerciseRecord, seq: number, cutOff?: true): void {
    this.#marks.set(id, { scenario, pin, createdAt, seq, ...(cutOff && { cutOff }) });
    this.#schedule();
  }

  /** The events of `append` are on disk. */
  reached({ exercise, expectedSeq, events }: Append): void {
    const mark = this.#marks.get(exercise);
    if (!mark || events.length === 0) return;
    mark.seq = Math.max(mark.seq, expectedSeq + events.length);
    if (mark.cutOff && events.some(({ type }) => CONTINUES.has(type))) delete mark.cutOff;
    this.#schedule();
  }

  auditReached(seq: number): void {
    this.#audit = seq;
    this.#schedule();
  }

  /** To be called before an exercise is erased, so that the next start does not report it as missing. */
  forget(id: string): Promise<void> {
    this.#marks.delete(id);
    return this.#write();
  }

  /** To be called after a clean close of the database. Does nothing without `begin` (commands on the data folder). */
  async end(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#writing;
    if (!this.#isActive) return;
    markOpen(this.#database, false);
    try {
      writeFileSync(`${this.#file}.new`, this.#text());
      renameSync(`${this.#file}.new`, this.#file);
    } catch {
      // The previous marks stay; see `#write`.
    }
  }

  #schedule(): void {
    this.#timer ??= setTimeout(() => void this.#write(), WRITE_AFTER_MS).unref();
  }

  #write(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#writing = this.#writing.then(async () => {
      try {
        await writeFile(`${this.#file}.new`, this.#text());
        await rename(`${this.#file}.new`, this.#file);
      } catch {
        // The disk is full: the previous marks stay, which claim less and are still true.
      }
    });
    return this.#writing;
  }

  #text(): string {
    const marks: MarkFile = { audit: this.#audit, exercises: Object.fromEntries(this.#marks) };
    return `${JSON.stringify(marks)}\n`;
  }
}

/** An unreadable file yields no marks. */
function read(file: string): MarkFile {
  try {
    const { audit, exercises } = JSON.parse(readFileSync(file, 'utf8')) as Partial<MarkFile>;
    const valid = Object.entries(exercises ?? {}).filter(([, mark]) => Number.isInteger(mark.seq));
    return { audit: Number(audit) || 0, exercises: Object.fromEntries(valid) };
  } catch {
    return { audit: 0, exercises: {} };
  }
}

/** Offset of `user_version` in the database header; SQLite itself does not use that field. */
const USER_VERSION_OFFSET = 60;

function wasOpen(database: string): boolean {
  const version = Buffer.alloc(4);
  const descriptor = openSync(database, 'r');
  try {
    readSync(descriptor, version, 0, 4, USER_VERSION_OFFSET);
  } finally {
    closeSync(descriptor);
  }
  return version.readUInt32BE() === 1;
}

/** Writes the mark into the database file itself, not only into the WAL. A failure is ignored: then a bare copy is not detected. */
export function markOpen(database: string, open: boolean): void {
  try {
    const connection = new Database(database, { fileMustExist: true, timeout: 1000 });
    try {
      connection.exec(`PRAGMA user_version = ${open ? 1 : 0}`);
      connection.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    } finally {
      connection.close();
    }
  } catch {
    // See above.
  }
}
