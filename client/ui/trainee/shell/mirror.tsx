/** All pages of a desk in a trainer's view of it, with their own address: links inside lead to other pages of the view. */
import { useState } from 'preact/hooks';
import { textForId } from '../../../i18n/index.ts';
import { useSeat } from '../../../context/seat.ts';
import { RouteContext, routeOf } from '../../kit/hooks.ts';
import { Button, useT } from '../../kit/index.ts';
import { Brief } from '../brief/brief.tsx';
import { PageBody } from './page-body.tsx';
import { deskPages } from './pages.ts';

/** Needs a surrounding `ReadOnlySeatProvider`. The debrief is left out: it belongs to the person in the seat. */
export default function Mirror() {
  useT('desk');
  const seat = useSeat();
  const [path, setPath] = useState('/play/desk');
  const pages = deskPages(seat).filter(({ id }) => id !== 'debrief');
  const page = routeOf(path).parts[1] ?? '';
  return (
    <RouteContext.Provider value={routeOf(path)}>
      <div class="row tight">
        {pages.map(({ id }) => (
          <Button
            key={id}
            kind={id === page ? 'primary' : 'quiet'}
            size="small"
            onClick={() => setPath(`/play/${id}`)}
            aria-pressed={id === page}
          >
            {textForId('desk', `nav.${id}`)}
          </Button>
        ))}
      </div>
      <div class="shoulder-screen" onClickCapture={(event) => followInside(event, setPath)}>
        {page === 'brief' ? <Brief /> : <PageBody page={page} />}
      </div>
    </RouteContext.Provider>
  );
}

/** Links inside the view change its own address instead of the trainer's page. */
function followInside(event: MouseEvent, setPath: (path: string) => void): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link) return;
  event.preventDefault();
  event.stopPropagation();
  if (link.pathname.startsWith('/play/')) setPath(link.pathname);
}
