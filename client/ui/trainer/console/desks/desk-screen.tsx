/** The desk screens that the trainer can view. Each loads on first use. */
import type { ComponentType } from 'preact';
import { useMemo } from 'preact/hooks';
import { LazyPage } from '../../../kit/lazy-page.tsx';

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
  { id: 'desk', file: '../../../trainee/desk/desk.tsx', exportName: 'Desk' },
  { id: 'inbox', file: '../../../trainee/inbox/inbox.tsx', exportName: 'Inbox' },
  { id: 'people', file: '../../../trainee/people/people.tsx', exportName: 'People' },
  { id: 'board', file: '../../../trainee/board-list/board-list.tsx', exportName: 'BoardList' },
  { id: 'map', file: '../../../trainee/map-list/map-list.tsx', exportName: 'MapList' },
  { id: 'interviews', file: '../../../trainee/interview/index.tsx', exportName: 'default' },
  { id: 'log', file: '../../../trainee/log/index.tsx', exportName: 'default' },
] as const;

export const SCREENS = ALL.filter((screen) => screen.file in files);

/** Renders a screen. Needs a surrounding `ReadOnlySeatProvider`. */
export function DeskScreen({ id }: { id: string }) {
  const load = useMemo(() => loaderOf(id), [id]);
  return load ? <LazyPage key={id} load={load} /> : null;
}

function loaderOf(id: string): (() => Promise<{ default: ComponentType }>) | undefined {
  const screen = SCREENS.find((each) => each.id === id);
  const file = screen && files[screen.file];
  if (!screen || !file) return undefined;
  return async () => {
    const found = (await file())[screen.exportName];
    if (!found) throw new Error(`no ${screen.exportName} in ${screen.file}`);
    return { default: found };
  };
}
