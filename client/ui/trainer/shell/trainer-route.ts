import { TRAINER } from '../../../../shared/access/stored-names.ts';
/** Parses and builds the addresses of the trainer's pages. */
export const CLASS_PAGES = ['lobby', 'console', 'hot-wash', 'debrief', 'report'] as const;
export type ClassPage = (typeof CLASS_PAGES)[number];

export type TrainerPage =
  | { page: 'home' }
  | { page: 'open'; scenario: string }
  | { page: 'class'; exercise: string; at: ClassPage | undefined };

/** Parses `/trainer`, `/trainer/open/<scenario>`, `/trainer/class/<exercise>[/<page>]`; all other paths mean home. */
export function readTrainerRoute(path: string): TrainerPage {
  const [, root, kind, id, at] = path.split('/');
  if (root !== TRAINER || !id) return { page: 'home' };
  if (kind === 'open') return { page: 'open', scenario: decodeURIComponent(id) };
  if (kind === 'class') {
    return { page: 'class', exercise: decodeURIComponent(id), at: CLASS_PAGES.find((page) => page === at) };
  }
  return { page: 'home' };
}

export const openPath = (scenario: string): string => `/trainer/open/${encodeURIComponent(scenario)}`;
export const classPath = (exercise: string, at?: ClassPage): string =>
  `/trainer/class/${encodeURIComponent(exercise)}${at ? `/${at}` : ''}`;
export const wallPath = (exercise: string): string => `/wall/${encodeURIComponent(exercise)}`;

/** The default page of a class, by its status. */
export function pageForStatus(status: 'lobby' | 'running' | 'paused' | 'ended'): ClassPage {
  if (status === 'lobby') return 'lobby';
  return status === 'ended' ? 'debrief' : 'console';
}
