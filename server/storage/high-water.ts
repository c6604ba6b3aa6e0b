/**
 * How far each log is known to reach, in a file of its own beside the database. What is acknowledged is in SQLite's own log
 * (`baraza.db-wal`) first; where somebody takes that file away or cuts it off after a crash, SQLite opens what is left and says
 * nothing. These marks do. They are written at most twice a second and only after what they claim is on the disk: so they never
 * claim too much, and miss at most the last half second.
 */
import { closeSync, existsSync, openSync, readFileSync, readSync, renameSync, writeFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'libsql';
import type { Append, ExerciseRecord } from './exercise-store.ts';

export const MARK_FILE = 'baraza.mark';
const WRITE_AFTER_MS = 500;

/** What is known of an exercise outside the database; enough to name one that is no longer in it. */
export type Mark = Pick<ExerciseRecord, 'scenario' | 'pin' | 'createdAt'> & {
  seq: number;
  /** Acts were found missing, and the trainer has not gone on from there yet. */
  cutOff?: true | undefined;
};

interface Kept {
  audit: number;
  exercises: Record<string, Mark>;
}

/** With these a trainer who was told goes on from what is there. */
const GOES_ON: ReadonlySet<string> = new Set(['exercise-started', 'exercise-resumed', 'exercise-ended']);

export class HighWater {
  /** True where the database was copied while it was open, without its log and without this file. */
  readonly copiedAlone: boolean;
  readonly #file: string;
  readonly #database: string;
  readonly #marks: Map<string, Mark>;
  #audit: number;
  #begun = false;
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();

  /** Call it before anything opens the database: whoever opens and closes one takes its log in. */
  constructor(folder: string, databaseFile: string) {
    this.#file = join(folder, MARK_FILE);
    this.#database = join(folder, databaseFile);
    const there = existsSync(this.#database);
    this.copiedAlone =
      there && !existsSync(this.#file) && !existsSync(`${this.#database}-wal`) && wasOpen(this.#database);
    // Without a database everything begins anew.
    const { audit, exercises } = there ? read(this.#file) : { audit: 0, exercises: {} };
    this.#audit = audit;
    this.#marks = new Map(Object.entries(exercises));
  }

  get audit(): number {
    return this.#audit;
  }

  marks(): [id: string, mark: Mark][] {
    return [...this.#marks];
  }

  /** From here on the database file itself says that its log belongs to it, until `end`. */
  begin(): void {
    this.#begun = true;
    sayOpen(this.#database, true);
    this.#schedule();
  }

  set(id: string, { scenario, pin, createdAt }: ExerciseRecord, seq: number, cutOff?: true): void {
    this.#marks.set(id, { scenario, pin, createdAt, seq, ...(cutOff && { cutOff }) });
    this.#schedule();
  }

  /** This is on the disk. */
  reached({ exercise, expectedSeq, events }: Append): void {
    const mark = this.#marks.get(exercise);
    if (!mark || events.length === 0) return;
    mark.seq = Math.max(mark.seq, expectedSeq + events.length);
    if (mark.cutOff && events.some(({ type }) => GOES_ON.has(type))) delete mark.cutOff;
    this.#schedule();
  }

  auditReached(seq: number): void {
    this.#audit = seq;
    this.#schedule();
  }

  /** Before an exercise is erased: nobody must look for it afterwards. */
  forget(id: string): Promise<void> {
    this.#marks.delete(id);
    return this.#write();
  }

  /** After the database was closed in good order. Whoever has not begun (a command on the folder) leaves it as it is. */
  async end(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#writing;
    if (!this.#begun) return;
    sayOpen(this.#database, false);
    try {
      writeFileSync(`${this.#file}.new`, this.#text());
      renameSync(`${this.#file}.new`, this.#file);
    } catch {
      // As below.
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
        // A disk without room: what stands there claims less, and is as true as before.
      }
    });
    return this.#writing;
  }

  #text(): string {
    const kept: Kept = { audit: this.#audit, exercises: Object.fromEntries(this.#marks) };
    return `${JSON.stringify(kept)}\n`;
  }
}

/** A file that cannot be read claims nothing. */
function read(file: string): Kept {
  try {
    const { audit, exercises } = JSON.parse(readFileSync(file, 'utf8')) as Partial<Kept>;
    const whole = Object.entries(exercises ?? {}).filter(([, mark]) => Number.isInteger(mark.seq));
    return { audit: Number(audit) || 0, exercises: Object.fromEntries(whole) };
  } catch {
    return { audit: 0, exercises: {} };
  }
}

/** Where SQLite keeps a number for whoever uses it, in the first page of the file. */
const USER_VERSION_AT = 60;

function wasOpen(database: string): boolean {
  const four = Buffer.alloc(4);
  const descriptor = openSync(database, 'r');
  try {
    readSync(descriptor, four, 0, 4, USER_VERSION_AT);
  } finally {
    closeSync(descriptor);
  }
  return four.readUInt32BE() === 1;
}

/** Written into the file itself, not only into its log. Where that cannot be done now, a copy alone is not noticed later. */
export function sayOpen(database: string, open: boolean): void {
  try {
    const beside = new Database(database, { fileMustExist: true, timeout: 1000 });
    try {
      beside.exec(`PRAGMA user_version = ${open ? 1 : 0}`);
      beside.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    } finally {
      beside.close();
    }
  } catch {
    // As said.
  }
}
