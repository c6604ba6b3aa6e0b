/**
 * All pages of a desk in a trainer's view of it, with their own address: it follows the page that the person has open, until the
 * trainer opens another one.
 */
import { useContext, useState } from 'preact/hooks';
import { textForId } from '../../../i18n/index.ts';
import { type Followed, FollowedContext } from '../../../context/followed-screen.ts';
import { useSeat } from '../../../context/seat.ts';
import { unreadByPage } from '../../../state/unread.ts';
import { RouteContext, routeOf } from '../../kit/hooks.ts';
import { Button, Count, useT } from '../../kit/index.ts';
import { Brief } from '../brief/brief.tsx';
import { PageBody } from './page-body.tsx';
import { deskPages } from './pages.ts';

const FIRST_PAGE = '/play/desk';

/** Needs a surrounding `ReadOnlySeatProvider`. The debrief is left out: it belongs to the person in the seat. */
export default function Mirror() {
  const t = useT('desk');
  const seat = useSeat();
  const followed = useContext(FollowedContext);
  const [chosen, setChosen] = useState<string>();
  const path = chosen ?? followed?.path ?? FIRST_PAGE;
  const pages = deskPages(seat).filter(({ id }) => id !== 'debrief');
  const unread = unreadByPage(seat.world, seat.role, seat.isNew);
  const page = routeOf(path).parts[1] ?? 'desk';
  return (
    <RouteContext.Provider value={routeOf(path)}>
      <div class="row tight">
        {pages.map(({ id }) => (
          <Button
            key={id}
            kind={id === page ? 'primary' : 'quiet'}
            size="small"
            onClick={() => setChosen(`/play/${id}`)}
            aria-pressed={id === page}
          >
            {textForId('desk', `nav.${id}`)}
            <Count value={unread[id] ?? 0} label={t('unread', { count: unread[id] ?? 0 })} />
          </Button>
        ))}
      </div>
      {followed && (
        <Following followed={followed} isChosen={chosen !== undefined} onFollow={() => setChosen(undefined)} />
      )}
      <div class="shoulder-screen" onClickCapture={(event) => followInside(event, setChosen)}>
        {page === 'brief' ? <Brief /> : <PageBody page={page} />}
      </div>
    </RouteContext.Provider>
  );
}

function Following({
  followed: { name, connected },
  isChosen,
  onFollow,
}: {
  followed: Followed;
  isChosen: boolean;
  onFollow: () => void;
}) {
  const t = useT('desk');
  if (!isChosen) return <p class="small dim">{t(connected ? 'mirror.following' : 'mirror.away', { name })}</p>;
  return (
    <p class="row tight small dim">
      {t('mirror.elsewhere')}
      <Button kind="quiet" size="small" onClick={onFollow}>
        {t('mirror.follow', { name })}
      </Button>
    </p>
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
