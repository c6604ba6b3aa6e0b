/**
 * What the server keeps. The log of events is the only truth; everything else here is who may enter and what people wrote.
 * `tests/storage/exercise-store-contract.ts` states the behaviour; every implementation passes it.
 */
import type { Seating } from '../../shared/access/stored-names.ts';
import type { AnyCommand } from '../../shared/exercise/commands.ts';
import type { Event } from '../../shared/exercise/events.ts';
import type { CommandAnswer } from '../../shared/protocol/messages.ts';
import type { CaseMs } from '../../shared/time.ts';

export type SourceFiles = Record<string, string>;

export interface ExerciseRecord {
  id: string;
  scenario: string;
  /** Content hash of the scenario's sources, which are kept with the exercise. */
  hash: string;
  pin: string;
  label?: string | undefined;
  languages: string[];
  pace: number;
  seating: Seating;
  without: string[];
  /** What it is for, where it is no class: one person practising, or a show with every desk simulated. */
  purpose?: 'practice' | 'demo' | undefined;
  /** How many days after its end it is kept; 30 when left out. */
  retentionDays?: number | undefined;
  /** Whether the trainer asks for names; call-signs when left out. */
  names?: 'call-signs' | 'wanted' | undefined;
  createdAt: number;
  /** When its clock was last kept. */
  touchedAt?: number | undefined;
  endedAt?: number | undefined;
  /** Case time when the clock was last saved; the clock goes on from here after a crash. */
  clock: CaseMs;
}

/** What was asked and accepted. Free texts are references. */
export interface KeptCommand {
  /** The seat that asked, or `trainer`. */
  by: string;
  at: CaseMs;
  body: AnyCommand;
  /** Number of the first event it made. */
  seq: number;
}

/** One accepted command or one run of timers: all of it becomes durable together, or nothing does. */
export interface Append {
  exercise: string;
  /** Number of the last event in the log; a log that has grown since refuses. */
  expectedSeq: number;
  events: Event[];
  /** Kept so that a resent command gets the same answer and no second effect, and so that the exercise can be played again. */
  command?: (KeptCommand & { id: string; answer: CommandAnswer }) | undefined;
  texts?: Record<string, string> | undefined;
  /** Somebody who sits down by these events. */
  participant?: NewParticipant | undefined;
}

export interface Snapshot {
  seq: number;
  payload: string;
}

/** The log. Writes resolve when they are on disk, never before. */
export interface LogStore {
  create(record: ExerciseRecord, sources: SourceFiles, events: Event[]): Promise<void>;
  append(append: Append): Promise<void>;
  /** Events after `seq`, in order. Throws where one of them is damaged or missing. */
  read(exercise: string, afterSeq: number): Promise<Event[]>;
  /** For saving what is left of a damaged log: every line that is whole, and the numbers of those that are not. */
  readWhatIsThere(exercise: string): Promise<{ events: Event[]; damaged: number[] }>;
  /** Every accepted command, in the order in which they happened. */
  commands(exercise: string): Promise<KeptCommand[]>;
  answerOf(exercise: string, by: string, id: string): Promise<CommandAnswer | undefined>;
  list(): Promise<ExerciseRecord[]>;
  sources(hash: string): Promise<SourceFiles | undefined>;
  saveSnapshot(exercise: string, snapshot: Snapshot): Promise<void>;
  loadSnapshot(exercise: string): Promise<Snapshot | undefined>;
  saveClock(exercise: string, clock: CaseMs): Promise<void>;
  markEnded(exercise: string, endedAt: number): Promise<void>;
  texts(exercise: string, refs: readonly string[]): Promise<Record<string, string>>;
  /** Removes the exercise, its people and every word they wrote. */
  erase(exercise: string): Promise<void>;
}

export interface Participant {
  exercise: string;
  seat: string;
  name: string;
  language: string;
}

export type NewParticipant = Participant & {
  tokenHash: string;
  /** Of the id the client made for its wish to join. */
  joinHash?: string | undefined;
};

/** Who sits where. Names stand in one table only, so that erasing a name is deleting one row. */
export interface ParticipantStore {
  addParticipant(participant: NewParticipant): Promise<void>;
  participants(exercise: string): Promise<Participant[]>;
  participantByToken(tokenHash: string): Promise<Participant | undefined>;
  setLanguage(exercise: string, seat: string, language: string): Promise<void>;
  /** A wish to join asked again: its seat, with this token in place of the one before. Undefined where there is none. */
  renewJoin(exercise: string, joinHash: string, tokenHash: string): Promise<string | undefined>;
  /** After this the old token opens nothing, nor does the join id. Without a hash the seat cannot be entered until it is recovered. */
  replaceToken(exercise: string, seat: string, tokenHash: string | undefined): Promise<void>;
  setRecoveryCode(exercise: string, seat: string, codeHash: string, expiresAt: number): Promise<void>;
  /** Takes the code: it works once. Answers the seat it opens. */
  takeRecoveryCode(exercise: string, codeHash: string, now: number): Promise<string | undefined>;
}

export interface TrainerStore {
  trainerKeyHash(): Promise<string | undefined>;
  /** A new key ends every session of the old one. */
  setTrainerKeyHash(hash: string, now: number): Promise<void>;
  addSession(tokenHash: string, expiresAt: number): Promise<void>;
  hasSession(tokenHash: string, now: number): Promise<boolean>;
  removeSession(tokenHash: string): Promise<void>;
}

/** Something a trainer did, or was refused. Ids and codes only: the audit outlives every erasure. */
export interface AuditEntry {
  at: number;
  /** The session (not the person: there is one key), or `server`, or `command-line`. */
  who: string;
  act: string;
  exercise?: string | undefined;
  /** What it was done to: a seat, a desk, an inject. */
  subject?: string | undefined;
  detail?: string | undefined;
}
export type AuditLine = AuditEntry & { seq: number; hash: string };

export interface AuditStore {
  /** Adds the line to the end of the chain and answers it with its place. */
  appendAudit(entry: AuditEntry): Promise<AuditLine>;
  /** Lines after `seq`, oldest first. */
  auditLines(afterSeq: number, most: number): Promise<AuditLine[]>;
}

/** What erasing needs. Whether it may be done now is decided in `server/personal-data`. */
export interface PersonalDataStore {
  /** Every free text of the exercise by its reference. */
  allTexts(exercise: string): Promise<Record<string, string>>;
  /** Removes the name and the pass of one seat, and puts other words in the place of texts. */
  erasePerson(exercise: string, seat: string, texts: Record<string, string>): Promise<void>;
  /** Removes every name and pass, the label, and puts `mark` in the place of every text; log and settings stay. */
  anonymise(exercise: string, mark: string): Promise<void>;
  /** Sessions that have run out. */
  dropOldSessions(now: number): Promise<void>;
  /**
   * Makes sure that what was deleted is in no file any more. `thorough` also writes the whole database anew, which holds
   * everything up for a moment. Answers false where somebody still reads the old pages (a backup): then ask again.
   */
  forgetBytes(thorough: boolean): Promise<boolean>;
}

export interface ExerciseStore extends LogStore, ParticipantStore, TrainerStore, AuditStore, PersonalDataStore {
  close(): Promise<void>;
}

/**
 * Why something could not be kept. `conflict`: the log has grown. `full`: no room left. `busy`: another program held the
 * database for too long. `unavailable`: anything else.
 */
export class StorageError extends Error {
  readonly reason: 'conflict' | 'full' | 'busy' | 'unavailable';

  constructor(reason: StorageError['reason'], cause: unknown) {
    super(`storage: ${reason}`, { cause });
    this.name = 'StorageError';
    this.reason = reason;
  }
}
