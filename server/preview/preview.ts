/**
 * The previewed exercise: one seat per desk, and a clock that the author moves. Saving a file checks and compiles the case and
 * replays the recorded steps; if the new version has errors, the previous version continues.
 */
import { basename } from 'node:path';
import type { Event } from '../../shared/exercise/events.ts';
import type { CaseGraph } from '../../shared/graph/case-graph.ts';
import type { RecordedStep } from '../../shared/playthrough/record-playthrough.ts';
import { isEmpty, noOverrides, type Overrides, unknownOverrides } from '../../shared/preview/overrides.ts';
import { replay, type Stop } from '../../shared/preview/replay.ts';
import type { ClockBody, PreviewStatus, SaveAnswer, SaveBody } from '../../shared/preview/wire.ts';
import type { Diagnostic } from '../../shared/scenario/diagnostic.ts';
import type { CaseMs } from '../../shared/time.ts';
import type { ExerciseRegistry, OpenExercise } from '../exercises/exercise-registry.ts';
import { readRecording, type Replayed } from '../exercises/recording.ts';
import { newToken, randomId } from '../host/ids.ts';
import { artOf, readCaseFiles } from '../cases/scenario-files.ts';
import type { LibraryCase } from '../cases/scenario-library.ts';
import type { ExerciseStore } from '../storage/exercise-store.ts';
import { graphOf } from './case-pictures.ts';
import { exerciseStatus } from './exercise-status.ts';
import { transitionsIn } from './happenings.ts';
import { isPlayableCase, type Playable, type PreviewLibrary } from './preview-library.ts';
import { ManualClock } from './manual-clock.ts';
import { cannotPlay, personAt, recordOf } from './made-exercise.ts';
import { readSource } from './read-source.ts';
import { savePlaythrough } from './save-playthrough.ts';
import { lineOf } from './step-lines.ts';
import type { WarmChecker } from './warm-checker.ts';

export interface PreviewOptions {
  folder: string;
  /** Language of the desks; by default the language of the case. */
  language?: string | undefined;
  store: ExerciseStore;
  library: PreviewLibrary;
  checker: WarmChecker;
  exercises: ExerciseRegistry;
}

const SEED = 1;
/** Transitions that the page highlights. */
const MAX_TAKEN = 6;

export class Preview {
  readonly #options: PreviewOptions;
  readonly #id = randomId();
  readonly #tokens = new Map<string, string>();
  readonly #listeners = new Set<() => void>();
  #case!: Playable;
  #graph!: CaseGraph;
  #open!: OpenExercise;
  #findings: Diagnostic[] = [];
  #stale = false;
  #overrides: Overrides = noOverrides;
  #before: Replayed = { commands: [], texts: {} };
  #steps: RecordedStep[] = [];
  #pending: RecordedStep[] = [];
  #stop: Stop | undefined;
  #taken: PreviewStatus['taken'] = [];
  #clock = new ManualClock(0);
  #version = 0;
  #saves = 0;
  /** The case time before a replay that stopped early; the next replay returns to it. */
  #returnTo: CaseMs | undefined;
  #took: number | undefined;
  /** Saves, starts and retries run one after another. */
  #queue: Promise<unknown> = Promise.resolve();

  constructor(options: PreviewOptions) {
    this.#options = options;
  }

  get case(): Playable {
    return this.#case;
  }

  get graph(): CaseGraph {
    return this.#graph;
  }

  get open(): OpenExercise {
    return this.#open;
  }

  /** Opens the case for the first time; returns the findings if it cannot be played. */
  async start(first: LibraryCase): Promise<Diagnostic[] | undefined> {
    this.#findings = first.diagnostics;
    if (!isPlayableCase(first)) return first.diagnostics;
    this.#use(first);
    await this.#play([], first.compiled.scenario.starts);
    return undefined;
  }

  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Reads the case again after a save. */
  reload(): Promise<void> {
    return this.#enqueue(async () => {
      const began = performance.now();
      const { folder, checker } = this.#options;
      const files = await readCaseFiles(folder);
      const parsed = await checker.check(files);
      const version: LibraryCase = { id: basename(folder), files, art: artOf(files), ...parsed };
      this.#findings = version.diagnostics;
      this.#stale = !isPlayableCase(version);
      if (isPlayableCase(version) && version.hash !== this.#case.hash) await this.#switchTo(version);
      this.#took = Math.round(performance.now() - began);
      this.#saves += 1;
      this.#notify();
    });
  }

  /** Restarts the exercise with these overridden facts. */
  startFrom(overrides: Overrides): Promise<void> {
    return this.#enqueue(async () => {
      this.#overrides = overrides;
      this.#pending = [];
      this.#returnTo = undefined;
      await this.#play([], this.#case.compiled.scenario.starts);
      this.#notify();
    });
  }

  /** Handles the steps that could not be replayed: tries them again after the newer steps, skips the first one, or drops all. */
  settlePending(what: 'again' | 'skip' | 'drop'): Promise<void> {
    return this.#enqueue(async () => {
      await this.#readSteps();
      const rest = what === 'drop' ? [] : this.#pending.slice(what === 'skip' ? 1 : 0);
      this.#pending = [];
      this.#stop = undefined;
      if (rest.length > 0) await this.#play([...this.#steps, ...rest], this.#resumeTime());
      else this.#returnTo = undefined;
      this.#notify();
    });
  }

  /** Moves the clock. Returns false if the requested time cannot be read or has passed. */
  async moveClock(wish: ClockBody): Promise<boolean> {
    const moved = await this.#clock.apply(wish, this.#open.live);
    if (moved) this.#notify();
    return moved;
  }

  async status(): Promise<PreviewStatus> {
    await this.#enqueue(() => this.#readSteps());
    const tokenOf = (role: string) => this.#token(role);
    return {
      ...exerciseStatus(this.#case, this.#open.live, { speed: this.#clock.speed, tokenOf }),
      version: this.#version,
      folder: basename(this.#options.folder),
      taken: this.#taken,
      findings: this.#findings,
      stale: this.#stale,
      saves: this.#saves,
      steps: this.#steps.map(lineOf),
      pending: this.#pending.map(lineOf),
      stop: this.#stop,
      overrides: this.#overrides,
      strange: unknownOverrides(this.#case.compiled, this.#overrides),
      took: this.#took,
    };
  }

  async save(body: SaveBody): Promise<SaveAnswer> {
    if (!isEmpty(this.#overrides)) return { ok: false, reason: 'overrides' };
    const play = async () => (await this.#recording())?.play;
    return savePlaythrough({ folder: this.#options.folder, compiled: this.#case.compiled, play }, body);
  }

  /** The current content of a file of the case; undefined if the case has no such file. */
  readSource(file: string): Promise<string | undefined> {
    return readSource(this.#options.folder, this.#case, file);
  }

  /** Switches to a new version at the current case time. If it cannot be opened, adds a finding and keeps the old version. */
  async #switchTo(version: Playable): Promise<void> {
    const [until, before] = [this.#resumeTime(), this.#case];
    await this.#readSteps();
    try {
      this.#use(version);
      await this.#play([...this.#steps, ...this.#pending], until);
    } catch (error) {
      this.#use(before);
      this.#stale = true;
      this.#findings = [...this.#findings, cannotPlay(error)];
    }
  }

  #use(version: Playable): void {
    this.#case = version;
    this.#graph = graphOf(version);
    this.#options.library.add(version);
  }

  async #play(steps: readonly RecordedStep[], until: number): Promise<void> {
    const [{ compiled }, { language }] = [this.#case, this.#options];
    const roles = Object.keys(compiled.scenario.roles);
    const played = replay(compiled, { seed: SEED, roles, overrides: this.#overrides, steps, until });
    const { session, texts, commands, stop } = played;
    this.#before = { commands, texts };
    this.#stop = stop;
    this.#pending = stop ? steps.slice(stop.step) : [];
    this.#returnTo = stop ? until : undefined;
    this.#taken = transitionsIn(this.#graph, session.events).slice(-MAX_TAKEN);
    this.#clock = new ManualClock(this.#clock.speed);
    const record = recordOf(compiled, this.#id, session.now);
    this.#open = await this.#options.exercises.adopt(record, this.#case, {
      events: session.events,
      texts,
      clock: this.#clock,
      people: roles.map((role) => personAt(compiled, role, { exercise: this.#id, token: this.#token(role), language })),
    });
    this.#version += 1;
    await this.#readSteps();
    this.#open.live.listen({ batches: (_, events) => this.#addTransitions(events), changed: () => this.#notify() });
  }

  #resumeTime(): CaseMs {
    return Math.max(this.#open.live.caseNow(), this.#returnTo ?? 0);
  }

  #addTransitions(events: readonly Event[]): void {
    this.#taken = [...this.#taken, ...transitionsIn(this.#graph, events)].slice(-MAX_TAKEN);
  }

  #recording() {
    const { store } = this.#options;
    const until = this.#open.live.caseNow();
    return readRecording(store, this.#case.compiled, { exercise: this.#id, before: this.#before, until });
  }

  async #readSteps(): Promise<void> {
    this.#steps = (await this.#recording())?.play.steps ?? [];
  }

  /** The token of a desk stays the same while the preview runs, so that its frame reconnects after a restart. */
  #token(role: string): string {
    const token = this.#tokens.get(role) ?? newToken('seat');
    this.#tokens.set(role, token);
    return token;
  }

  #enqueue<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(work);
    this.#queue = done.catch(() => undefined);
    return done;
  }

  #notify(): void {
    for (const listener of this.#listeners) listener();
  }
}
