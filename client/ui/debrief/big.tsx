/** A large number with its label and what would be good, legible from the back row. */
import type { Goal } from '../../../shared/debrief/measures/ids.ts';
import { useT } from '../kit/index.ts';

export function BigFigure({
  value,
  label,
  tone,
  goal,
}: {
  value: number | string;
  label: string;
  tone?: 'due' | 'good' | undefined;
  /** What would be good. */
  goal: Goal;
}) {
  const t = useT('debrief');
  return (
    <div class={tone ? `card figure ${tone}` : 'card figure'}>
      <p class="figure-value num">{value}</p>
      <p>{label}</p>
      <p class="figure-goal">{t(`goal.${goal}`)}</p>
    </div>
  );
}
