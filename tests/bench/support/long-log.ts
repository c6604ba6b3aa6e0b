/** An endless exercise: desks write, arrange their boards, log decisions, raise hands; a trainer takes notes. */
import { type Actor, lead, seated } from '../../../shared/access/actor.ts';
import type { AnyCommand } from '../../../shared/vocabulary/commands.ts';
import type { Event } from '../../../shared/exercise/events.ts';
import { decide, type Exercise, WorldDraft } from '../../../shared/exercise/exercise.ts';
import { openSession, seatOf } from '../../../shared/playthrough/session.ts';
import type { CompiledScenario } from '../../../shared/scenario/compiled.ts';

export interface Asked {
  from: Actor;
  body: AnyCommand;
}

/** The n-th act of an endless class; each is kept in some list of the world. Texts are already references. */
export function actNumber(roles: readonly string[], number: number, seats: readonly string[]): Asked {
  const place = number % roles.length;
  const seat = seated(seats[place] ?? '');
  const text = `t${number}`;
  switch (number % 5) {
    case 0:
      return { from: seat, body: { type: 'send-message', to: [...roles], text } };
    case 1:
      return {
        from: seated(seats[0] ?? ''),
        body: { type: 'place-item', item: 'coach-nickname', x: number % 4000, y: (number * 7) % 4000 },
      };
    case 2:
      return { from: seat, body: { type: 'log-decision', text, reason: `r${number}`, confidence: 'medium' } };
    case 3:
      return { from: lead, body: { type: 'take-note', text } };
    default:
      return { from: seat, body: { type: 'raise-hand' } };
  }
}

/** A log of at least this many events, in memory. */
export function longLog(compiled: CompiledScenario, events: number): Event[] {
  const roles = Object.keys(compiled.scenario.roles);
  const session = openSession(compiled, { seed: 1, seats: Object.fromEntries(roles.map((role) => [role, 1])) });
  const log = [...session.events];
  const draft = new WorldDraft();
  let exercise: Exercise = session.exercise;
  const seats = roles.map((role) => seatOf(role));
  for (let number = 0; log.length < events; number += 1) {
    const { from, body } = actNumber(roles, number, seats);
    const decision = decide(compiled, exercise, { from, at: session.now + number * 1000, body }, draft);
    if ('rejection' in decision) throw new Error(`${body.type} was refused: ${JSON.stringify(decision.rejection)}`);
    exercise = decision.exercise;
    log.push(...decision.events);
  }
  return log;
}
