/** Where a decision is worked out: the exercise as it becomes, event by event, and the events so far. Thrown away on refusal. */
import type { CompiledScenario } from '../scenario/compiled.ts';
import type { Condition } from '../scenario/schema/conditions.ts';
import type { CaseMs } from '../time.ts';
import { evaluate } from './evaluate.ts';
import type { Event, EventDraft, TimerAction } from './events.ts';
import { NO_PARTS } from './folds/parts.ts';
import { Owner } from './folds/owner.ts';
import type { PlaceId, RoleId } from './ids.ts';
import { draw } from './random.ts';
import { both, changeBy, EVERYTHING, NOTHING, type Reads } from './reads.ts';
import { type Exercise, evolveExerciseFor } from './truth.ts';
import type { World } from './world.ts';

/** More consequences of one cause than any sound scenario has: an eventless circle in its statecharts or effects. */
const MOST_EVENTS = 2_000;

/** A desk makes a few dozen of a kind; four digits are still read out easily. */
const DRAWN_IDS = 10_000;

/** After these, whatever waits is looked at anew: nothing was, while the exercise stood still. */
const STARTS: ReadonlySet<string> = new Set(['exercise-started', 'exercise-resumed']);

/** A fault of the case, not of the core: one thing follows on another without end and without any time passing. */
export class GoesInCircles extends Error {}

/** Where counting had come to, by what was counted in; only a place to begin at, which is looked at again. */
const counted = new WeakMap<object, Map<string, number>>();

function endsIn(existing: object): Map<string, number> {
  const ends = counted.get(existing) ?? new Map<string, number>();
  counted.set(existing, ends);
  return ends;
}

export class Stage {
  readonly compiled: CompiledScenario;
  readonly events: Event[] = [];
  exercise: Exercise;
  /** Case time of what is emitted next. */
  at: CaseMs;
  /** How many of `events` have had their consequences worked out. */
  settled = 0;
  /** What has changed since whatever waits was last looked at. */
  news: Reads = NOTHING;
  #causedFrom = 0;
  readonly #owner: Owner;

  /** What is copied here is the stage’s own until it is over, or the owner’s. */
  constructor(compiled: CompiledScenario, exercise: Exercise, at: CaseMs, owner = new Owner()) {
    this.compiled = compiled;
    this.#owner = owner;
    this.exercise = exercise;
    this.at = at;
  }

  get world(): World {
    return this.exercise.world;
  }

  /** Puts an event in its place in the log and lets the exercise evolve. Throws where a scenario goes round in circles. */
  emit(draft: EventDraft): void {
    if (this.events.length - this.#causedFrom >= MOST_EVENTS)
      throw new GoesInCircles(`scenario ${this.compiled.scenario.id} goes round in circles at ${draft.type}`);
    const event = { seq: this.exercise.seq + 1, at: this.at, ...draft };
    this.events.push(event);
    const owner = this.#owner;
    const before = this.world.now;
    owner.onlooker?.before(event, this.exercise);
    owner.touched = NO_PARTS;
    this.exercise = evolveExerciseFor(owner, this.compiled, this.exercise, event);
    const change = changeBy(this.compiled, event.type, owner.touched, before, this.at);
    owner.onlooker?.after(event, this.exercise, change);
    this.news = STARTS.has(event.type) ? EVERYTHING : both(this.news, change);
  }

  /** The news there is; from here on it is none. */
  takeNews(): Reads {
    const { news } = this;
    this.news = NOTHING;
    return news;
  }

  /** What is emitted from here on has another cause: time has gone on. */
  newCause(): void {
    this.#causedFrom = this.events.length;
  }

  holds(condition: Condition): boolean {
    return evaluate(condition, this.exercise);
  }

  setTimer(timer: string, due: CaseMs, action: TimerAction): void {
    this.emit({ type: 'timer-set', audience: ['trainer'], timer, due, action });
  }

  clearTimer(timer: string): void {
    if (timer in this.world.timers) this.emit({ type: 'timer-cleared', audience: ['trainer'], timer });
  }

  /** A number in [0, 1) from the exercise's own chance. */
  chance(): number {
    const drawn = draw(this.world.rng);
    this.emit({ type: 'chance-drawn', audience: ['trainer'], rng: drawn.state });
    return drawn.value;
  }

  /**
   * The next free id of a kind for a desk. Counted per desk and per circle of those who get it, so that an id tells
   * nothing about what others did, or were told.
   */
  nextId(desk: RoleId, kind: string, existing: Record<string, unknown>, circle: readonly string[] = []): string {
    const stem = [desk, kind, ...[...new Set(circle)].sort()].join('-');
    const taken = (number: number) => `${stem}-${number}` in existing;
    // None is ever given back, so they are taken without a gap: the end is found in leaps from the last, not step by step.
    const ends = endsIn(existing);
    let last = ends.get(stem) ?? 0;
    if (last > 0 && !taken(last)) last = 0;
    let leap = 1;
    for (; taken(last + leap); leap *= 2) last += leap;
    for (let free = last + leap; free - last > 1; ) {
      const middle = (last + free) >> 1;
      if (taken(middle)) last = middle;
      else free = middle;
    }
    ends.set(stem, last + 1);
    return `${stem}-${last + 1}`;
  }

  /**
   * An id that others come to read who may not know what came before it: drawn and not counted, so that it tells nothing about
   * how many there are. It uses up none of the exercise's chance.
   */
  drawnId(desk: RoleId, kind: string, existing: Record<string, unknown>): string {
    let state = this.world.rng;
    for (const letter of `${desk} ${kind} ${Object.keys(existing).length}`)
      state = Math.imul(state ^ letter.charCodeAt(0), 0x0100_0193);
    for (;;) {
      const drawn = draw(state);
      const id = `${desk}-${kind}-${String(Math.floor(drawn.value * DRAWN_IDS)).padStart(4, '0')}`;
      if (!(id in existing)) return id;
      state = drawn.state;
    }
  }

  /** Roles that have somebody at this place now. */
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
