/** All exercises of this process: creates, restores after a restart, closes and erases them. */
import type { Bot, BotOptions } from '../../shared/bots/bot.ts';
import type { Event } from '../../shared/exercise/events.ts';
import type { RoleId } from '../../shared/exercise/ids.ts';
import type { CompiledScenario } from '../../shared/scenario/compiled.ts';
import { MAIN_FILE } from '../../shared/scenario/parse-case.ts';
import type { Manner } from '../../shared/vocabulary/enums.ts';
import { newPin, randomId } from '../host/ids.ts';
import { type LibraryCase, type ScenarioLibrary, sourcesOf } from '../cases/scenario-library.ts';
import type { ExerciseRecord, ExerciseStore, NewParticipant } from '../storage/exercise-store.ts';
import type { CutOff } from '../storage/marked-store.ts';
import type { CaseClock } from './case-clock.ts';
import { keepClocks } from './clock-keeper.ts';
import { Debriefs } from './debriefs.ts';
import type { LiveExercise } from './live-exercise.ts';
import { openingEvents } from './opening.ts';
import { restoreExercise } from './restore.ts';
import { Seating } from './seating.ts';
import { SimulatedDesks } from './simulated-desks.ts';
import type { Timing } from './timing.ts';

/** An exercise with its people and its case, as rooms and routes use it. */
export interface OpenExercise {
  live: LiveExercise;
  seating: Seating;
  desks: SimulatedDesks;
  case: LibraryCase;
}

/** A stored exercise that this release cannot open: it can be read, saved to a file and erased. */
export interface UnopenedExercise {
  record: ExerciseRecord;
  /** The error message, for the repair. */
  why: string;
  /** Nothing of it is in the database. */
  gone?: true;
}

/** Opens and closes the room of an exercise. */
export interface Opener {
  opened(exercise: OpenExercise): Promise<void>;
  closed(id: string): Promise<void>;
}

export type NewExercise = Pick<
  ExerciseRecord,
  'scenario' | 'label' | 'languages' | 'seating' | 'without' | 'purpose' | 'retentionDays' | 'names'
> & {
  pace?: number | undefined;
  /** Desks that are simulated from the start. */
  simulated: { role: RoleId; manner?: Manner | undefined }[];
};

/** A log with its texts and people, produced outside a running exercise (the author's preview). */
export interface MadeExercise {
  events: Event[];
  texts: Record<string, string>;
  people: NewParticipant[];
  clock: CaseClock;
}

interface RegistryOptions {
  store: ExerciseStore;
  library: ScenarioLibrary;
  timing: Timing;
  opener: Opener;
  makeBot: (compiled: CompiledScenario, options: BotOptions) => Bot;
  onError: (error: unknown, exercise: string) => void;
  /** Events that were found missing at the start. */
  cutOff?: CutOff | undefined;
}

const GONE =
  'it is missing from the database: after a crash the file baraza.db-wal beside the database was deleted or truncated; restore a backup that contains the class, or erase this line';

const firstError = ({ diagnostics }: LibraryCase): string =>
  diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ file, range, message }) => `${file}:${range.start.line} ${message}`)[0] ?? 'no reason was given';

export class ExerciseRegistry {
  readonly debriefs: Debriefs;
  readonly #options: RegistryOptions;
  readonly #open = new Map<string, OpenExercise>();
  readonly #unopened = new Map<string, UnopenedExercise>();
  /** Class codes that are reserved while their exercise is created. */
  readonly #reservedPins = new Set<string>();
  #stopKeepingClocks: () => void = () => undefined;

  constructor(options: RegistryOptions) {
    this.#options = options;
    this.debriefs = new Debriefs(options.store, { onError: options.onError });
  }

  /** Opens all stored exercises. One that cannot be opened becomes `unopened`, which its trainer sees; the others still open. */
  async restoreAll(): Promise<void> {
    for (const record of await this.#options.store.list()) {
      try {
        await this.#openRecord(record);
      } catch (error) {
        this.#open.get(record.id)?.live.close();
        this.#open.delete(record.id);
        this.#unopened.set(record.id, { record, why: error instanceof Error ? error.message : String(error) });
        this.#options.onError(error, record.id);
      }
    }
    for (const record of this.#options.cutOff?.gone ?? [])
      this.#unopened.set(record.id, { record, why: GONE, gone: true });
    const { timing, onError } = this.#options;
    const exercises = () => this.list().map(({ live }) => live);
    this.#stopKeepingClocks = keepClocks({ timing, exercises, onError });
  }

  unopened(): UnopenedExercise[] {
    return [...this.#unopened.values()];
  }

  list(): OpenExercise[] {
    return [...this.#open.values()];
  }

  get(id: string): OpenExercise | undefined {
    return this.#open.get(id);
  }

  /** Finds an exercise by its class code; a running one before one that has ended. */
  byPin(pin: string): OpenExercise | undefined {
    const matching = this.list().filter(({ live }) => live.record.pin === pin);
    return matching.find(({ live }) => live.status !== 'ended') ?? matching.at(-1);
  }

  async create(wanted: NewExercise, libraryCase: LibraryCase, compiled: CompiledScenario): Promise<OpenExercise> {
    const { simulated: _inTheLog, ...settings } = wanted;
    const record: ExerciseRecord = {
      ...settings,
      id: randomId(),
      hash: compiled.hash,
      pin: this.#freePin(),
      pace: wanted.pace ?? compiled.scenario.pace,
      createdAt: Date.now(),
      clock: compiled.scenario.starts,
    };
    const events = openingEvents(compiled, wanted);
    this.#reservedPins.add(record.pin);
    try {
      await this.#options.store.create(record, sourcesOf(libraryCase), events);
      return await this.#openRecord(record);
    } finally {
      this.#reservedPins.delete(record.pin);
    }
  }

  /**
   * Opens an exercise whose log was made by the author's preview and replaces the one with the same id. Tokens stay valid: the
   * room is closed only when the new log is stored.
   */
  async adopt(record: ExerciseRecord, libraryCase: LibraryCase, made: MadeExercise): Promise<OpenExercise> {
    const { store, opener } = this.#options;
    const before = this.#open.get(record.id);
    before?.desks.close();
    before?.live.close();
    if (before) await store.erase(record.id);
    await store.create(record, sourcesOf(libraryCase), made.events);
    const expectedSeq = made.events.at(-1)?.seq ?? 0;
    await store.append({ exercise: record.id, expectedSeq, events: [], texts: made.texts });
    for (const person of made.people) await store.addParticipant(person);
    if (before) await opener.closed(record.id);
    return this.#openRecord(record, made.clock);
  }

  async erase(id: string): Promise<void> {
    if (this.#open.has(id)) await this.#close(id);
    await this.#options.store.erase(id);
    this.#unopened.delete(id);
  }

  /** Saves and stops every clock and closes all exercises; the store keeps them. */
  async close(): Promise<void> {
    this.#stopKeepingClocks();
    for (const { live } of this.list()) await live.saveClock();
    for (const id of this.list().map(({ live }) => live.id)) await this.#close(id);
    await this.debriefs.settled();
  }

  async #openRecord(record: ExerciseRecord, clock?: CaseClock): Promise<OpenExercise> {
    const { store, library, timing, opener, onError } = this.#options;
    const sources = await store.sources(record.hash);
    if (!sources) throw new Error(`the sources of exercise ${record.id} are missing`);
    const libraryCase = library.open(record.scenario, record.hash, sources);
    const { compiled } = libraryCase;
    if (!compiled) throw new Error(`${MAIN_FILE} can no longer be parsed: ${firstError(libraryCase)}`);
    const live = await restoreExercise({
      record,
      compiled,
      store,
      timing,
      onError: (error) => onError(error, record.id),
      clock,
      cutOff: this.#options.cutOff?.shorter.has(record.id) ?? false,
    });
    const seating = new Seating(live, store, await store.participants(record.id));
    const desks = new SimulatedDesks({
      live,
      seating,
      timing,
      makeBot: (options) => this.#options.makeBot(compiled, options),
      onError: (error) => onError(error, record.id),
    });
    const exercise = { live, seating, desks, case: libraryCase };
    this.#open.set(record.id, exercise);
    live.listen({ batches: () => undefined, changed: () => void this.#markEnded(live) });
    await opener.opened(exercise);
    if (live.status === 'ended') await this.#markEnded(live);
    return exercise;
  }

  /** Stores the end and the debrief, also of an exercise that ended just before the process did or under an older version. */
  async #markEnded(live: LiveExercise): Promise<void> {
    if (live.status !== 'ended') return;
    try {
      if (live.record.endedAt === undefined) {
        live.record.endedAt = Date.now();
        await this.#options.store.markEnded(live.id, live.record.endedAt);
      }
      await this.debriefs.of(live);
    } catch (error) {
      this.#options.onError(error, live.id);
    }
  }

  async #close(id: string): Promise<void> {
    this.#open.get(id)?.desks.close();
    this.#open.get(id)?.live.close();
    this.#open.delete(id);
    await this.#options.opener.closed(id);
  }

  #freePin(): string {
    const records = [...this.list().map(({ live }) => live.record), ...this.unopened().map(({ record }) => record)];
    const taken = new Set([...this.#reservedPins, ...records.map(({ pin }) => pin)]);
    let pin = newPin();
    while (taken.has(pin)) pin = newPin();
    return pin;
  }
}
