/** How a competency or a task came out: always the letter with its word, never colour alone. */
import type { Rating, TaskResult } from '../../../shared/debrief/debrief.ts';
import { Chip, useT } from '../kit/index.ts';
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
