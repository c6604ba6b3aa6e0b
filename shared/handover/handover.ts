/**
 * The first things to tell a person who takes over a desk during play: what the desk owes, promised, waits for, did and
 * knows. Computed from the desk's own world, so it reveals nothing that the desk does not know.
 *
 * Codes and ids only; the sentences are the interface texts `handover.line.<code>`.
 */
import type { RoleId } from '../exercise/ids.ts';
import type { Request, World } from '../exercise/world.ts';
import type { CaseMs } from '../time.ts';

export interface HandoverLine {
  /** A stable key. */
  id: string;
  code: string;
  at?: CaseMs | undefined;
  due?: CaseMs | undefined;
  /** Ids by kind: `person`, `item`, `role`, `request` (its kind), `duty`, `text` … */
  params: Record<string, string>;
}

export interface Handover {
  /** Others wait for it, or the law requires it. Soonest due first. */
  owes: HandoverLine[];
  /** Begun or accepted, and not finished. Soonest due first. */
  promised: HandoverLine[];
  /** Requested from others, and not answered. */
  waits: HandoverLine[];
  /** Newest first. */
  did: HandoverLine[];
  /** Newest first. */
  knows: HandoverLine[];
}

export function handover(world: World, role: RoleId): Handover {
  return {
    owes: soonestFirst([...duties(world, role), ...asked(world, role), ...jointWork(world, role)]),
    promised: soonestFirst([...accepted(world, role), ...agreed(world, role), ...openWork(world, role)]),
    waits: soonestFirst(waitsFor(world, role)),
    did: newestFirst([...withPeople(world, role), ...withItems(world, role), ...withOthers(world, role)]),
    knows: newestFirst([...items(world, role), ...people(world, role)]),
  };
}

const soonestFirst = (lines: HandoverLine[]): HandoverLine[] =>
  lines.toSorted(
    (one, other) =>
      (one.due ?? Infinity) - (other.due ?? Infinity) || (one.at ?? 0) - (other.at ?? 0) || byId(one, other),
  );
const newestFirst = (lines: HandoverLine[]): HandoverLine[] =>
  lines.toSorted((one, other) => (other.at ?? 0) - (one.at ?? 0) || byId(one, other));
const byId = (one: HandoverLine, other: HandoverLine): number => one.id.localeCompare(other.id);

/** One line for each entry of a record for which `line` returns one. */
function linesOf<T>(
  record: Readonly<Record<string, T>>,
  line: (entry: T, id: string) => Omit<HandoverLine, 'id'> | undefined,
): HandoverLine[] {
  return Object.entries(record).flatMap(([id, entry]) => {
    const found = line(entry, id);
    return found ? [{ id: `${found.code}:${id}`, ...found }] : [];
  });
}

const isAnswered = ({ answers }: Request): boolean => answers.some(({ outcome }) => outcome !== 'accepted');

function duties({ duties: all }: World, role: RoleId): HandoverLine[] {
  return linesOf(all, ({ role: owner, state, duty, person, due }) =>
    owner === role && state === 'open' ? { code: 'duty', due, params: { duty, person } } : undefined,
  );
}

function asked({ requests }: World, role: RoleId): HandoverLine[] {
  return linesOf(requests, ({ to, by, kind, at, due, answers }) =>
    to === role && answers.length === 0 ? { code: 'asked', at, due, params: { request: kind, role: by } } : undefined,
  );
}

/** Conferences to which the desk is invited, and open decisions. */
function jointWork({ conferences, decisions }: World, role: RoleId): HandoverLine[] {
  return [
    ...linesOf(conferences, ({ state, with: invited, joined, by, at }) =>
      state === 'open' && invited.includes(role) && !joined.includes(role)
        ? { code: 'conference', at, params: { role: by } }
        : undefined,
    ),
    ...linesOf(decisions, ({ made, openedAt }, decision) =>
      made ? undefined : { code: 'decision', at: openedAt, params: { decision } },
    ),
  ];
}

function accepted({ requests }: World, role: RoleId): HandoverLine[] {
  return linesOf(requests, (request) =>
    request.to === role && request.answers.length > 0 && !isAnswered(request)
      ? { code: 'accepted', at: request.at, due: request.due, params: { request: request.kind, role: request.by } }
      : undefined,
  );
}

function agreed({ actions }: World, role: RoleId): HandoverLine[] {
  return linesOf(actions, ({ to, state, due, text }) =>
    to === role && state === 'decided' ? { code: 'action', due, params: { text } } : undefined,
  );
}

const OVER: ReadonlySet<string> = new Set(['received', 'feedback', 'closed']);

/** Interviews that are not closed, referrals in which the person has not arrived, charges that are not filed. */
function openWork({ interviews, referrals, charges }: World, role: RoleId): HandoverLine[] {
  return [
    ...linesOf(interviews, ({ by, state, person, startedAt }) =>
      by === role && state !== 'closed' ? { code: 'interview', at: startedAt, params: { person } } : undefined,
    ),
    ...linesOf(referrals, ({ by, state, person, due, steps }) =>
      by === role && !OVER.has(state)
        ? { code: 'referral', at: steps.at(-1)?.at, due, params: { person, state } }
        : undefined,
    ),
    ...linesOf(charges, ({ by, state, person, offence }) =>
      by === role && state === 'draft' ? { code: 'charge', params: { person, offence } } : undefined,
    ),
  ];
}

function waitsFor({ requests }: World, role: RoleId): HandoverLine[] {
  return linesOf(requests, (request) =>
    request.by === role && !isAnswered(request)
      ? { code: 'waits', at: request.at, due: request.due, params: { request: request.kind, role: request.to } }
      : undefined,
  );
}

function withPeople({ people: all, interviews, referrals, charges, noCharge }: World, role: RoleId): HandoverLine[] {
  const screenings = Object.entries(all).flatMap(([person, { screenings: list }]) =>
    list
      .filter(({ by }) => by === role)
      .map(({ at, outcome }) => ({
        id: `screened:${person}.${at}`,
        code: 'screened',
        at,
        params: { person, status: outcome },
      })),
  );
  const steps = Object.entries(referrals).flatMap(([id, { person, steps: list }]) =>
    list
      .filter(({ by }) => by === role)
      .map(({ at, state }) => ({ id: `step:${id}.${state}`, code: 'step', at, params: { person, state } })),
  );
  return [
    ...screenings,
    ...steps,
    ...linesOf(interviews, ({ by, state, person, turns, startedAt }) =>
      by === role && state === 'closed'
        ? { code: 'interviewed', at: turns.at(-1)?.at ?? startedAt, params: { person } }
        : undefined,
    ),
    ...linesOf(charges, ({ by, state, person, offence }) =>
      by === role && state === 'filed' ? { code: 'filed', params: { person, offence } } : undefined,
    ),
    ...linesOf(noCharge, ({ by, at }, person) =>
      by === role ? { code: 'no-charge', at, params: { person } } : undefined,
    ),
  ];
}

function withItems({ items: all, shares }: World, role: RoleId): HandoverLine[] {
  const taken = linesOf(all, ({ custody }, item) => {
    const entry = custody.find(({ by, what }) => by === role && what === 'taken');
    return entry ? { code: 'taken', at: entry.at, params: { item } } : undefined;
  });
  const shared = shares.flatMap(({ by, at, item, to }, index) =>
    by === role ? [{ id: `shared:${index}`, code: 'shared', at, params: { item, role: to } }] : [],
  );
  return [...taken, ...shared];
}

function withOthers({ requests, decisionLog }: World, role: RoleId): HandoverLine[] {
  return [
    ...linesOf(requests, (request) =>
      request.by === role && isAnswered(request)
        ? { code: 'got', at: request.answers.at(-1)?.at, params: { request: request.kind, role: request.to } }
        : undefined,
    ),
    ...linesOf(requests, (request) =>
      request.to === role && isAnswered(request)
        ? { code: 'answered', at: request.answers.at(-1)?.at, params: { request: request.kind, role: request.by } }
        : undefined,
    ),
    ...linesOf(decisionLog, ({ by, at, text }) => (by === role ? { code: 'logged', at, params: { text } } : undefined)),
  ];
}

function items({ items: all }: World, role: RoleId): HandoverLine[] {
  return linesOf(all, ({ known }, item) => {
    const own = known[role];
    return own ? { code: 'item', at: own.at, params: { item } } : undefined;
  });
}

function people({ people: all }: World, role: RoleId): HandoverLine[] {
  return linesOf(all, ({ known, status }, person) => {
    const own = known[role];
    return own ? { code: 'person', at: own.at, params: { person, ...(status && { status }) } } : undefined;
  });
}
