/** The screens of a desk that can be looked at over its shoulder, each loaded when first looked at. */
import type { ComponentType } from 'preact';
import { useMemo } from 'preact/hooks';
import { LazyPage } from '../../../lazy-page.tsx';

type Module = Record<string, ComponentType>;
const files = import.meta.glob<Module>([
  '../../../trainee/desk/desk.tsx',
  '../../../trainee/inbox/inbox.tsx',
  '../../../trainee/people/people.tsx',
  '../../../trainee/board-list/board-list.tsx',
  '../../../trainee/map-list/map-list.tsx',
  '../../../trainee/interview/index.tsx',
  '../../../trainee/log/index.tsx',
]);

const ALL = [
  { id: 'desk', file: '../../../trainee/desk/desk.tsx', part: 'Desk' },
  { id: 'inbox', file: '../../../trainee/inbox/inbox.tsx', part: 'Inbox' },
  { id: 'people', file: '../../../trainee/people/people.tsx', part: 'People' },
  { id: 'board', file: '../../../trainee/board-list/board-list.tsx', part: 'BoardList' },
  { id: 'map', file: '../../../trainee/map-list/map-list.tsx', part: 'MapList' },
  { id: 'interviews', file: '../../../trainee/interview/index.tsx', part: 'default' },
  { id: 'log', file: '../../../trainee/log/index.tsx', part: 'default' },
] as const;

export const SCREENS = ALL.filter((screen) => screen.file in files);

/** Draws a screen; must stand inside a `ReadOnlySeatProvider`. */
export function SeenScreen({ id }: { id: string }) {
  const load = useMemo(() => loaderOf(id), [id]);
  return load ? <LazyPage key={id} load={load} /> : null;
}

function loaderOf(id: string): (() => Promise<{ default: ComponentType }>) | undefined {
  const screen = SCREENS.find((one) => one.id === id);
  const file = screen && files[screen.file];
  if (!screen || !file) return undefined;
  return async () => {
    const found = (await file())[screen.part];
    if (!found) throw new Error(`no ${screen.part} in ${screen.file}`);
    return { default: found };
  };
}
