/**
 * Names that logs, databases, playthroughs and the wire store. They never change, so that old exercises still open.
 * Code outside this folder uses these constants; `tests/architecture.test.ts` checks that.
 */
import { type Actor, lead, seated, seatOfActor } from './actor.ts';
import { TRAINER } from './trainer-name.ts';

/**
 * In a log and in the table of commands: the sender of every command given as trainer. In audiences: every viewer of
 * the whole log. In playthroughs: the sender of a trainer's command. On the wire: the stream with the whole log.
 */
export { TRAINER };
export type StoredTrainer = typeof TRAINER;

/** How people get their desks: they choose one, or the trainer assigns one. */
export const SEATINGS = ['choice', TRAINER] as const;
export type Seating = (typeof SEATINGS)[number];

/** The stored `by` of an actor's command. `steers`: the command steers the exercise. */
export const keptAs = (actor: Actor, steers: boolean): string => (steers ? undefined : seatOfActor(actor)) ?? TRAINER;

/** The actor for a stored `by`, sufficient to judge the command again. */
export const actorKeptAs = (by: string): Actor => (by === TRAINER ? lead : seated(by));
