/** The projector page of a class: how to join and who is here, later the clock. It shows only what a trainee may see. */
import '../trainer/shell/shell.css';
import './wall.css';
import { call } from '../../connection/api.ts';
import type { WallAnswer } from '../../../shared/protocol/api.ts';
import { useRoute, useT, Waiting } from '../kit/index.ts';
import { Problem } from '../trainer/shell/problem.tsx';
import { SignIn } from '../trainer/shell/sign-in.tsx';
import { useAnswer } from '../trainer/shell/use-answer.ts';
import { WallLobby } from './lobby.tsx';
import { RunningWall } from './running.tsx';

const POLL_MS = 2000;

export default function Wall() {
  useT('trainer');
  const { parts } = useRoute();
  const exercise = parts[1] ?? '';
  const wall = useAnswer(exercise, () => call<WallAnswer>(`/api/wall/${encodeURIComponent(exercise)}`), POLL_MS);
  if (wall.value) {
    const { card, roster } = wall.value;
    return card.status === 'lobby' ? (
      <WallLobby card={card} roster={roster} />
    ) : (
      <RunningWall card={card} roster={roster} />
    );
  }
  if (wall.error === 'not-signed-in') return <SignIn done={wall.reload} />;
  if (wall.error) return <Problem error={wall.error} onRetry={wall.reload} page />;
  return (
    <main class="center-page">
      <Waiting />
    </main>
  );
}
