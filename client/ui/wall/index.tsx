/** The projector page of a class: how to join and who has come; later the clock. Nothing that a trainee may not see. */
import '../trainer/shell/shell.css';
import './wall.css';
import { call } from '../../connection/api.ts';
import type { WallAnswer } from '../../../shared/protocol/api.ts';
import { useRoute, useT, Waiting } from '../kit/index.ts';
import { Problem } from '../trainer/shell/problem.tsx';
import { SignIn } from '../trainer/shell/sign-in.tsx';
import { useAnswer } from '../trainer/shell/use-answer.ts';
import { Gathering } from './gathering.tsx';
import { UnderWay } from './under-way.tsx';

const EVERY = 2000;

export default function Wall() {
  useT('trainer');
  const { parts } = useRoute();
  const exercise = parts[1] ?? '';
  const wall = useAnswer(exercise, () => call<WallAnswer>(`/api/wall/${encodeURIComponent(exercise)}`), EVERY);
  if (wall.value) {
    const { card, roster } = wall.value;
    return card.status === 'lobby' ? (
      <Gathering card={card} roster={roster} />
    ) : (
      <UnderWay card={card} roster={roster} />
    );
  }
  if (wall.error === 'not-signed-in') return <SignIn done={wall.again} />;
  if (wall.error) return <Problem error={wall.error} again={wall.again} page />;
  return (
    <main class="center-page">
      <Waiting />
    </main>
  );
}
