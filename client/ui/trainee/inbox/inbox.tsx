/** What reached this desk: injects, requests, messages. */
import '../desk/desk.css';
import { useT, textForId } from '../../../i18n/index.ts';
import { requestsBy, requestsTo } from '../../../state/selectors.ts';
import { Count, go, Tabs, useRoute } from '../../kit/index.ts';
import { useSeat } from '../../../context/seat.ts';
import { InjectList, InjectPage } from './injects.tsx';
import { Messages } from './messages.tsx';
import { RequestPage } from './request-page.tsx';
import { Requests } from './requests.tsx';

const TABS = ['arrived', 'requests', 'messages'] as const;

export function Inbox() {
  const t = useT('share');
  const seat = useSeat();
  const { parts } = useRoute();
  const [, , section = 'arrived', id] = parts;
  const current = section === 'request' ? 'requests' : section === 'inject' ? 'arrived' : section;
  const { world, role, isNew } = seat;
  const marks: Record<string, number> = {
    arrived: Object.entries(world.injects).filter(
      ([inject, { firedAt }]) => firedAt !== undefined && isNew(`inject:${inject}`, firedAt),
    ).length,
    requests:
      requestsTo(world, role).filter(([request, { at }]) => isNew(`request:${request}`, at)).length +
      requestsBy(world, role).filter(([request, { answers }]) =>
        answers.some((answer) => isNew(`request:${request}`, answer.at)),
      ).length,
    messages: Object.entries(world.messages).filter(
      ([message, { at, by }]) => by !== role && isNew(`message:${message}`, at),
    ).length,
  };
  return (
    <div class="stack">
      <h1>{t('nav.inbox')}</h1>
      <Tabs
        label={t('nav.inbox')}
        current={current}
        onChange={(tab) => go(`/play/inbox/${tab}`)}
        tabs={TABS.map((tab) => ({
          id: tab,
          label: t(`inbox.${tab}`),
          mark: <Count value={marks[tab] ?? 0} label={t('unread', { count: marks[tab] ?? 0 })} />,
        }))}
      />
      <div role="tabpanel" aria-label={textForId('share', `inbox.${current}`)} class="stack">
        {section === 'inject' && id ? <InjectPage key={id} inject={id} /> : null}
        {section === 'request' && id ? <RequestPage key={id} id={id} /> : null}
        {section === 'arrived' && <InjectList />}
        {section === 'requests' && <Requests />}
        {section === 'messages' && <Messages />}
      </div>
    </div>
  );
}
