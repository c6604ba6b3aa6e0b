/** What a desk's world says, arranged for its screens. Pure functions of the world; nothing here knows more than the desk does. */
import type { Referral, Request, World } from '../../shared/exercise/world.ts';
import type { CaseMs } from '../../shared/time.ts';

/** People this desk knows, those heard of last first. */
export function knownPeople(world: World, role: string): string[] {
  return Object.entries(world.people)
    .flatMap(([id, person]) => (person.known[role] ? [{ id, at: person.known[role].at }] : []))
    .toSorted((one, other) => other.at - one.at || one.id.localeCompare(other.id))
    .map(({ id }) => id);
}

/** Items this desk knows, newest first. */
export function knownItems(world: World, role: string): string[] {
  return Object.entries(world.items)
    .flatMap(([id, item]) => (item.known[role] ? [{ id, at: item.known[role].at }] : []))
    .toSorted((one, other) => other.at - one.at || one.id.localeCompare(other.id))
    .map(({ id }) => id);
}

/** An answer that ends a request; `accepted` only says that the answer will come. */
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

/** Injects, newest first. */
export function receivedInjects(world: World): { id: string; at: CaseMs }[] {
  return Object.entries(world.injects)
    .flatMap(([id, inject]) => (inject.firedAt === undefined ? [] : [{ id, at: inject.firedAt }]))
    .toSorted((one, other) => other.at - one.at);
}

/** Messages to this desk or seat and from it, newest first. */
export function messages(world: World) {
  return Object.entries(world.messages)
    .map(([id, message]) => ({ id, ...message }))
    .toSorted((one, other) => other.at - one.at);
}

/** The referral of a person that counts now: of those still open the one with most left to do, else the last. */
export function currentReferral(world: World, person: string): (Referral & { id: string }) | undefined {
  const all = (world.people[person]?.referrals ?? []).flatMap((id) =>
    world.referrals[id] ? [{ id, ...world.referrals[id] }] : [],
  );
  const open = all.filter((referral) => referral.state !== 'closed');
  const least = Math.min(...open.map(referralStep));
  return open.findLast((referral) => referralStep(referral) === least) ?? all.at(-1);
}

/** How far a referral has come; a refused offer stands where it was made. */
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
/** The steps a person goes through, seen from the desk: screened, then the referral's own. */
export const PERSON_PATH = ['screened', ...REFERRAL_PATH] as const;

/** How many steps of `PERSON_PATH` lie behind a person. */
export function stepsDone(world: World, person: string): number {
  const referral = currentReferral(world, person);
  const screened = (world.people[person]?.screenings.length ?? 0) > 0 || world.people[person]?.status !== undefined;
  if (!referral) return screened ? 1 : 0;
  return 2 + Math.max(0, referralStep(referral));
}

/** Places where people of this desk are now, by seat; nobody who is on the way. */
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

/** True where somebody of this desk is at a place. */
export const deskIsAt = (world: World, role: string, place: string | undefined): boolean =>
  place !== undefined && seatsAt(world, place).some((seat) => world.seats[seat]?.role === role);

/** Every desk of the exercise but this one, as far as it can know: those with people, and those it has dealt with. */
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
