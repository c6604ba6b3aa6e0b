/**
 * Names that logs, databases, playthroughs and the wire keep. They never change: old exercises must go on opening.
 * Code outside this folder uses these constants; `tests/architecture.test.ts` checks that.
 */
import { type Actor, lead, seated, seatOfActor } from './actor.ts';
import { TRAINER } from './trainer-name.ts';

/**
 * In a log and in the table of commands: everything that is done in the trainer's place. In audiences: all who may know the
 * whole log. In playthroughs: the sender of a trainer's command. On the wire: the stream with the whole log.
 */
export { TRAINER };
export type StoredTrainer = typeof TRAINER;

/** How people come to their desks: they choose one, or the trainer gives them one. */
export const SEATINGS = ['choice', TRAINER] as const;
export type Seating = (typeof SEATINGS)[number];

/** The `by` under which the command of an actor is kept. `steers`: the command is one that steers the exercise. */
export const keptAs = (actor: Actor, steers: boolean): string => (steers ? undefined : seatOfActor(actor)) ?? TRAINER;

/** The actor for a kept `by`, good enough to judge the command again. */
export const actorKeptAs = (by: string): Actor => (by === TRAINER ? lead : seated(by));
