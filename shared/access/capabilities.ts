/**
 * What each kind of actor may do in one class. The only place that answers this question; callers ask `may(actor, …)`.
 * The design of the rights, with reasons, is in `docs/decisions.md`.
 */
import type { Actor, ActorKind, Scope } from './actor.ts';

/** Capabilities that a command can require. */
export const COMMAND_CAPABILITIES = [
  /** The commands of a desk. */
  'play',
  /** Start the exercise, skip time. */
  'steer',
  /** Pause, resume, change the pace. */
  'hold-clock',
  'end',
  'inject',
  'whisper',
  'note',
  /** Give and free seats, hand a desk to a simulation. */
  'seat-people',
  /** Say what people of the case say; `maySpeakFor` decides about each person. */
  'speak-for-people',
] as const;

/** Capabilities in one class, besides commands. */
export const CLASS_CAPABILITIES = [
  /** The card of the class: title, code, number of people. */
  'see-class',
  /** Join its room. */
  'enter',
  /** Read the whole log, the coming injects, the console and every card. */
  'see-truth',
  /** What a desk knows; an evaluator only for its own desks (`maySeeDesk`). */
  'see-desk',
  /** The card and the people who have come in, for the projector. */
  'see-wall',
  'read-debrief',
  'export-debrief',
  /** Give a person who lost the session a code to come back. */
  'make-return-code',
  /** Read, export and erase stored personal data. */
  'handle-personal-data',
  'erase',
  /** Grant and revoke rights in this class. */
  'invite',
] as const;

/** Capabilities on the server, outside any class. None of them gives a right in a class. */
export const HOUSE_CAPABILITIES = [
  'read-cases',
  'open-class',
  /** The cards of classes: the host sees all, a token those that it names. */
  'list-classes',
  /** Start an exercise that is no class: a practice or a demo. */
  'start-practice',
  /** Classes that this release cannot open. */
  'handle-unopened',
  'read-audit',
  'handle-tokens',
] as const;

export type CommandCapability = (typeof COMMAND_CAPABILITIES)[number];
export type ClassCapability = (typeof CLASS_CAPABILITIES)[number];
export type HouseCapability = (typeof HOUSE_CAPABILITIES)[number];
export type Capability = CommandCapability | ClassCapability | HouseCapability;

const TRAINS = [
  'steer',
  'hold-clock',
  'inject',
  'whisper',
  'note',
  'seat-people',
  'speak-for-people',
  'see-class',
  'enter',
  'see-truth',
  'see-desk',
  'see-wall',
  'read-debrief',
  'make-return-code',
] as const satisfies Capability[];

const LEADS = [
  ...TRAINS,
  'end',
  'export-debrief',
  'handle-personal-data',
  'erase',
  'invite',
] as const satisfies Capability[];

const RIGHTS: { [K in Exclude<ActorKind, 'token'>]: ReadonlySet<Capability> } = {
  lead: new Set(LEADS),
  'co-trainer': new Set(TRAINS),
  evaluator: new Set(['see-class', 'enter', 'see-desk']),
  'role-player': new Set(['see-class', 'enter', 'speak-for-people']),
  seat: new Set(['enter', 'play']),
  learner: new Set(['enter', 'play', 'hold-clock', 'end']),
  wall: new Set(['see-class', 'enter', 'see-wall']),
  author: new Set(LEADS),
  host: new Set(HOUSE_CAPABILITIES),
  server: new Set(['steer', 'hold-clock', 'end', 'seat-people']),
};

const RIGHTS_OF_SCOPE: { [S in Scope]: readonly Capability[] } = {
  'read-cases': ['read-cases'],
  'open-classes': ['open-class'],
  'read-classes': ['list-classes', 'see-class'],
  'read-debriefs': ['read-debrief', 'export-debrief'],
};

export function may(actor: Actor, capability: Capability): boolean {
  if (actor.kind === 'token') return actor.scopes.some((scope) => RIGHTS_OF_SCOPE[scope].includes(capability));
  return RIGHTS[actor.kind].has(capability);
}

/** True if this actor may read the view of this desk. */
export const maySeeDesk = (actor: Actor, desk: string): boolean =>
  may(actor, 'see-desk') && (actor.kind !== 'evaluator' || actor.desks.includes(desk));

/** Facts of the case, not beliefs of the class: what the class believes about a person may be wrong. */
export interface PersonInTruth {
  isPresumedVictim: boolean;
  /** Under eighteen, or possibly under eighteen. */
  isChild: boolean;
}

/**
 * True if this actor may speak for a person of the case. No actor may speak for a presumed victim or a child: only the
 * case does. A role-player speaks only for the people of the invitation. `person` is undefined if the case has no such person.
 */
export const maySpeakFor = (actor: Actor, id: string, person: PersonInTruth | undefined): boolean =>
  may(actor, 'speak-for-people') &&
  (actor.kind !== 'role-player' || actor.people.includes(id)) &&
  person !== undefined &&
  !person.isPresumedVictim &&
  !person.isChild;
