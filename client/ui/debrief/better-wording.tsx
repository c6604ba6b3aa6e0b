/** Questions that were asked, each with a better wording. */
import type { QuestionCoach } from '../../../shared/debrief/debrief.ts';
import { useCoach } from './use-coach.ts';

export function BetterWording({ coach, max }: { coach: QuestionCoach; max?: number }) {
  const { question, better } = useCoach(coach);
  return (
    <>
      {coach.better.slice(0, max ?? coach.better.length).map((id) => (
        <div key={id} class="better">
          <p class="dim">
            <q>{question(id)}</q>
          </p>
          <p class="strong">
            <q>{better(id)}</q>
          </p>
        </div>
      ))}
    </>
  );
}
