/** Slides of the two results that programmes count, and of the strengths. */
import type { Debrief } from '../../../shared/debrief/debrief.ts';
import { FIGURES } from '../../../shared/debrief/measures/ids.ts';
import { useT } from '../kit/index.ts';
import { BigFigure } from './big.tsx';
import { taskOf } from './figures.ts';
import { RatingMark } from './rating.tsx';
import { TaskLines } from './task-lines.tsx';
import type { ShowEvidence } from './task-lines.tsx';
import { useNames } from '../../names/use-names.ts';

export function InvestigationSlide({ debrief, maxLines = 100 }: { debrief: Debrief; maxLines?: number }) {
  const t = useT('debrief');
  const { name } = useNames();
  const { rating, backed, provable, victimOnly, proved } = debrief.headline.investigation;
  return (
    <>
      <div class="figures three">
        <BigFigure
          value={provable === 0 ? '–' : `${backed} / ${provable}`}
          label={t('investigation.backed')}
          tone={backed === provable && provable > 0 ? 'good' : undefined}
          goal={FIGURES.backed}
        />
        <BigFigure
          value={victimOnly}
          label={t('investigation.victimOnly')}
          tone={victimOnly > 0 ? 'due' : undefined}
          goal={FIGURES['victim-only']}
        />
        <div class="card figure">
          <RatingMark rating={rating} big />
        </div>
      </div>
      <ul class="plain proved">
        {proved.slice(0, maxLines).map((line) => (
          <li key={`${line.person} ${line.element}`} class="card flat">
            <bdi class="strong">{name('person', line.person)}</bdi>
            <span>{name('element', line.element)}</span>
            <span class="dim">{t('investigation.sources', { count: line.sources })}</span>
          </li>
        ))}
      </ul>
      <p class="dim">{t('investigation.rule')}</p>
    </>
  );
}

export function ReferralSlide({ debrief }: { debrief: Debrief }) {
  const t = useT('debrief');
  const { present, identified, offered, accepted, refused, received } = debrief.headline.referral;
  const accept = refused > 0 ? t('referral.acceptedRefused', { count: refused }) : t('referral.accepted');
  return (
    <>
      <div class="figures four">
        <BigFigure
          value={identified}
          label={t('referral.identified', { count: present })}
          tone={identified < present ? 'due' : 'good'}
          goal={FIGURES.identified}
        />
        <BigFigure
          value={offered}
          label={t('referral.offered')}
          tone={offered < identified ? 'due' : undefined}
          goal={FIGURES.offered}
        />
        <BigFigure value={accepted} label={accept} goal={FIGURES.accepted} />
        <BigFigure
          value={received}
          label={t('referral.received')}
          tone={received < accepted ? 'due' : undefined}
          goal={FIGURES.received}
        />
      </div>
      {refused > 0 && <p class="measure">{t('referral.refusalGood')}</p>}
      {present - identified > 0 && <p class="measure">{t('referral.unseen', { count: present - identified })}</p>}
    </>
  );
}

export function StrengthsSlide({
  debrief,
  tasks,
  show,
}: {
  debrief: Debrief;
  tasks: readonly string[];
  show: ShowEvidence;
}) {
  const marks = tasks.map((id) => taskOf(debrief, id)).filter((mark) => mark !== undefined);
  return <TaskLines tasks={marks} show={show} plain />;
}
