/**
 * The desk that sends a command, and the checks that most commands share. A check returns a rejection, or undefined if
 * it passes.
 */
import type { Actor } from '../../access/actor.ts';
import type { Power } from '../../vocabulary/enums.ts';
import type { CommandOf, CommandType } from '../../vocabulary/commands.ts';
import type { ItemId, PersonId, PlaceId, RoleId, SeatId } from '../ids.ts';
import { powersOf } from '../powers.ts';
import type { Rejection, RejectionCode } from '../rejections.ts';
import type { Stage } from '../stage.ts';
import { knowsItem, knowsPerson } from './knowledge.ts';

export interface Desk {
  role: RoleId;
  seat: SeatId;
}

export type Refusal = Rejection | undefined;
export type Handler<T extends CommandType> = (stage: Stage, desk: Desk, command: CommandOf<T>) => Refusal;
export type Handlers<T extends CommandType> = { [K in T]: Handler<K> };
/** Commands of the trainer have no desk. */
export type TrainerHandler<T extends CommandType> = (stage: Stage, command: CommandOf<T>, from: Actor) => Refusal;

export const refuse = (code: RejectionCode, params?: Rejection['params']): Rejection =>
  params ? { code, params } : { code };

/** The first rejection of a list of checks. Checks are thunks, so that later ones may rely on earlier ones. */
export function firstRefusal(...checks: (() => Refusal)[]): Refusal {
  for (const check of checks) {
    const refusal = check();
    if (refusal) return refusal;
  }
  return undefined;
}

/**
 * The desk has one of these powers; an empty list asks for none. `handle-command.ts` asks for the powers that a command declares,
 * a handler only where they are declared `by-case`.
 */
export const needsPower = (stage: Stage, desk: Desk, anyOf: readonly Power[]): Refusal => {
  const [first] = anyOf;
  const powers = powersOf(stage.compiled, desk.role);
  return first === undefined || anyOf.some((power) => powers.has(power))
    ? undefined
    : refuse('no-power', { power: first });
};

/** Passes if every one of `values` is on the list. */
export const rejectUnlisted = (list: readonly string[], values: readonly string[]): Refusal =>
  values.every((value) => list.includes(value)) ? undefined : refuse('bad-value');

/**
 * Passes if the desk knows the item. An unknown id and an item not known yet get the same rejection, so that it reveals
 * nothing.
 */
export const needsItem = (stage: Stage, desk: Desk, item: ItemId): Refusal =>
  knowsItem(stage, desk.role, item) ? undefined : refuse('not-known', { id: item });

export const needsPerson = (stage: Stage, desk: Desk, person: PersonId): Refusal =>
  knowsPerson(stage, desk.role, person) ? undefined : refuse('not-known', { id: person });

/** Passes if the seat is neither travelling nor searching. */
export const needsFreeHands = (stage: Stage, desk: Desk): Refusal =>
  stage.world.seats[desk.seat]?.busy ? refuse('busy') : undefined;

/** Passes if a seat of the desk is with this person. */
export const needsPresence = (stage: Stage, desk: Desk, person: PersonId): Refusal => {
  const place = stage.world.people[person]?.place;
  return place !== undefined && stage.rolesAt(place).includes(desk.role)
    ? undefined
    : refuse('not-here', { id: person });
};

export const seatPlace = (stage: Stage, desk: Desk): PlaceId | undefined => {
  const seat = stage.world.seats[desk.seat];
  return seat?.busy?.doing === 'travel' ? undefined : seat?.at;
};

export const isRole = (stage: Stage, id: string): boolean => stage.world.roles.includes(id);
export const acted = (desk: Desk) => ({ by: desk.role, seat: desk.seat });
