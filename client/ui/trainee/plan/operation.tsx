/** One operation: plan sections, protection on standby, approvals, launch. */
import { Bdi, Card, Chip, Progress, Prose, useT, Waiting } from '../../kit/index.ts';
import type { OperationState } from '../../../../shared/exercise/world.ts';
import { useSeat } from '../../../context/seat.ts';
import { useGivesBeds } from '../work/directory.ts';
import { PrintButton } from '../work/print-button.tsx';
import { useNames } from '../../../names/use-names.ts';
import { Launch } from './launch.tsx';
import { Approvals } from './approvals.tsx';
import { PlanSection } from './plan-section.tsx';
import { planGaps, planProgress, planRows } from './selectors.ts';
import { Standby } from './standby.tsx';

const TONES = { drafting: 'due', ready: 'good', launched: 'good', aborted: 'plain', ended: 'plain' } as const;

export function Operation({ id, operation }: { id: string; operation: OperationState }) {
  const seat = useSeat();
  const t = useT('work');
  const names = useNames();
  const givesBeds = useGivesBeds(operation);
  const card = seat.card(`operation:${id}`);
  if (!card) return <Waiting />;
  const sections = card.facts?.sections ?? [];
  const beds = card.facts?.beds ?? 0;
  const place = card.facts?.at;
  const languages = card.facts?.languages ?? [];
  const { done, of } = planProgress(operation, sections);
  const open = (operation.state === 'drafting' || operation.state === 'ready') && !seat.readOnly;
  const mayWrite = open;
  const leads = (card.facts?.lead ?? []).includes(seat.role) && !seat.readOnly;
  return (
    <article class="stack wide">
      <Card
        level={2}
        title={<Bdi>{card.title}</Bdi>}
        aside={<Chip tone={TONES[operation.state]}>{t(`plan.state.${operation.state}`)}</Chip>}
      >
        <Prose text={card.text} />
        <p class="dim">
          {place !== undefined && t('plan.place', { place: names.place(place) })}
          {languages.length > 0 &&
            ` · ${t('plan.languages', { languages: names.list(languages.map(names.language)) })}`}
        </p>
        {of > 0 && <Progress label={t('plan.progress', { done, of })} value={done / of} />}
      </Card>
      <div class="pl-columns">
        <section class="stack pl-sections">
          <h2>{t('plan.sections')}</h2>
          {planRows(operation, sections).map((row) => (
            <PlanSection
              key={row.section}
              operation={id}
              section={row.section}
              written={row.written}
              mayWrite={mayWrite}
            />
          ))}
        </section>
        <div class="pl-standby">
          <Standby id={id} operation={operation} beds={beds} open={open} />
        </div>
        <div class="stack pl-rest">
          <Approvals id={id} operation={operation} open={open} />
          <Launch
            id={id}
            operation={operation}
            gaps={givesBeds && planGaps(seat.world, operation, sections, beds, seat.law, givesBeds)}
            leads={leads}
          />
          <PrintButton />
        </div>
      </div>
    </article>
  );
}
