/** Selects the page of the desk from the address. */
import { useEffect } from 'preact/hooks';
import type { PublicState } from '../../../../shared/protocol/messages.ts';
import type { SeatSession } from '../../../connection/seat-session.ts';
import { go, useRoute } from '../../kit/index.ts';
import { Brief } from '../brief/brief.tsx';
import { hasBody, PageBody } from './page-body.tsx';

export function Page({ session, status }: { session: SeatSession; status: PublicState['status'] }) {
  const { parts } = useRoute();
  const page = parts[1] ?? '';
  const exists = hasBody(page) || page === 'brief';
  useEffect(() => {
    if (!exists) go(status === 'ended' ? '/play/debrief' : '/play/desk', { replace: true });
  }, [exists, status]);
  useEffect(() => document.getElementById('content')?.focus({ preventScroll: true }), [page]);
  return page === 'brief' ? <Brief session={session} /> : <PageBody page={page} />;
}
