/** The pages of a desk: which exist for it follows from its powers and from what its world holds. */
import type { World } from '../../../../shared/exercise/world.ts';
import { isTakenOver } from '../handover/taken-over.ts';

export interface DeskPage {
  id: string;
  /** Always in reach at the bottom of a phone; the others are under “More”. */
  first?: boolean;
}

interface View {
  world: World;
  role: string;
  can: (power: string) => boolean;
}

const INTERVIEWS = ['interview-victim', 'interview-witness', 'interview-suspect'];
const holds = (record: object): boolean => Object.keys(record).length > 0;

export function deskPages({ world, role, can }: View): DeskPage[] {
  const pages: (DeskPage & { when?: boolean })[] = [
    { id: 'desk', first: true },
    { id: 'map', first: true },
    { id: 'board', first: true },
    { id: 'people', first: true },
    { id: 'inbox', first: true },
    { id: 'interviews', when: INTERVIEWS.some(can) || holds(world.interviews) },
    { id: 'conference', when: can('call-conference') || holds(world.conferences) },
    { id: 'decisions', when: holds(world.decisions) },
    { id: 'plan', when: holds(world.operations) },
    { id: 'charging', when: can('charge') || can('advise-evidence') || holds(world.charges) },
    { id: 'log' },
    { id: 'handbook' },
    { id: 'brief' },
    { id: 'handover', when: isTakenOver(world, role) },
    { id: 'debrief', when: world.status === 'ended' },
  ];
  return pages.filter((page) => page.when ?? true);
}
