/**
 * The store. The event log is the only truth; the rest is access data and texts of people.
 * `tests/storage/exercise-store-contract.ts` states the behaviour; every implementation passes it.
 */
import type { Seating } from '../../shared/access/stored-names.ts';
import type { AnyCommand } from '../../shared/vocabulary/commands.ts';
import type { Event } from '../../shared/exercise/events.ts';
import type { CommandAnswer } from '../../shared/protocol/messages.ts';
import type { CaseMs } from '../../shared/time.ts';
import type { GrantStore, TokenStore } from './rights-store.ts';

export type SourceFiles = Record<string, string>;

export interface ExerciseRecord {
  id: string;
  scenario: string;
  /** Content hash of the scenario's sources, which are stored with the exercise. */
  hash: string;
  pin: string;
  label?: string | undefined;
  languages: string[];
  pace: number;
  seating: Seating;
  without: string[];
  /** Set if this is not a class: a practice for one person, or a demo with every desk simulated. */
  purpose?: 'practice' | 'demo' | undefined;
  /** Days from the end to the erasure; 30 by default. */
  retentionDays?: number | undefined;
  /** Whether trainees give names; call-signs by default. */
  names?: 'call-signs' | 'wanted' | undefined;
  createdAt: number;
  /** When the clock was last saved. */
  touchedAt?: number | undefined;
  endedAt?: number | undefined;
  /** The last saved case time, from which the clock continues after a crash. */
  clock: CaseMs;
}

/** What the database keeps of the answer. The number of events counts those that the caller may not know: never send it. */
export interface KeptAnswer {
  ok: true;
  events: number;
}

/** An accepted command. Free texts are references. */
export interface KeptCommand {
  /** The seat of the caller, or `trainer`. */
  by: string;
  at: CaseMs;
  body: AnyCommand;
  /** Number of its first event. */
  seq: number;
}

/** One accepted command or one run of timers, written atomically. */
export interface Append {
  exercise: string;
  /** Number of the last event in the log; the append fails with `conflict` if the log has grown. */
  expectedSeq: number;
  events: Event[];
  /** Stored so that a resent command gets the same answer without a second effect, and so that the exercise can be replayed. */
  command?: (KeptCommand & { id: string; answer: KeptAnswer }) | undefined;
  texts?: Record<string, string> | undefined;
  /** The person that these events seat. */
  participant?: NewParticipant | undefined;
}

export interface Snapshot {
  seq: number;
  payload: string;
}

/** A debrief as text, with the versions of what gave its marks. */
export interface KeptDebrief {
  /** Version of the rules. */
  rules: number;
  /** Content hash of the case that the rubric is part of. */
  rubric: string;
  /** Number of the last event in it. */
  seq: number;
  payload: string;
}

/** Debriefs of exercises that have ended. */
export interface DebriefStore {
  /** Stores the first debrief; has no effect on a second one, or after the exercise was erased. */
  keepDebrief(exercise: string, kept: KeptDebrief): Promise<void>;
  /** `damaged` if the text is not what was stored. */
  debriefOf(exercise: string): Promise<(KeptDebrief & { damaged?: true }) | undefined>;
}

/** The log. Writes resolve when they are on disk, never before. */
export interface LogStore {
  create(record: ExerciseRecord, sources: SourceFiles, events: Event[]): Promise<void>;
  append(append: Append): Promise<void>;
  /** Events after `seq`, in order. Throws if one of them is damaged or missing. */
  read(exercise: string, afterSeq: number): Promise<Event[]>;
  /** To rescue a damaged log: all undamaged events, and the numbers of the damaged lines. */
  readWhatIsThere(exercise: string): Promise<{ events: Event[]; damaged: number[] }>;
  /** Every accepted command, in order. */
  commands(exercise: string): Promise<KeptCommand[]>;
  answerOf(exercise: string, by: string, id: string): Promise<CommandAnswer | undefined>;
  list(): Promise<ExerciseRecord[]>;
  sources(hash: string): Promise<SourceFiles | undefined>;
  saveSnapshot(exercise: string, snapshot: Snapshot): Promise<void>;
  loadSnapshot(exercise: string): Promise<Snapshot | undefined>;
  saveClock(exercise: string, clock: CaseMs): Promise<void>;
  markEnded(exercise: string, endedAt: number): Promise<void>;
  texts(exercise: string, refs: readonly string[]): Promise<Record<string, string>>;
  /** Removes the exercise, its people and all their texts. */
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
  /** Hash of the client-made id of the join request. */
  joinHash?: string | undefined;
};

/** People and their seats. Names are in one table only, so that erasing a name is deleting one row. */
export interface ParticipantStore {
  addParticipant(participant: NewParticipant): Promise<void>;
  participants(exercise: string): Promise<Participant[]>;
  participantByToken(tokenHash: string): Promise<Participant | undefined>;
  setLanguage(exercise: string, seat: string, language: string): Promise<void>;
  /** A repeated join request: returns its seat and replaces the token. Undefined if there is none. */
  renewJoin(exercise: string, joinHash: string, tokenHash: string): Promise<string | undefined>;
  /** Revokes the old token and the join id. Without a new hash the seat stays closed until it is recovered. */
  replaceToken(exercise: string, seat: string, tokenHash: string | undefined): Promise<void>;
  setRecoveryCode(exercise: string, seat: string, codeHash: string, expiresAt: number): Promise<void>;
  /** Redeems a recovery code, which works once. Returns its seat. */
  takeRecoveryCode(exercise: string, codeHash: string, now: number): Promise<string | undefined>;
}

export interface TrainerStore {
  trainerKeyHash(): Promise<string | undefined>;
  /** A new key ends every session of the old one, and revokes every API token. */
  setTrainerKeyHash(hash: string, now: number): Promise<void>;
  /** `host`: a session of the trainer key; other sessions have grants only. */
  addSession(tokenHash: string, expiresAt: number, host?: boolean): Promise<void>;
  hasSession(tokenHash: string, now: number): Promise<boolean>;
  /** True if the session has not expired and belongs to the trainer key. */
  isHostSession(tokenHash: string, now: number): Promise<boolean>;
  removeSession(tokenHash: string): Promise<void>;
}

/** An act of a trainer, or a refusal. Ids and codes only: the audit outlives every erasure. */
export interface AuditEntry {
  at: number;
  /** The session (not the person: there is one key), or `server`, or `command-line`. */
  who: string;
  act: string;
  exercise?: string | undefined;
  /** The object of the act: a seat, a desk, an inject. */
  subject?: string | undefined;
  detail?: string | undefined;
}
export type AuditLine = AuditEntry & { seq: number; hash: string };

export interface AuditStore {
  /** Appends a line to the chain and returns it with its number. */
  appendAudit(entry: AuditEntry): Promise<AuditLine>;
  /** Lines after `seq`, oldest first. */
  auditLines(afterSeq: number, most: number): Promise<AuditLine[]>;
}

/** Operations for erasure. `server/personal-data` decides whether they are allowed. */
export interface PersonalDataStore {
  /** Every free text of the exercise by its reference. */
  allTexts(exercise: string): Promise<Record<string, string>>;
  /** Removes the name and the token of one seat, and replaces texts. */
  erasePerson(exercise: string, seat: string, texts: Record<string, string>): Promise<void>;
  /** Removes all names and tokens and the label, and replaces every text by `mark`; log and settings stay. */
  anonymise(exercise: string, mark: string): Promise<void>;
  /** Deletes expired sessions, and API tokens that ended more than `ENDED_TOKENS_KEPT_MS` ago. */
  dropOldAccess(now: number): Promise<void>;
  /**
   * Removes deleted data from the database files. `thorough` also rewrites the whole database, which blocks for a moment.
   * Returns false if a reader (a backup) still uses old pages: then call it again.
   */
  forgetBytes(thorough: boolean): Promise<boolean>;
}

export interface ExerciseStore
  extends LogStore,
    DebriefStore,
    ParticipantStore,
    TrainerStore,
    GrantStore,
    TokenStore,
    AuditStore,
    PersonalDataStore {
  close(): Promise<void>;
}

/**
 * A write failed. `conflict`: the log has grown. `full`: the disk is full. `busy`: another program held the database for too
 * long. `unavailable`: all other causes.
 */
export class StorageError extends Error {
  readonly reason: 'conflict' | 'full' | 'busy' | 'unavailable';

  constructor(reason: StorageError['reason'], cause: unknown) {
    super(`storage: ${reason}`, { cause });
    this.name = 'StorageError';
    this.reason = reason;
  }
}
