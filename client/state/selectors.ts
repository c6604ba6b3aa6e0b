/** Selectors of a desk's world. Pure functions that read nothing beyond what the desk knows. */
import type { Referral, Request, World } from '../../shared/exercise/world.ts';
import { TRAINER } from '../../shared/access/trainer-name.ts';
import { isVictim } from '../../shared/exercise/person-in-truth.ts';
import type { CaseMs } from '../../shared/time.ts';

/** The people this desk knows, most recently known first. */
export function knownPeople(world: World, role: string): string[] {
  return Object.entries(world.people)
    .flatMap(([id, person]) => (person.known[role] ? [{ id, at: person.known[role].at }] : []))
    .toSorted((one, other) => other.at - one.at || one.id.localeCompare(other.id))
    .map(({ id }) => id);
}

/** The items this desk knows, newest first. */
export function knownItems(world: World, role: string): string[] {
  return Object.entries(world.items)
    .flatMap(([id, item]) => (item.known[role] ? [{ id, at: item.known[role].at }] : []))
    .toSorted((one, other) => other.at - one.at || one.id.localeCompare(other.id))
    .map(({ id }) => id);
}

/** True until an answer ends the request; `accepted` only announces that an answer will follow. */
export const isOpenRequest = (request: Request): boolean =>
  !request.answers.some((answer) => answer.outcome !== 'accepted');

export function requestsTo(world: World, role: string): [string, Request][] {
  return Object.entries(world.requests)
    .filter(([, request]) => request.to === role)
    .toSorted(([, one], [, other]) => other.at - one.at);
}

export function requestsBy(world: World, role: string): [string, Request][] {
  return Object.entries(world.requests)
    .filter(([, request]) => request.by === role)
    .toSorted(([, one], [, other]) => other.at - one.at);
}

/** Received injects, newest first. */
export function receivedInjects(world: World): { id: string; at: CaseMs }[] {
  return Object.entries(world.injects)
    .flatMap(([id, inject]) => (inject.firedAt === undefined ? [] : [{ id, at: inject.firedAt }]))
    .toSorted((one, other) => other.at - one.at);
}

/** Messages that this desk or seat sent or received, newest first. */
export function messages(world: World) {
  return Object.entries(world.messages)
    .map(([id, message]) => ({ id, ...message }))
    .toSorted((one, other) => other.at - one.at);
}

/** The referral of a person to show: the open one that is least advanced, or else the last. */
export function currentReferral(world: World, person: string): (Referral & { id: string }) | undefined {
  const all = (world.people[person]?.referrals ?? []).flatMap((id) =>
    world.referrals[id] ? [{ id, ...world.referrals[id] }] : [],
  );
  const open = all.filter((referral) => referral.state !== 'closed');
  const least = Math.min(...open.map(referralStep));
  return open.findLast((referral) => referralStep(referral) === least) ?? all.at(-1);
}

/** The index of a referral in `REFERRAL_PATH`; a refused offer counts as offered. */
const referralStep = ({ state }: Referral): number => REFERRAL_PATH.indexOf(state === 'refused' ? 'offered' : state);

export const REFERRAL_PATH = [
  'needs-assessed',
  'consented',
  'offered',
  'accepted',
  'transported',
  'received',
  'feedback',
  'closed',
] as const;
/** The stages of help for a presumed victim, as the desk sees them: screened, then the referral path. */
export const HELP_PATH = ['screened', ...REFERRAL_PATH] as const;
export type HelpStage = (typeof HELP_PATH)[number];

/** The stages that a person has reached, in the order of the path. One that was left out, such as consent, is not among them. */
export function stagesReached(world: World, person: string): HelpStage[] {
  const reached = new Set<string>(currentReferral(world, person)?.steps.map(({ state }) => state));
  if ((world.people[person]?.screenings.length ?? 0) > 0) reached.add('screened');
  return HELP_PATH.filter((stage) => reached.has(stage));
}

/** True where this desk knows of a reason to presume that the person is a victim. */
export const isPresumedVictim = (world: World, person: string): boolean => isVictim(world.people[person]?.status);

/** True if the path of help is this person's: of a presumed victim, and of anyone who is being helped. */
export const isBeingHelped = (world: World, person: string): boolean =>
  isPresumedVictim(world, person) || (world.people[person]?.referrals.length ?? 0) > 0;

/** True if the desk has to take the person for a child: by age, by a doubt about the age, or by its own screening. */
export const isTakenForChild = (
  world: World,
  person: string,
  { age, ageInDoubt }: { age?: number | undefined; ageInDoubt?: boolean | undefined } = {},
): boolean =>
  (age !== undefined && age < ADULT) ||
  ageInDoubt === true ||
  (world.people[person]?.screenings ?? []).some(({ child }) => child);

const ADULT = 18;

/** The seats whose person is at a place; people on the way are not. */
export function seatsAt(world: World, place: string): string[] {
  return Object.entries(world.seats).flatMap(([id, seat]) =>
    seat.at === place && !seat.freed && seat.busy?.doing !== 'travel' ? [id] : [],
  );
}

export function peopleAt(world: World, role: string, place: string): string[] {
  return Object.entries(world.people).flatMap(([id, person]) =>
    person.place === place && person.known[role] ? [id] : [],
  );
}

/** True if a person of this desk is at the place. */
export const deskIsAt = (world: World, role: string, place: string | undefined): boolean =>
  place !== undefined && seatsAt(world, place).some((seat) => world.seats[seat]?.role === role);

/** All other desks that this desk can know of: occupied desks, and desks it has dealt with. */
export function otherRoles(world: World, role: string, roster: readonly { role: string }[]): string[] {
  const dealt = [
    ...world.shares.flatMap((share) => [share.by, share.to]),
    ...Object.values(world.conferences).flatMap((conference) => conference.with),
  ];
  const seated = roster.map((seat) => seat.role).filter((id) => id !== '');
  const known = new Set([
    ...world.roles,
    ...seated,
    ...dealt.filter((id) => world.roles.includes(id) || seated.includes(id)),
  ]);
  known.delete(role);
  return [...known].sort();
}

/** The hands that are up, by seat, with the time at which they were raised. A later message of the trainer to the seat answers it. */
export function raisedHands(world: World): Record<string, CaseMs> {
  const isAnswered = (seat: string, since: CaseMs): boolean => {
    const role = world.seats[seat]?.role ?? '';
    const names = ['all', seat, role, `role:${role}`, `seat:${seat}`];
    return Object.values(world.messages).some(
      ({ by, at, to }) => by === TRAINER && at >= since && to.some((receiver) => names.includes(receiver)),
    );
  };
  return Object.fromEntries(Object.entries(world.hands).filter(([seat, since]) => !isAnswered(seat, since)));
}
