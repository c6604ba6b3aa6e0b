/**
 * The memory of a bot besides its view: commands it tried, when it first saw a thing, its random generator, its manner.
 */
import type { TraineeCommand } from '../vocabulary/commands.ts';
import { draw } from '../exercise/random.ts';
import { type CaseMs, MINUTE } from '../time.ts';
import type { BotOptions } from './bot.ts';
import type { Manner } from '../vocabulary/enums.ts';

/** A refused command is not repeated before this long. */
const REFUSED_FOR_MS = 30 * MINUTE;

/** How strongly a place attracts a bot, and since when. */
export interface Attraction {
  at: CaseMs;
  calls: number;
}

export class Mind {
  readonly manner: Manner;
  /** Completed work that the view does not show, with its time. */
  readonly done = new Map<string, CaseMs>();
  /** Things that need no new check while they stay the same: the thing, and a number for its state. */
  readonly checked = new Map<unknown, number>();
  /** What the desk has heard about each place, and the version of the view it was computed from. */
  places: { version: number; heard: Map<string, Attraction> } | undefined;
  readonly #first = new Map<string, CaseMs>();
  readonly #refused = new Map<string, CaseMs>();
  /** When the current rule asks to be evaluated again. */
  wakeAt: CaseMs = Number.POSITIVE_INFINITY;
  #chance: number;

  constructor({ seed, seat, manner }: BotOptions) {
    this.manner = manner ?? 'rule-bound';
    // Each seat mixes its own seed, so that two bots of one play act differently.
    let mixed = seed;
    for (let index = 0; index < seat.length; index += 1) mixed = (Math.imul(mixed, 31) + seat.charCodeAt(index)) | 0;
    this.#chance = mixed;
  }

  /** A random number in [0, 1). */
  chance(): number {
    const { value, state } = draw(this.#chance);
    this.#chance = state;
    return value;
  }

  pick<T>(list: readonly T[]): T | undefined {
    return list[Math.floor(this.chance() * list.length)];
  }

  /** The time of the first call with this key; later calls return the same time. */
  since(key: string, now: CaseMs): CaseMs {
    const before = this.#first.get(key);
    if (before !== undefined) return before;
    this.#first.set(key, now);
    return now;
  }

  /** True from `at` on. Before `at` it returns false and schedules the rule for that time. */
  after(at: CaseMs, now: CaseMs): boolean {
    if (now >= at) return true;
    this.wakeAt = Math.min(this.wakeAt, at);
    return false;
  }

  refuse(command: TraineeCommand, now: CaseMs): void {
    this.#refused.set(JSON.stringify(command), now + REFUSED_FOR_MS);
  }

  isRefused(command: TraineeCommand, now: CaseMs): boolean {
    if (this.#refused.size === 0) return false;
    const until = this.#refused.get(JSON.stringify(command));
    return until !== undefined && !this.after(until, now);
  }
}
