import { useState } from 'preact/hooks';
import type { Request } from '../../../../shared/exercise/world.ts';
import { useT } from '../../../i18n/index.ts';
import { isOpenRequest, requestsBy, requestsTo } from '../../../state/selectors.ts';
import { Button, CaseTime, Chip, Deadline, EmptyState } from '../../kit/index.ts';
import { useSeat } from '../../../context/seat.ts';
import { useNames } from '../../../names/use-names.ts';
import { RequestForm } from './request-form.tsx';

/** Requests received and made, open ones first, each with its deadline. */
export function Requests() {
  const t = useT('share');
  const seat = useSeat();
  const [isFormOpen, setFormOpen] = useState(false);
  const openFirst = (first: [string, Request], second: [string, Request]): number =>
    Number(isOpenRequest(second[1])) - Number(isOpenRequest(first[1]));
  const received = requestsTo(seat.world, seat.role).toSorted(openFirst);
  const made = requestsBy(seat.world, seat.role).toSorted(openFirst);
  return (
    <>
      {!seat.readOnly && (
        <div class="row">
          <Button onClick={() => setFormOpen(true)}>{t('request.make')}</Button>
        </div>
      )}
      <h2>{t('request.received')}</h2>
      {received.length === 0 && <EmptyState title={t('request.noneReceived')} text={t('request.noneReceivedText')} />}
      <ul class="plain stack tight">
        {received.map(([id, request]) => (
          <li key={id}>
            <RequestLine id={id} request={request} />
          </li>
        ))}
      </ul>
      <h2>{t('request.made')}</h2>
      {made.length === 0 && <EmptyState title={t('request.noneMade')} text={t('request.noneMadeText')} />}
      <ul class="plain stack tight">
        {made.map(([id, request]) => (
          <li key={id}>
            <RequestLine id={id} request={request} />
          </li>
        ))}
      </ul>
      <RequestForm open={isFormOpen} onClose={() => setFormOpen(false)} />
    </>
  );
}

function RequestLine({ id, request }: { id: string; request: Request }) {
  const t = useT('share');
  const { role, isNew } = useSeat();
  const names = useNames();
  const last = request.answers.at(-1);
  const hasNews =
    request.to === role ? isNew(`request:${id}`, request.at) : last !== undefined && isNew(`request:${id}`, last.at);
  return (
    <a
      class={isOpenRequest(request) && request.to === role ? 'card compact due' : 'card flat compact'}
      href={`/play/inbox/request/${id}`}
    >
      <span class="spread">
        <strong>{names.requestKind(request.kind)}</strong>
        <span class="row tight">
          {hasNews && <Chip tone="good">{t('new')}</Chip>}
          {last ? (
            <Chip tone={last.outcome === 'answered' ? 'good' : 'plain'}>{t(`requestOutcome.${last.outcome}`)}</Chip>
          ) : request.due === undefined ? (
            <Chip>{t('request.open')}</Chip>
          ) : (
            <Deadline due={request.due} />
          )}
        </span>
      </span>
      <span class="small dim">
        {names.actor(request.by)} → {names.receiver(request.to)} · <CaseTime at={request.at} />
      </span>
    </a>
  );
}
