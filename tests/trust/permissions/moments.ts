/** Exercises of the shipped cases at moments of their exemplary play, in every state of a class. */
import { lead } from '../../../shared/access/actor.ts';
import { decide, type Exercise, foldExercise } from '../../../shared/exercise/exercise.ts';
import type { Command } from '../../../shared/exercise/commands.ts';
import type { Event } from '../../../shared/exercise/events.ts';
import { parsePlaythrough } from '../../../shared/playthrough/parse-playthrough.ts';
import { playThrough } from '../../../shared/playthrough/play-through.ts';
import { ask, openSession, type Session, waitUntil } from '../../../shared/playthrough/session.ts';
import type { CompiledScenario } from '../../../shared/scenario/compiled.ts';
import { parseCase } from '../../../shared/scenario/parse-case.ts';
import { caseFiles, playthroughsOf } from '../../support/case-files.ts';

export interface Played {
  compiled: CompiledScenario;
  commands: readonly Command[];
  events: readonly Event[];
  seed: number;
}

/** The longest playthrough of a case. */
export function longestPlay(id: string): Played {
  const { compiled } = parseCase(caseFiles(id));
  if (!compiled) throw new Error(`${id} cannot be played`);
  const [longest] = playthroughsOf(id).toSorted((a, b) => b.text.length - a.text.length);
  const { playthrough } = parsePlaythrough(longest?.path ?? '', longest?.text ?? '');
  if (!playthrough) throw new Error(`${id} has no playthrough that can be read`);
  const { commands, events } = playThrough(compiled, { ...playthrough, result: undefined });
  return { compiled, commands, events, seed: playthrough.seed };
}

/** The exercise after the first `share` of the commands, just before the next one. */
export function playedUpTo({ compiled, commands, seed }: Played, share: number): Session {
  const session = open({ compiled, seed });
  for (const command of commands.slice(0, Math.floor(commands.length * share))) replay(session, command);
  return session;
}

export function replay(session: Session, { from, at, body }: Command): void {
  waitUntil(session, Math.max(at, session.now));
  ask(session, from, body);
}

/** A class whose people have joined, before the start. */
export function open({ compiled, seed }: Pick<Played, 'compiled' | 'seed'>): Session {
  const seats = Object.fromEntries(Object.keys(compiled.scenario.roles).map((role) => [role, 1]));
  return openSession(compiled, { seed, seats });
}

/** Before StartEx: all people are seated. */
export function lobbyOf(session: Session): Exercise {
  const before = session.events.findIndex(({ type }) => type === 'exercise-started');
  return foldExercise(session.compiled, session.events.slice(0, before));
}

/** The exercise after one more trainer command, which must be accepted. */
export function after(session: Session, type: 'pause' | 'end-exercise'): Exercise {
  const decision = decide(session.compiled, session.exercise, {
    from: lead,
    at: session.now,
    body: { type },
  });
  if ('rejection' in decision) throw new Error(`${type} was refused`);
  return decision.exercise;
}
