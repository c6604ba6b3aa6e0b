import type { PublicState } from '../../../../shared/protocol/messages.ts';
import type { SeatSession } from '../../../connection/seat-session.ts';
import { useT } from '../../../i18n/index.ts';
import { LinkButton, Notice, useRoute } from '../../kit/index.ts';
import { useSeat } from '../../../context/seat.ts';
import { PracticeBar } from '../practice/practice-bar.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import { DeskHeader } from './desk-header.tsx';
import { Navigation } from './navigation.tsx';
import { Paused } from './paused.tsx';
import { Page } from './page.tsx';
import { Refused } from './refused.tsx';

/** The frame of a desk: header, navigation, page. The navigation is a sidebar on a laptop and a bottom bar on a phone. */
export function DeskFrame({ session, status }: { session: SeatSession; status: PublicState['status'] }) {
  const t = useT('desk');
  const { state } = useSeat();
  const page = useRoute().parts[1];
  return (
    <div class="frame">
      <a class="skip-link" href="#content">
        {t('skip')}
      </a>
      <DeskHeader />
      <Navigation />
      <main class="frame-main" id="content" tabIndex={-1}>
        <ConnectionBanner session={session} />
        {state.me?.alone && <PracticeBar status={status} />}
        {status === 'paused' && <Paused />}
        {status === 'ended' && (
          <Notice tone="good" live="polite" title={t('shared.exerciseEnded')}>
            <p>{t('ended.text')}</p>
            {page !== 'debrief' && <LinkButton href="/play/debrief">{t('ended.toDebrief')}</LinkButton>}
          </Notice>
        )}
        <Page session={session} status={status} />
      </main>
      <Refused session={session} />
    </div>
  );
}
