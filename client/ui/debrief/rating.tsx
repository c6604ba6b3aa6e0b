/** The result of a competency or task: always the letter with its word, never colour alone. */
import type { Rating, TaskResult } from '../../../shared/debrief/debrief.ts';
import { Chip, RoleTag, useT } from '../kit/index.ts';
import type { Tone } from '../kit/index.ts';

export function RatingMark({ rating, big = false }: { rating: Rating; big?: boolean }) {
  const t = useT('debrief');
  return (
    <span class={big ? 'rating big' : 'rating'} data-rating={rating}>
      <span class="rating-letter" aria-hidden="true">
        {rating === 'none' ? '–' : rating}
      </span>
      <span>{t(`rating.${rating}`)}</span>
    </span>
  );
}

const TONES: Record<TaskResult, Tone> = {
  done: 'good',
  repaired: 'good',
  late: 'due',
  missed: 'alert',
  'no-chance': 'plain',
};

export function ResultChip({ result }: { result: TaskResult }) {
  const t = useT('debrief');
  return <Chip tone={TONES[result]}>{t(`result.${result}`)}</Chip>;
}

/** Marks the act of a simulated desk: it is shown but not rated. */
export function SimulatedChip() {
  const t = useT('debrief');
  return <Chip title={t('simulated.why')}>{t('simulated.mark')}</Chip>;
}

/** Names the simulated desks, and says that they are not rated. */
export function SimulatedNote({ roles }: { roles: readonly string[] | undefined }) {
  const t = useT('debrief');
  if (!roles || roles.length === 0) return null;
  return (
    <p class="small dim row tight">
      {t('simulated.desks')}
      {roles.map((role) => (
        <RoleTag key={role} role={role} />
      ))}
      <span>{t('simulated.why')}</span>
    </p>
  );
}
