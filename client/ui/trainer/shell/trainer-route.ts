import { TRAINER } from '../../../../shared/access/stored-names.ts';
/** The trainer's addresses, read and written in one place. */
export const CLASS_PAGES = ['lobby', 'console', 'hot-wash', 'debrief', 'report'] as const;
export type ClassPage = (typeof CLASS_PAGES)[number];

export type TrainerPage =
  | { page: 'home' }
  | { page: 'open'; scenario: string }
  | { page: 'class'; exercise: string; at: ClassPage | undefined };

/** Reads `/trainer`, `/trainer/open/<scenario>`, `/trainer/class/<exercise>[/<page>]`; anything else is home. */
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

/** Where a class belongs when the address does not say: by what it is doing. */
export function pageForStatus(status: 'lobby' | 'running' | 'paused' | 'ended'): ClassPage {
  if (status === 'lobby') return 'lobby';
  return status === 'ended' ? 'debrief' : 'console';
}
