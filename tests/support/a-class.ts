/**
 * A class at play on the pure core: one seat per desk (or more), case time advanced by hand.
 *
 *   const play = aClass();
 *   play.desk('police').does('travel', { place: 'bus-park' });
 *   play.passes('20m');
 *   expect(play.knows('police', 'bus-manifest')).toBe(true);
 */
import { type Actor, lead, seated } from '../../shared/access/actor.ts';
import type { AnyCommand, CommandOf, CommandType } from '../../shared/vocabulary/commands.ts';
import { mayKnow, type Viewer } from '../../shared/access/audience.ts';
import type { Event } from '../../shared/exercise/events.ts';
import type { EventType } from '../../shared/vocabulary/events.ts';
import { evolve } from '../../shared/exercise/evolve.ts';
import { advanceTo, decide, type Exercise, start, toKnown } from '../../shared/exercise/exercise.ts';
import type { RejectionCode } from '../../shared/exercise/rejections.ts';
import { emptyWorld, type World } from '../../shared/exercise/world.ts';
import type { CompiledScenario } from '../../shared/scenario/compiled.ts';
import { parseCaseTime, parseDuration } from '../../shared/time.ts';
import { aScenario, type Change } from './a-scenario.ts';

/** The event that creates a thing. */
const MADE_BY = {
  consent: 'consent-asked',
  referral: 'needs-assessed',
  conference: 'conference-called',
  action: 'action-proposed',
} as const;

export type Fields<T extends CommandType> = Omit<CommandOf<T>, 'type'>;

export class PlayedClass {
  readonly compiled: CompiledScenario;
  readonly log: Event[] = [];
  exercise: Exercise;
  now: number;

  /** `roles` are the desks of the exercise; without them, every desk of the case. */
  constructor(compiled: CompiledScenario, seats: Record<string, string>, seed = 7, roles?: string[]) {
    this.compiled = compiled;
    const opened = start(compiled, { seed, roles });
    this.log.push(...opened.events);
    this.exercise = opened.exercise;
    this.now = compiled.scenario.starts;
    for (const [seat, role] of Object.entries(seats)) this.trainer('seat', { seat, role });
  }

  get world(): World {
    return this.exercise.world;
  }

  /** Submits a command and returns the code of its rejection, or `done`. */
  asks(from: Actor, body: AnyCommand): RejectionCode | 'done' {
    const decision = decide(this.compiled, this.exercise, { from, at: this.now, body });
    if ('rejection' in decision) return decision.rejection.code;
    this.log.push(...decision.events);
    this.exercise = decision.exercise;
    this.now = Math.max(this.now, this.world.now);
    return 'done';
  }

  trainer<T extends CommandType>(type: T, fields: Fields<T>): RejectionCode | 'done' {
    return this.asks(lead, { type, ...fields } as AnyCommand);
  }

  /** The first seat of a desk. */
  desk(role: string) {
    const seat = Object.keys(this.world.seats).find((id) => this.world.seats[id]?.role === role) ?? `nobody-at-${role}`;
    return this.seat(seat);
  }

  seat(seat: string) {
    return {
      asks: <T extends CommandType>(type: T, fields: Fields<T>) =>
        this.asks(seated(seat), { type, ...fields } as AnyCommand),
      /** Submits a command; throws if it is rejected. */
      does: <T extends CommandType>(type: T, fields: Fields<T>): void => {
        const answer = this.asks(seated(seat), { type, ...fields } as AnyCommand);
        if (answer !== 'done') throw new Error(`${seat} may not ${type}: ${answer}`);
      },
    };
  }

  /** Advances case time: by `40m`, or to `day 1 14:00`. */
  passes(time: string): void {
    this.now = parseCaseTime(time) ?? this.now + (parseDuration(time) ?? 0);
    const advanced = advanceTo(this.compiled, this.exercise, this.now);
    this.log.push(...advanced.events);
    this.exercise = advanced.exercise;
  }

  events<T extends EventType>(type: T): Event<T>[] {
    return this.log.filter((event) => event.type === type) as unknown as Event<T>[];
  }

  /** The id of a thing that a desk created, the first or a later one of its kind: such ids are random. */
  idOf(role: string, kind: keyof typeof MADE_BY, which = 1): string {
    const made = this.log.filter((event) => event.type === MADE_BY[kind] && 'by' in event && event.by === role);
    const id = made[which - 1]?.[kind as keyof Event];
    if (typeof id !== 'string') throw new Error(`${role} has not made ${which} of ${kind}`);
    return id;
  }

  knows(role: string, item: string): boolean {
    return this.world.items[item]?.known[role] !== undefined;
  }

  /** The view of a viewer: the same fold over the events it may know. */
  view(viewer: Viewer): World {
    return this.log
      .filter((event) => mayKnow(viewer, event))
      .reduce((world, event) => evolve(world, toKnown(event)), emptyWorld());
  }
}

/** A started class of the small case, one person per desk. */
export function aClass(
  change?: Change,
  seats: Record<string, string> = { p1: 'police', c1: 'child-protection' },
): PlayedClass {
  const play = new PlayedClass(aScenario(change), seats);
  play.trainer('start-exercise', {});
  return play;
}
