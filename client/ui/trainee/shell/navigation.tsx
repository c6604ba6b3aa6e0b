import { useState } from 'preact/hooks';
import { Icon } from '../../../art/icon.tsx';
import { useT, textForId } from '../../../i18n/index.ts';
import { unreadByPage } from '../../../state/unread.ts';
import { Count, Dialog, useRoute } from '../../kit/index.ts';
import { useSeat } from '../../../context/seat.ts';
import { deskPages, type DeskPage } from './pages.ts';

/** The navigation: all pages on a laptop, the first five and “More” on a phone. */
export function Navigation() {
  const t = useT('desk');
  const seat = useSeat();
  const [more, setMore] = useState(false);
  const { parts } = useRoute();
  const current = parts[1] ?? 'desk';
  const unread = unreadByPage(seat.world, seat.role, seat.isNew);
  const pages = deskPages(seat);
  const rest = pages.filter((page) => !page.first);
  const restUnread = rest.reduce((sum, page) => sum + (unread[page.id] ?? 0), 0);
  const link = (page: DeskPage) => (
    <PageLink key={page.id} page={page.id} current={current === page.id} unread={unread[page.id] ?? 0} />
  );
  return (
    <nav class="frame-nav" aria-label={t('nav.label')}>
      {pages.filter((page) => page.first).map(link)}
      <div class="nav-rest">{rest.map(link)}</div>
      <button
        type="button"
        class="nav-link nav-more"
        aria-expanded={more}
        aria-current={rest.some((page) => page.id === current) ? 'page' : undefined}
        onClick={() => setMore(true)}
      >
        <PageIcon page="more" />
        <span>{t('more')}</span>
        <Count value={restUnread} label={t('unread', { count: restUnread })} />
      </button>
      <Dialog open={more} title={t('nav.label')} onClose={() => setMore(false)}>
        <div class="nav-sheet" onClick={() => setMore(false)}>
          {rest.map(link)}
        </div>
      </Dialog>
    </nav>
  );
}

function PageLink({ page, current, unread }: { page: string; current: boolean; unread: number }) {
  const t = useT('desk');
  return (
    <a class="nav-link" href={`/play/${page}`} aria-current={current ? 'page' : undefined}>
      <PageIcon page={page} />
      <span>{textForId('desk', `nav.${page}`)}</span>
      <Count value={unread} label={t('unread', { count: unread })} />
    </a>
  );
}

const ICONS: Record<string, string> = {
  interviews: 'interview',
  decisions: 'decision',
  charging: 'scales',
  handbook: 'book',
  brief: 'flag',
  handover: 'share',
  debrief: 'chart',
};

/** The icon of a page. Most pages share their name with an icon. */
function PageIcon({ page }: { page: string }) {
  return (
    <span class="nav-icon">
      <Icon name={ICONS[page] ?? page} size={22} />
    </span>
  );
}
