/** “Needs you now”: the open tasks of this desk, deadlines first. */
import type { World } from '../../shared/exercise/world.ts';
import type { CaseMs } from '../../shared/time.ts';
import { currentReferral, isOpenRequest, knownPeople, receivedInjects, requestsTo } from './selectors.ts';

export interface Need {
  /** Stable id, for keys and seen marks. */
  id: string;
  kind:
    | 'duty'
    | 'request'
    | 'action'
    | 'conference'
    | 'decision'
    | 'operation'
    | 'standby'
    | 'inject'
    | 'screen'
    | 'needs'
    | 'consent'
    | 'offer'
    | 'transport'
    | 'receive'
    | 'feedback'
    | 'message';
  due?: CaseMs | undefined;
  /** The case time since which it waits. */
  at: CaseMs;
  /** The subject of the title: a person, a request kind, a duty … */
  about: string;
  person?: string | undefined;
  href: string;
}

export interface Viewpoint {
  world: World;
  role: string;
  can: (power: string) => boolean;
  isNew: (topic: string, at: number) => boolean;
  /** True if this desk runsService the service, as far as known. */
  runsService: (service: string) => boolean;
}

/** All needs, earliest deadline first, then longest waiting. */
export function needsNow(view: Viewpoint): Need[] {
  const all = [
    ...openDuties(view),
    ...openRequests(view),
    ...jointWork(view),
    ...operationsUnderWay(view),
    ...unreadNews(view),
    ...referralSteps(view),
  ];
  return all.toSorted(
    (one, other) =>
      (one.due ?? Infinity) - (other.due ?? Infinity) || one.at - other.at || one.id.localeCompare(other.id),
  );
}

/** The need with the earliest deadline. */
export const nextDeadline = (needs: readonly Need[]): Need | undefined => needs.find((need) => need.due !== undefined);

function openDuties({ world, role }: Viewpoint): Need[] {
  return Object.entries(world.duties).flatMap(([id, duty]) =>
    duty.role === role && duty.state === 'open'
      ? [
          {
            id: `duty:${id}`,
            kind: 'duty' as const,
            due: duty.due,
            at: 0,
            about: duty.duty,
            person: duty.person,
            href: `/play/people/${duty.person}`,
          },
        ]
      : [],
  );
}

function openRequests({ world, role }: Viewpoint): Need[] {
  return requestsTo(world, role)
    .filter(([, request]) => isOpenRequest(request))
    .map(([id, request]) => ({
      id: `request:${id}`,
      kind: 'request',
      due: request.due,
      at: request.at,
      about: id,
      href: `/play/inbox/request/${id}`,
    }));
}

function jointWork({ world, role }: Viewpoint): Need[] {
  const actions = Object.entries(world.actions).flatMap(([id, action]): Need[] =>
    action.to === role && action.state === 'decided'
      ? [{ id: `action:${id}`, kind: 'action', due: action.due, at: 0, about: action.text, href: '/play/conference' }]
      : [],
  );
  const conferences = Object.entries(world.conferences).flatMap(([id, conference]): Need[] =>
    conference.state === 'open' && conference.with.includes(role) && !conference.joined.includes(role)
      ? [
          {
            id: `conference:${id}`,
            kind: 'conference',
            at: conference.at,
            about: conference.by,
            href: '/play/conference',
          },
        ]
      : [],
  );
  const decisions = Object.entries(world.decisions).flatMap(([id, decision]): Need[] =>
    decision.made
      ? []
      : [{ id: `decision:${id}`, kind: 'decision', at: decision.openedAt, about: id, href: '/play/decisions' }],
  );
  return [...actions, ...conferences, ...decisions];
}

/** Operations that were launched, until something arrives at this desk after the launch: an operation has no end of its own. */
function operationsUnderWay({ world }: Viewpoint): Need[] {
  const last = Math.max(...receivedInjects(world).map(({ at }) => at), -Infinity);
  return Object.entries(world.operations).flatMap(([id, { state, launchedAt }]): Need[] =>
    state === 'launched' && launchedAt !== undefined && launchedAt > last
      ? [{ id: `operation:${id}`, kind: 'operation', at: launchedAt, about: id, href: '/play/plan' }]
      : [],
  );
}

function unreadNews({ world, role, isNew }: Viewpoint): Need[] {
  const injects = receivedInjects(world)
    .filter(({ id, at }) => isNew(`inject:${id}`, at))
    .map(
      ({ id, at }): Need => ({ id: `inject:${id}`, kind: 'inject', at, about: id, href: `/play/inbox/inject/${id}` }),
    );
  const messages = Object.entries(world.messages)
    .filter(([id, message]) => message.by !== role && isNew(`message:${id}`, message.at))
    .map(
      ([id, message]): Need => ({
        id: `message:${id}`,
        kind: 'message',
        at: message.at,
        about: message.by,
        ...(message.person !== undefined && { person: message.person }),
        href: '/play/inbox/messages',
      }),
    );
  return [...injects, ...messages];
}

const NEXT: Partial<Record<string, { kind: Need['kind']; power: string }>> = {
  'needs-assessed': { kind: 'consent', power: 'refer' },
  consented: { kind: 'offer', power: 'refer' },
  refused: { kind: 'offer', power: 'refer' },
  accepted: { kind: 'transport', power: 'refer' },
};

/** The next referral step of each person, if this desk takes it. */
function referralSteps(view: Viewpoint): Need[] {
  const { world, role, can, runsService } = view;
  return knownPeople(world, role).flatMap((person): Need[] => {
    const state = world.people[person];
    const referral = currentReferral(world, person);
    const at = state?.known[role]?.at ?? 0;
    const need = (kind: Need['kind']): Need[] => [
      {
        id: `${kind}:${person}`,
        kind,
        at: referral?.steps.at(-1)?.at ?? at,
        about: person,
        person,
        href: `/play/people/${person}`,
      },
    ];
    if (!referral) {
      const victim = state?.status === 'presumed-victim' || state?.status === 'victim-and-suspect';
      if (can('screen') && state?.status === undefined && state?.place !== undefined) return need('screen');
      return victim && can('assess-needs') ? need('needs') : [];
    }
    if (referral.state === 'transported' && runsService(referral.service ?? '')) return need('receive');
    if (referral.state === 'received' && runsService(referral.service ?? '')) return need('feedback');
    const next = NEXT[referral.state];
    return next && referral.by === role && can(next.power) ? need(next.kind) : [];
  });
}
