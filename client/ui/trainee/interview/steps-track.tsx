/** The stages of an interview (plan, engage, account, close) with the current one marked. */
import { useT } from '../../kit/index.ts';
import { STAGES, type Stage } from './selectors.ts';

export function StepsTrack({ at, finished }: { at: Stage; finished?: boolean }) {
  const t = useT('work');
  const now = STAGES.indexOf(at);
  return (
    <ol class="iv-stages" aria-label={t('interview.stagesLabel')}>
      {STAGES.map((stage, index) => {
        const state = index < now || finished === true ? 'done' : index === now ? 'now' : 'later';
        return (
          <li
            key={stage}
            class={`iv-stages__step iv-stages__step--${state}`}
            aria-current={state === 'now' ? 'step' : undefined}
          >
            {state === 'done' && <span aria-hidden="true">✓ </span>}
            {t(`interview.stage.${stage}`)}
          </li>
        );
      })}
    </ol>
  );
}
