/**
 * An exercise played in memory: the log, the state, and the two ways to advance it (time, a command). Mutable on
 * purpose: it is the smallest driver of the core, used by playthroughs and tests.
 */
import { type Actor, lead } from '../access/actor.ts';
import type { AnyCommand } from '../vocabulary/commands.ts';
import type { Event } from '../exercise/events.ts';
import { advanceTo, decide, type Exercise, type WorldDraft, start } from '../exercise/exercise.ts';
import type { RoleId, SeatId } from '../exercise/ids.ts';
import type { Rejection } from '../exercise/rejections.ts';
import type { CompiledScenario } from '../scenario/compiled.ts';
import type { CaseMs } from '../time.ts';

export interface SessionOptions {
  seed: number;
  /** How many people sit at each desk. */
  seats: Record<RoleId, number>;
  /** The draft to mutate, if a caller owns the exercise. */
  draft?: WorldDraft | undefined;
}

/** The id of the n-th seat of a desk: `police-1`. */
export const seatOf = (role: RoleId, number = 1): SeatId => `${role}-${number}`;

export interface Session {
  readonly compiled: CompiledScenario;
  exercise: Exercise;
  readonly events: Event[];
  now: CaseMs;
  readonly draft?: WorldDraft | undefined;
}

function record(session: Session, step: { events: Event[]; exercise: Exercise }): void {
  session.exercise = step.exercise;
  session.events.push(...step.events);
}

/**
 * Opens an exercise, seats all desks and starts it. Throws if the core rejects that, because the options do not fit the
 * scenario.
 */
export function openSession(compiled: CompiledScenario, { seed, seats, draft }: SessionOptions): Session {
  const opened = start(compiled, { seed, roles: Object.keys(seats) }, draft);
  const session: Session = {
    compiled,
    exercise: opened.exercise,
    events: [...opened.events],
    now: compiled.scenario.starts,
    draft,
  };
  const setUp: AnyCommand[] = Object.entries(seats).flatMap(([role, number]) =>
    Array.from({ length: number }, (_, index): AnyCommand => ({ type: 'seat', seat: seatOf(role, index + 1), role })),
  );
  for (const body of [...setUp, { type: 'start-exercise' } as const]) {
    const outcome = ask(session, lead, body);
    if ('rejection' in outcome) throw new Error(`${body.type} was refused: ${JSON.stringify(outcome.rejection)}`);
  }
  return session;
}

/** Advances the case clock to `at`, with all due timers. */
export function waitUntil(session: Session, at: CaseMs): void {
  record(session, advanceTo(session.compiled, session.exercise, at, session.draft));
  session.now = Math.max(session.now, at);
}

/** Submits one command now and appends its events to the session's log. A rejection leaves the session unchanged. */
export function ask(session: Session, from: Actor, body: AnyCommand): { events: Event[] } | { rejection: Rejection } {
  const decision = decide(session.compiled, session.exercise, { from, at: session.now, body }, session.draft);
  if ('rejection' in decision) return { rejection: decision.rejection };
  record(session, decision);
  // `skip-to` advances the clock by itself.
  session.now = Math.max(session.now, session.exercise.world.now);
  return { events: decision.events };
}
