/** The operation plans of this desk. */
import '../../../styles/work.css';
import { EmptyState, useT } from '../../kit/index.ts';
import { useSeat } from '../../../context/seat.ts';
import { Operation } from './operation.tsx';

export default function PlanScreen() {
  const seat = useSeat();
  const t = useT('work');
  const operations = Object.entries(seat.world.operations).sort(([, a], [, b]) => b.openedAt - a.openedAt);
  return (
    <div class="stack wide">
      <header class="stack tight">
        <h1>{t('nav.plan')}</h1>
        <p class="dim">{t('plan.lead')}</p>
      </header>
      {operations.length === 0 && <EmptyState title={t('plan.emptyTitle')} text={t('plan.emptyText')} />}
      {operations.map(([id, operation]) => (
        <Operation key={id} id={id} operation={operation} />
      ))}
    </div>
  );
}
