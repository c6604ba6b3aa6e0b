/** What was asked, and another way to ask it. */
import type { QuestionCoach } from '../../../shared/debrief/debrief.ts';
import { useCoach } from './use-coach.ts';

export function BetterWording({ coach, most }: { coach: QuestionCoach; most?: number }) {
  const { question, better } = useCoach(coach);
  return (
    <>
      {coach.better.slice(0, most ?? coach.better.length).map((asked) => (
        <div key={asked} class="better">
          <p class="dim">
            <q>{question(asked)}</q>
          </p>
          <p class="strong">
            <q>{better(asked)}</q>
          </p>
        </div>
      ))}
    </>
  );
}
