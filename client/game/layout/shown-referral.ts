/** The referral to show and the services that could help. Pure. */
import type { CardLookup } from '../../../shared/protocol/cards.ts';
import type { Referral, World } from '../../../shared/exercise/world.ts';
import type { SeatState } from '../../state/seat-state.ts';

/** The latest referral of the selected person; without a selection, the latest referral of all. */
export function shownReferral({
  world,
  selection,
}: Pick<SeatState, 'world' | 'selection'>): { person: string; referral: Referral | undefined } | undefined {
  const all = Object.values(world.referrals);
  if (selection.person !== undefined)
    return { person: selection.person, referral: all.findLast(({ person }) => person === selection.person) };
  const latest = all.at(-1);
  return latest && { person: latest.person, referral: latest };
}

export interface OfferedService {
  id: string;
  name: string;
  meets: string[];
  room: number | undefined;
}

const MAX_SHOWN = 6;

/** The services that meet a need: the chosen one first, then those that meet most needs. */
export function offeredServices(world: World, referral: Referral | undefined, card: CardLookup): OfferedService[] {
  const ids = new Set([
    ...(card('services')?.facts?.ids ?? []),
    ...Object.keys(world.room),
    ...(referral?.service === undefined ? [] : [referral.service]),
  ]);
  const meeting = (meets: readonly string[]): number =>
    meets.filter((need) => referral?.needs.some((each) => each === need)).length;
  return [...ids]
    .flatMap((id) => {
      const found = card(`service:${id}`);
      return found ? [{ id, name: found.title ?? '', meets: found.facts?.meets ?? [], room: world.room[id] }] : [];
    })
    .filter(({ id, meets }) => id === referral?.service || meeting(meets) > 0)
    .sort(
      (a, b) =>
        Number(b.id === referral?.service) - Number(a.id === referral?.service) ||
        meeting(b.meets) - meeting(a.meets) ||
        (a.id < b.id ? -1 : 1),
    )
    .slice(0, MAX_SHOWN);
}
