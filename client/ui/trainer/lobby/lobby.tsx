/** The lobby before the start: who is here, at which desk, and what is missing. */
import './lobby.css';
import { Chip, Notice, useT } from '../../kit/index.ts';
import { ConnectionNote } from '../class/connection-note.tsx';
import { coverageOf } from '../class/coverage.ts';
import { DeskRosterCard } from './desk-roster.tsx';
import { useRoom } from '../class/room.tsx';
import { StartCard } from './start-card.tsx';
import { TrainerBar } from '../shell/trainer-bar.tsx';
import { wallPath } from '../shell/trainer-route.ts';

export function Lobby() {
  const t = useT('trainer');
  const { exercise, publicState } = useRoom();
  const coverage = coverageOf(exercise.roles, publicState.roster);
  return (
    <>
      <TrainerBar
        title={exercise.label ? `${exercise.title} · ${exercise.label}` : exercise.title}
        before={<Chip>{t(`status.${publicState.status}`)}</Chip>}
      >
        <a class="btn" href={wallPath(exercise.exercise)} target="_blank" rel="noreferrer">
          {t('lobby.projector')}
        </a>
      </TrainerBar>
      <ConnectionNote />
      <main class="trainer-page lobby" id="content">
        <section class="stack lobby-desks">
          <div class="spread">
            <h2>{t('lobby.here', { here: coverage.here, count: coverage.all })}</h2>
            <JoinHint />
          </div>
          {coverage.all === 0 && <Notice title={t('lobby.noOne')}>{t('lobby.noOneText')}</Notice>}
          {coverage.unseated.length > 0 && <DeskRosterCard role={undefined} seats={coverage.unseated} />}
          {coverage.desks.map((desk) => (
            <DeskRosterCard key={desk.role} {...desk} />
          ))}
        </section>
        <StartCard coverage={coverage} />
      </main>
    </>
  );
}

function JoinHint() {
  const t = useT('trainer');
  const { exercise } = useRoom();
  return (
    <p class="row tight">
      <span class="dim">{exercise.addresses[0] ?? t('noNetwork')}</span>
      <strong class="pin-small num" aria-label={t('wall.pinSpoken', { pin: exercise.pin.split('').join(' ') })}>
        {exercise.pin.slice(0, 3)} {exercise.pin.slice(3)}
      </strong>
    </p>
  );
}
