/** Slides of all competencies, and of one competency with its tasks and measures. */
import type { CompetencyMark, Debrief, Measure } from '../../../shared/debrief/debrief.ts';
import { goalOf } from '../../../shared/debrief/measures/ids.ts';
import { formatNumber } from '../../i18n/formats.ts';
import { hasText, type T, textForId } from '../../i18n/index.ts';
import { useT } from '../kit/index.ts';
import { RatingMark, SimulatedNote } from './rating.tsx';
import { TaskLines } from './task-lines.tsx';
import type { ShowEvidence } from './task-lines.tsx';

export function CompetenciesSlide({ debrief }: { debrief: Debrief }) {
  const t = useT('debrief');
  return (
    <>
      <ul class="plain competency-grid">
        {debrief.competencies.map((mark) => (
          <li key={mark.competency} class="card flat spread">
            <span>{t(`competency.${mark.competency}`)}</span>
            <RatingMark rating={mark.rating} />
          </li>
        ))}
      </ul>
      <p class="dim">{t('competencies.note')}</p>
      <SimulatedNote roles={debrief.simulated} />
    </>
  );
}

export function CompetencySlide({ mark, show }: { mark: CompetencyMark; show: ShowEvidence }) {
  const t = useT('debrief');
  const chance = mark.tasks.filter((task) => task.result !== 'no-chance');
  return (
    <>
      <div class="spread">
        <RatingMark rating={mark.rating} big />
        {mark.redLines.length > 0 && (
          <p class="chip alert">{t('competency.capped', { count: mark.redLines.length })}</p>
        )}
      </div>
      <TaskLines tasks={chance} show={show} />
      <Measures measures={mark.measures} show={show} />
    </>
  );
}

/** Counts beside the tasks, without a colour. With `show`, a count that has events opens their lines. */
export function Measures({ measures, show }: { measures: readonly Measure[]; show?: ShowEvidence }) {
  const t = useT('debrief');
  if (measures.length === 0) return null;
  return (
    <dl class="measures">
      {measures.map((measure) => {
        const { id, evidence } = measure;
        const title = hasText('debrief', `measure.${id}`)
          ? textForId('debrief', `measure.${id}`)
          : id.replaceAll('-', ' ');
        const canShow = show && evidence.length > 0;
        return (
          <div key={id}>
            <dt>
              {canShow ? (
                <button type="button" class="measure-name" onClick={() => show({ title, of: { evidence } })}>
                  {title}
                </button>
              ) : (
                title
              )}
            </dt>
            <dd>
              <span class="num strong">{valueOf(measure, t)}</span>{' '}
              <span class="measure-goal">{t(`goal.${goalOf(id)}`)}</span>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function valueOf(measure: Measure, t: T<'debrief'>): string {
  if (measure.unit === 'minutes') return t('minutes', { count: Math.round(measure.value) });
  if (measure.of !== undefined && goalOf(measure.id) !== 'talk')
    return t('valueOf', { value: formatNumber(measure.value), all: formatNumber(measure.of) });
  return formatNumber(measure.value);
}
