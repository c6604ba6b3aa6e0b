/** What a bot keeps in mind beside its view: what it tried, when it first saw something, its chance, its manner. */
import type { TraineeCommand } from '../exercise/commands.ts';
import { draw } from '../exercise/random.ts';
import { type CaseMs, MINUTE } from '../time.ts';
import type { BotOptions, Manner } from './bot.ts';

/** A refused command is not asked for again before this long. */
const REFUSED_FOR = 30 * MINUTE;

/** How strongly a place draws a bot there, and since when. */
export interface Heard {
  at: CaseMs;
  calls: number;
}

export class Mind {
  readonly manner: Manner;
  /** Things done that the view does not show, and when. */
  readonly done = new Map<string, CaseMs>();
  /** Things that need no second look as long as they are as they were: the thing, and how it was. */
  readonly settled = new Map<unknown, number>();
  /** What the desk has heard of each place, and the version of the view it was computed from. */
  places: { version: number; heard: Map<string, Heard> } | undefined;
  readonly #first = new Map<string, CaseMs>();
  readonly #refused = new Map<string, CaseMs>();
  /** When the rule that is being asked wants to be asked again. */
  wake: CaseMs = Number.POSITIVE_INFINITY;
  #chance: number;

  constructor({ seed, seat, manner }: BotOptions) {
    this.manner = manner ?? 'rule-bound';
    // Every seat has its own chance, so that two bots of one play do not do the same.
    let mixed = seed;
    for (let index = 0; index < seat.length; index += 1) mixed = (Math.imul(mixed, 31) + seat.charCodeAt(index)) | 0;
    this.#chance = mixed;
  }

  /** A number in [0, 1). */
  chance(): number {
    const { value, state } = draw(this.#chance);
    this.#chance = state;
    return value;
  }

  pick<T>(list: readonly T[]): T | undefined {
    return list[Math.floor(this.chance() * list.length)];
  }

  /** The time when this was first asked about; it is kept. */
  since(key: string, now: CaseMs): CaseMs {
    const before = this.#first.get(key);
    if (before !== undefined) return before;
    this.#first.set(key, now);
    return now;
  }

  /** False before `at`; the rule is then asked again at that time. */
  after(at: CaseMs, now: CaseMs): boolean {
    if (now >= at) return true;
    this.wake = Math.min(this.wake, at);
    return false;
  }

  refuse(command: TraineeCommand, now: CaseMs): void {
    this.#refused.set(JSON.stringify(command), now + REFUSED_FOR);
  }

  isRefused(command: TraineeCommand, now: CaseMs): boolean {
    if (this.#refused.size === 0) return false;
    const until = this.#refused.get(JSON.stringify(command));
    return until !== undefined && !this.after(until, now);
  }
}
