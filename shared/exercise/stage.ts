/** The work area of one decision: the exercise as it evolves, and the events emitted so far. Discarded on rejection. */
import { trainerOnly } from '../access/audience.ts';
import type { CompiledScenario } from '../scenario/compiled.ts';
import type { Condition } from '../vocabulary/conditions.ts';
import type { CaseMs } from '../time.ts';
import { type ConditionIndex, conditionsOf } from './condition-index.ts';
import type { Event, EventDraft } from './events.ts';
import type { TimerAction } from '../vocabulary/timer-action.ts';
import { NO_PARTS } from './folds/parts.ts';
import { WorldDraft } from './folds/draft.ts';
import type { Due } from './folds/timers.ts';
import type { PlaceId, RoleId } from './ids.ts';
import { draw } from './random.ts';
import { EVERYTHING, NOTHING, type Reads, union } from './reads.ts';
import { type Exercise, evolveExerciseDraft } from './truth.ts';
import type { World } from './world.ts';

/** A cause with more events than this is an endless loop of statecharts or effects. */
const MAX_EVENTS_PER_CAUSE = 2_000;

/** A desk creates a few dozen ids of a kind; four digits can still be read aloud. */
const MAX_DRAWN_IDS = 10_000;

/** After these events every condition is evaluated again, because none was evaluated while the exercise stood still. */
const STARTS: ReadonlySet<string> = new Set(['exercise-started', 'exercise-resumed']);

/** A fault of the case, not of the core: its events trigger one another without end while no time passes. */
export class EventLoopError extends Error {}

export class Stage {
  readonly compiled: CompiledScenario;
  readonly conditions: ConditionIndex;
  readonly events: Event[] = [];
  exercise: Exercise;
  /** Case time of the next emitted event. */
  at: CaseMs;
  /** How many of `events` are settled. */
  settled = 0;
  /** Changes since the waiting conditions were last evaluated. */
  changes: Reads = NOTHING;
  #causedFrom = 0;
  readonly #draft: WorldDraft;

  constructor(compiled: CompiledScenario, exercise: Exercise, at: CaseMs, draft = new WorldDraft()) {
    this.compiled = compiled;
    this.conditions = conditionsOf(compiled);
    this.#draft = draft;
    this.exercise = exercise;
    this.at = at;
  }

  get world(): World {
    return this.exercise.world;
  }

  /** Appends an event and evolves the exercise. Throws `EventLoopError` if the scenario loops. */
  emit(body: EventDraft): void {
    if (this.events.length - this.#causedFrom >= MAX_EVENTS_PER_CAUSE)
      throw new EventLoopError(`scenario ${this.compiled.scenario.id} goes round in circles at ${body.type}`);
    const event = { seq: this.exercise.seq + 1, at: this.at, ...body };
    this.events.push(event);
    const draft = this.#draft;
    const before = this.world.now;
    draft.observer?.before(event, this.exercise);
    draft.touched = NO_PARTS;
    this.exercise = evolveExerciseDraft(draft, this.compiled, this.exercise, event);
    const change = this.conditions.changeBy(event.type, draft.touched, before, this.at);
    draft.observer?.after(event, this.exercise, change);
    this.changes = STARTS.has(event.type) ? EVERYTHING : union(this.changes, change);
  }

  /** Returns the collected changes and resets them. */
  takeChanges(): Reads {
    const { changes } = this;
    this.changes = NOTHING;
    return changes;
  }

  /** Resets the loop counter: time has passed, so later events have a new cause. */
  newCause(): void {
    this.#causedFrom = this.events.length;
  }

  holds(condition: Condition): boolean {
    return this.conditions.holds(condition, this.exercise);
  }

  /** The next due timer, if any. */
  firstTimer(): Due | undefined {
    return this.#draft.dueTimers.firstOf(this.world.timers);
  }

  setTimer(timer: string, due: CaseMs, action: TimerAction): void {
    this.emit({ type: 'timer-set', audience: trainerOnly, timer, due, action });
  }

  clearTimer(timer: string): void {
    if (timer in this.world.timers) this.emit({ type: 'timer-cleared', audience: trainerOnly, timer });
  }

  /** A number in [0, 1) from the exercise's own random state. */
  chance(): number {
    const drawn = draw(this.world.rng);
    this.emit({ type: 'chance-drawn', audience: trainerOnly, rng: drawn.state });
    return drawn.value;
  }

  /**
   * The next free id of a kind for a desk. Ids are counted per desk and per set of receivers, so that an id reveals
   * nothing about acts or messages of other desks.
   */
  nextId(desk: RoleId, kind: string, existing: Record<string, unknown>, circle: readonly string[] = []): string {
    const stem = [desk, kind, ...[...new Set(circle)].sort()].join('-');
    const taken = (number: number) => `${stem}-${number}` in existing;
    // Ids are never freed, so the used numbers have no gap: double from the last known one, then bisect.
    const { lastIds } = this.#draft;
    let last = lastIds.get(stem) ?? 0;
    if (last > 0 && !taken(last)) last = 0;
    let leap = 1;
    for (; taken(last + leap); leap *= 2) last += leap;
    for (let free = last + leap; free - last > 1; ) {
      const middle = (last + free) >> 1;
      if (taken(middle)) last = middle;
      else free = middle;
    }
    lastIds.set(stem, last + 1);
    return `${stem}-${last + 1}`;
  }

  /**
   * An id for things that other desks read: random, not counted, so that it does not reveal how many exist. The random
   * state of the exercise stays unchanged.
   */
  drawnId(desk: RoleId, kind: string, existing: Record<string, unknown>): string {
    let state = this.world.rng;
    for (const letter of `${desk} ${kind} ${Object.keys(existing).length}`)
      state = Math.imul(state ^ letter.charCodeAt(0), 0x0100_0193);
    for (;;) {
      const drawn = draw(state);
      const id = `${desk}-${kind}-${String(Math.floor(drawn.value * MAX_DRAWN_IDS)).padStart(4, '0')}`;
      if (!(id in existing)) return id;
      state = drawn.state;
    }
  }

  /** Roles with a seat at this place now. */
  rolesAt(place: PlaceId | undefined): RoleId[] {
    if (place === undefined) return [];
    const there = Object.values(this.world.seats).filter(
      (seat) => seat.at === place && seat.busy?.doing !== 'travel' && !seat.freed,
    );
    return [...new Set(there.map((seat) => seat.role))];
  }

  /** Roles of this exercise in an agency. */
  rolesOf(agencies: readonly string[]): RoleId[] {
    return this.world.roles.filter((id) => agencies.includes(this.compiled.scenario.roles[id]?.desk ?? ''));
  }
}
