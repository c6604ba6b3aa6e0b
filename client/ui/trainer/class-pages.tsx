/** The pages of one class: lobby, console, hot wash, debrief, report. */
import { readExercise } from '../../connection/api.ts';
import { Waiting } from '../kit/index.ts';
import { Console } from './console/console.tsx';
import { DebriefPage, ReportPage } from './debrief/debrief-page.tsx';
import { HotWash } from './debrief/hot-wash.tsx';
import { Lobby } from './lobby/lobby.tsx';
import { Problem } from './shell/problem.tsx';
import { TrainerRoomProvider, useRoom } from './class/room.tsx';
import type { ClassPage } from './shell/trainer-route.ts';
import { pageForStatus } from './shell/trainer-route.ts';
import { ConnectionNote } from './class/connection-note.tsx';
import { ExerciseCards } from './class/cards.tsx';
import { useAnswer } from './shell/use-answer.ts';

export function ClassPages({ exercise, at }: { exercise: string; at: ClassPage | undefined }) {
  const card = useAnswer(exercise, () => readExercise(exercise));
  if (!card.value) {
    if (card.error) return <Problem error={card.error} onRetry={card.reload} page />;
    return (
      <main class="center-page">
        <Waiting />
      </main>
    );
  }
  if (at === 'debrief' || at === 'report') {
    return (
      <ExerciseCards exercise={exercise}>
        {at === 'debrief' ? <DebriefPage exercise={card.value} /> : <ReportPage exercise={card.value} />}
      </ExerciseCards>
    );
  }
  return (
    <TrainerRoomProvider exercise={card.value}>
      <LivePage at={at} />
    </TrainerRoomProvider>
  );
}

/** The lobby before the start, the console after it, the hot wash after the end. The address cannot override the status. */
function LivePage({ at }: { at: ClassPage | undefined }) {
  const { publicState, state } = useRoom();
  if (publicState.status === 'ended') return <HotWash />;
  // Until roster and log have arrived, the pages would say that no one is here and nothing has happened.
  if (!state.public || state.epoch === undefined)
    return (
      <main class="center-page">
        <ConnectionNote />
        <Waiting />
      </main>
    );
  const page = at ?? pageForStatus(publicState.status);
  if (publicState.status === 'lobby') return <Lobby />;
  return page === 'lobby' ? <Lobby /> : <Console />;
}
