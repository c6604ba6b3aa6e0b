/** The activity and deadlines of a desk, from the full world. For the trainer only. */
import type { ConsoleAnswer } from '../../../../../shared/console/console.ts';
import type { World } from '../../../../../shared/exercise/world.ts';
import type { CaseMs } from '../../../../../shared/time.ts';
import { MINUTE } from '../../../../../shared/time.ts';

export type Doing =
  | { doing: 'interview' | 'break'; person: string }
  | { doing: 'travel' | 'search'; place: string }
  | { doing: 'conference' }
  | { doing: 'plan'; operation: string };

export type DeskDeadline =
  | { what: 'duty'; id: string; person: string; due: CaseMs }
  | { what: 'request'; id: string; kind: string; from: string; due: CaseMs }
  | { what: 'action'; id: string; text: string; due: CaseMs }
  | { what: 'inject'; id: string; due: CaseMs };

/** The current activities of a desk's people. */
export function doingAt(world: World, role: string): Doing[] {
  const interviews = Object.values(world.interviews)
    .filter((i) => i.by === role && i.state !== 'closed')
    .map((i): Doing => ({ doing: i.state === 'break' ? 'break' : 'interview', person: i.person }));
  const conference = Object.values(world.conferences).some((c) => c.state === 'open' && c.joined.includes(role));
  const ways = Object.values(world.seats)
    .filter((seat) => seat.role === role && seat.busy && !seat.freed)
    .map((seat) => seat.busy)
    .filter((busy) => busy !== undefined)
    .map((busy): Doing => ({ doing: busy.doing, place: busy.place }));
  const unique = new Map(
    [...interviews, ...(conference ? [{ doing: 'conference' } as const] : []), ...ways].map((d) => [
      JSON.stringify(d),
      d,
    ]),
  );
  return [...unique.values()];
}

/** Open duties, requests, agreed actions and expected answers of a desk, nearest deadline first. */
export function deadlinesOf(
  world: World,
  role: string,
  expects: ReadonlyMap<string, readonly string[]>,
): DeskDeadline[] {
  const duties = Object.entries(world.duties)
    .filter(([, duty]) => duty.role === role && duty.state === 'open')
    .map(([, duty]): DeskDeadline => ({ what: 'duty', id: duty.duty, person: duty.person, due: duty.due }));
  const requests = Object.entries(world.requests).flatMap(([id, request]): DeskDeadline[] => {
    const open = request.to === role && !request.answers.some((answer) => answer.outcome !== 'accepted');
    return open && request.due !== undefined
      ? [{ what: 'request', id, kind: request.kind, from: request.by, due: request.due }]
      : [];
  });
  const actions = Object.entries(world.actions)
    .filter(([, action]) => action.to === role && action.state === 'decided')
    .map(([id, action]): DeskDeadline => ({ what: 'action', id, text: action.text, due: action.due }));
  const injects = Object.entries(world.injects).flatMap(([id, inject]): DeskDeadline[] => {
    const open = inject.firedAt !== undefined && inject.due !== undefined && !inject.met && !inject.missed;
    return open && expects.get(id)?.includes(role) ? [{ what: 'inject', id, due: inject.due ?? 0 }] : [];
  });
  return [...duties, ...requests, ...actions, ...injects].sort((a, b) => a.due - b.due);
}

/** Real minutes since the last act of a desk; 0 before the start. */
export function quietMinutes(lastAct: CaseMs | undefined, started: CaseMs, now: CaseMs, pace: number): number {
  return Math.max(0, Math.floor((now - Math.max(lastAct ?? started, started)) / MINUTE / Math.max(pace, 0.1)));
}

/** The desks that must answer, by inject. */
export const expectationsOf = (answer: ConsoleAnswer | undefined): Map<string, readonly string[]> =>
  new Map((answer?.injects ?? []).flatMap((i) => (i.expects ? [[i.inject, i.expects.who] as const] : [])));

export type Standing =
  | 'received'
  | 'on-the-way'
  | 'accepted'
  | 'refused'
  | 'offered'
  | 'needs-assessed'
  | 'identified'
  | 'screened'
  | 'detained'
  | 'known'
  | 'unseen';

/** The standing of a person: the furthest step reached. Detention comes first, because the trainer must see it. */
export function standingOf(world: World, person: string): Standing {
  const state = world.people[person];
  if (!state) return 'unseen';
  if (state.custody) return 'detained';
  const referral = state.referrals.map((id) => world.referrals[id]?.state).at(-1);
  if (referral === 'received' || referral === 'feedback' || referral === 'closed') return 'received';
  if (referral === 'transported') return 'on-the-way';
  if (referral === 'accepted' || referral === 'refused' || referral === 'offered') return referral;
  if (referral) return 'needs-assessed';
  if (state.status === 'presumed-victim' || state.status === 'victim-and-suspect') return 'identified';
  if (state.screenings.length > 0) return 'screened';
  return Object.keys(state.known).length > 0 ? 'known' : 'unseen';
}
