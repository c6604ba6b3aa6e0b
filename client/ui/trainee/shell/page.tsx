/** Selects the page of the desk from the address. Pages of daily work are part of the shell's bundle; the others load lazily. */
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import type { PublicState } from '../../../../shared/protocol/messages.ts';
import type { SeatSession } from '../../../connection/seat-session.ts';
import { go, useRoute } from '../../kit/index.ts';
import { LazyPage } from '../../kit/lazy-page.tsx';
import { BoardList } from '../board-list/board-list.tsx';
import { Brief } from '../brief/brief.tsx';
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

export function Page({ session, status }: { session: SeatSession; status: PublicState['status'] }) {
  const { parts } = useRoute();
  const page = parts[1] ?? '';
  const exists = page in BUNDLED || page in LAZY_PATHS || page === 'brief';
  useEffect(() => {
    if (!exists) go(status === 'ended' ? '/play/debrief' : '/play/desk', { replace: true });
  }, [exists, status]);
  useEffect(() => document.getElementById('content')?.focus({ preventScroll: true }), [page]);
  if (page === 'brief') return <Brief session={session} />;
  const Bundled = BUNDLED[page];
  if (Bundled) return <Bundled />;
  const load: Loader | undefined = lazyPages[LAZY_PATHS[page] ?? ''];
  return load ? <LazyPage key={page} load={load} /> : null;
}
