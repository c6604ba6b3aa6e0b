/** The decisions the case opens for this desk: options, reason, confidence, and the agreement of other desks. */
import '../../../styles/work.css';
import { EmptyState, LinkButton, useT } from '../../kit/index.ts';
import { useSeat } from '../../../context/seat.ts';
import { DecisionCard } from './decision-card.tsx';
import { decisionRows } from './selectors.ts';

export default function DecisionsScreen() {
  const seat = useSeat();
  const t = useT('work');
  const rows = decisionRows(seat.world);
  const toLog = (
    <LinkButton href="/play/log" kind="quiet">
      {t('decisions.toLog')}
    </LinkButton>
  );
  return (
    <div class="stack wide">
      <header class="stack tight">
        <h1>{t('nav.decisions')}</h1>
        <p class="dim">{t('decisions.lead')}</p>
      </header>
      {rows.length === 0 && (
        <EmptyState title={t('decisions.emptyTitle')} text={t('decisions.emptyText')} action={toLog} />
      )}
      <div class="side-by-side">
        {rows.map(({ id, decision }) => (
          <DecisionCard key={id} id={id} decision={decision} />
        ))}
      </div>
      {rows.length > 0 && <div>{toLog}</div>}
    </div>
  );
}
