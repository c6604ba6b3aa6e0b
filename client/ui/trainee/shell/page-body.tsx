/** The pages of a desk by id, for the desk itself and for the trainer's view of it. Pages of daily work load with this module; the others on first use. */
import type { ComponentType } from 'preact';
import { useSeat } from '../../../context/seat.ts';
import { Waiting } from '../../kit/index.ts';
import { LazyPage } from '../../kit/lazy-page.tsx';
import { BoardList } from '../board-list/board-list.tsx';
import { Desk } from '../desk/desk.tsx';
import { Inbox } from '../inbox/inbox.tsx';
import { MapList } from '../map-list/map-list.tsx';
import { People } from '../people/people.tsx';

type Loader = () => Promise<{ default: ComponentType }>;
const lazyPages = import.meta.glob<{ default: ComponentType }>(['../*/index.tsx', '../../debrief/trainee.tsx']);
const LAZY_PATHS: Record<string, string> = {
  interviews: '../interview/index.tsx',
  conference: '../conference/index.tsx',
  decisions: '../decisions/index.tsx',
  plan: '../plan/index.tsx',
  charging: '../charging/index.tsx',
  log: '../log/index.tsx',
  handbook: '../handbook/index.tsx',
  handover: '../handover/index.tsx',
  debrief: '../../debrief/trainee.tsx',
};
const BUNDLED: Record<string, ComponentType> = {
  desk: Desk,
  map: MapList,
  board: BoardList,
  people: People,
  inbox: Inbox,
};

/** False for the role brief, which needs the connection of the seat, and for unknown pages. */
export const hasBody = (page: string): boolean => page in BUNDLED || page in LAZY_PATHS;

/** A page waits for the law and the desk's own card: until then it cannot tell what the desk may do and what things are called. */
export function PageBody({ page }: { page: string }) {
  const { law, card, role } = useSeat();
  const own = card(`role:${role}`);
  if (!law || !own) return <Waiting />;
  return <LoadedPage page={page} />;
}

function LoadedPage({ page }: { page: string }) {
  const Bundled = BUNDLED[page];
  if (Bundled) return <Bundled />;
  const load: Loader | undefined = lazyPages[LAZY_PATHS[page] ?? ''];
  return load ? <LazyPage key={page} load={load} /> : null;
}
