/** What must never happen in a play, and a replay that checks for it. */
import { type Actor, lead, seated } from '../access/actor.ts';
import { proveCards } from './card-proof.ts';
import type { BotCommand } from '../bots/play-bots.ts';
import type { CardSource } from '../cards/words.ts';
import type { Event } from '../exercise/events.ts';
import { advanceTo, decide, type Exercise, foldExercise, start } from '../exercise/exercise.ts';
import type { RoleId } from '../exercise/ids.ts';
import { seatOf } from '../playthrough/session.ts';
import type { CaseMs } from '../time.ts';
import { isSame } from './same.ts';
import { proveStreams } from './stream-proof.ts';

/**
 * - `leak`: an event or a card revealed a fact to a desk that had not earned it.
 * - `fold`: the log does not fold to the live exercise.
 * - `circle`: the case loops while no time passes.
 * - `exception`: the core (or a bot) threw.
 */
export type ViolationKind = 'leak' | 'fold' | 'circle' | 'exception';

export interface Violation {
  kind: ViolationKind;
  /** The identity of a violation: the fact and the desk, or the message. */
  what: string;
  role?: RoleId | undefined;
  fact?: string | undefined;
  /** Type of the event that revealed it, or the card. */
  type?: string | undefined;
  card?: string | undefined;
  at?: CaseMs | undefined;
}

/** The commands of a play, replayed, and the violation. */
export interface Replay {
  events: Event[];
  violations: Violation[];
}

export interface ReplayResult {
  seed: number;
  roles: readonly RoleId[];
  /** Case time of the end. */
  until: CaseMs;
  /** Also checks the cards at the end. Expensive, so only used if a card is the violation. */
  cards?: boolean | undefined;
}

export const thrown = (error: unknown): Violation => {
  const message = error instanceof Error ? error.message : String(error);
  return { kind: message.includes('round in circles') ? 'circle' : 'exception', what: message };
};

export const leakViolations = (leaks: readonly ReturnType<typeof proveStreams>[number][]): Violation[] =>
  leaks.map(({ role, fact, type, card, at }) => ({
    kind: 'leak',
    what: `${role} ${fact}`,
    role,
    fact,
    type,
    ...(card === undefined ? {} : { card }),
    at,
  }));

export const FOLD: Violation = { kind: 'fold', what: 'the log does not give the exercise as it was' };

/** True for two violations of the same kind and cause. */
export const isSameViolation = (one: Violation, other: Violation): boolean =>
  one.kind === other.kind && one.what === other.what && (one.card === undefined) === (other.card === undefined);

/** Replays commands without bots; rejected ones change nothing. Never throws because of the core. */
export function replay(
  source: CardSource,
  { seed, roles, until, cards }: ReplayResult,
  commands: readonly BotCommand[],
): Replay {
  const { compiled } = source;
  const opened = start(compiled, { seed, roles: [...roles] });
  const play: { events: Event[]; exercise: Exercise } = { events: [...opened.events], exercise: opened.exercise };
  const take = (step: { events: Event[]; exercise: Exercise }): void => {
    play.exercise = step.exercise;
    play.events.push(...step.events);
  };
  const ask = (from: Actor, at: CaseMs, body: BotCommand['body']): void => {
    const decision = decide(compiled, play.exercise, { from, at, body });
    if (!('rejection' in decision)) take(decision);
  };
  try {
    const starts = compiled.scenario.starts;
    for (const role of roles) ask(lead, starts, { type: 'seat', seat: seatOf(role), role });
    ask(lead, starts, { type: 'start-exercise' });
    for (const { from, at, body } of commands) {
      take(advanceTo(compiled, play.exercise, at));
      ask(seated(from), at, body);
    }
    take(advanceTo(compiled, play.exercise, until));
  } catch (error) {
    return { events: play.events, violations: [thrown(error)] };
  }
  const violations = leakViolations(proveStreams(compiled, play.events));
  if (cards) violations.push(...leakViolations(proveCards(source, play.events)));
  if (!isSame(foldExercise(compiled, play.events), play.exercise)) violations.push(FOLD);
  return { events: play.events, violations };
}
