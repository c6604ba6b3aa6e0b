/** The trainer's pages, behind the key. */
import './shell/shell.css';
import { readTrainer } from '../../connection/api.ts';
import { useRoute, useT, Waiting } from '../kit/index.ts';
import { ClassPages } from './class-pages.tsx';
import { Home } from './home/home.tsx';
import { Problem } from './shell/problem.tsx';
import { SetUp } from './set-up/set-up.tsx';
import { SignIn } from './shell/sign-in.tsx';
import { readTrainerRoute } from './shell/trainer-route.ts';
import { useAnswer } from './shell/use-answer.ts';

export default function Trainer() {
  useT('trainer');
  useT('debrief');
  useT('names');
  const { path } = useRoute();
  const signedIn = useAnswer('', readTrainer);
  if (signedIn.error && signedIn.error !== 'not-signed-in')
    return <Problem error={signedIn.error} onRetry={signedIn.reload} page />;
  if (signedIn.error === 'not-signed-in' || signedIn.value?.signedIn === false)
    return <SignIn done={signedIn.reload} />;
  if (!signedIn.value) {
    return (
      <main class="center-page">
        <Waiting />
      </main>
    );
  }
  const page = readTrainerRoute(path);
  if (page.page === 'open') return <SetUp scenario={page.scenario} />;
  if (page.page === 'class') return <ClassPages exercise={page.exercise} at={page.at} key={page.exercise} />;
  return <Home signedOut={signedIn.reload} />;
}
