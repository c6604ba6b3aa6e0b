/** The pages of a desk. Its powers and its world decide which exist. */
import type { World } from '../../../../shared/exercise/world.ts';
import { INTERVIEW_POWERS } from '../../../../shared/vocabulary/enums.ts';
import { isTakenOver } from '../handover/taken-over.ts';

export interface DeskPage {
  id: string;
  /** Shown in the bottom bar of a phone; the other pages are under “More”. */
  first?: boolean;
}

interface DeskView {
  world: World;
  role: string;
  can: (power: string) => boolean;
}

const hasEntries = (record: object): boolean => Object.keys(record).length > 0;

export function deskPages({ world, role, can }: DeskView): DeskPage[] {
  const pages: (DeskPage & { when?: boolean })[] = [
    { id: 'desk', first: true },
    { id: 'map', first: true },
    { id: 'board', first: true },
    { id: 'people', first: true },
    { id: 'inbox', first: true },
    { id: 'interviews', when: INTERVIEW_POWERS.some(can) || hasEntries(world.interviews) },
    { id: 'conference', when: can('call-conference') || hasEntries(world.conferences) },
    { id: 'decisions', when: hasEntries(world.decisions) },
    { id: 'plan', when: hasEntries(world.operations) },
    { id: 'charging', when: can('charge') || can('advise-evidence') || hasEntries(world.charges) },
    { id: 'log' },
    { id: 'handbook' },
    { id: 'brief' },
    { id: 'handover', when: isTakenOver(world, role) },
    { id: 'debrief', when: world.status === 'ended' },
  ];
  return pages.filter((page) => page.when ?? true);
}
