/** The wall during the exercise: clock, pause, public phase, and the code for latecomers. */
import type { ExerciseCard } from '../../../shared/protocol/api.ts';
import type { PublicSeat } from '../../../shared/protocol/messages.ts';
import { CaseTime, PauseWords, useKit, useNow, useT, Waiting } from '../kit/index.ts';
import { type Coverage, coverageOf } from '../trainer/class/coverage.ts';
import { TrainerRoomProvider, useRoom } from '../trainer/class/room.tsx';

export function RunningWall({ card, roster }: { card: ExerciseCard; roster: readonly PublicSeat[] }) {
  return (
    <TrainerRoomProvider exercise={card}>
      <OnceItGoes card={card} {...coverageOf(card.roles, roster)} />
    </TrainerRoomProvider>
  );
}

/** Until the clock has arrived, the wall shows no time: it would be a wrong one. */
function OnceItGoes(props: ClockProps) {
  const { state } = useRoom();
  if (state.public || props.card.status === 'ended') return <RunningWallClock {...props} />;
  return (
    <main class="wall under-way" id="content">
      <p class="wall-kicker" dir="auto">
        {props.card.title}
      </p>
      <Waiting />
    </main>
  );
}

type ClockProps = { card: ExerciseCard } & Pick<Coverage, 'here' | 'all' | 'simulated'>;

/** Shows only public state. */
export function RunningWallClock({ card, here, all, simulated }: ClockProps) {
  const t = useT('trainer');
  const { publicState, state, tools } = useRoom();
  const kit = useKit();
  const now = useNow();
  const phase = publicState.phase === '' ? undefined : kit.card(`phase:${publicState.phase}`)?.title;
  const pauseWords = publicState.status === 'paused' ? tools.textOf(tools.world.pauseReason) : '';
  return (
    <main
      class={`wall under-way${pauseWords === '' ? '' : ' with-words'}`}
      id="content"
      data-status={publicState.status}
    >
      <p class="wall-kicker" dir="auto">
        {card.title}
      </p>
      {publicState.status === 'ended' ? (
        <h1 class="wall-clock">{t('wall.ended')}</h1>
      ) : (
        <h1 class="wall-clock num">
          <CaseTime at={now} />
        </h1>
      )}
      {publicState.status === 'paused' && (
        <>
          <p class="wall-paused">{t('wall.paused')}</p>
          <PauseWords words={pauseWords} />
        </>
      )}
      {state.connection.phase === 'reconnecting' && (
        <p class="wall-waits" role="status">
          {t('wall.noServer')}
        </p>
      )}
      {phase && (
        <p class="wall-phase" dir="auto">
          {phase}
        </p>
      )}
      {publicState.status !== 'ended' && <StillToKnow card={card} here={here} all={all} simulated={simulated} />}
    </main>
  );
}

/** For people who come late or need a break. */
function StillToKnow({ card, here, all, simulated }: ClockProps) {
  const t = useT('trainer');
  return (
    <>
      {card.purpose ? (
        <p class="wall-count">
          {t(`${card.purpose}.mark`)} · {t('simulated.count', { count: simulated.length })}
        </p>
      ) : (
        <p class="wall-count">
          {t('lobby.here', { here, count: all })} ·{' '}
          <span class="num">{t('wall.late', { pin: `${card.pin.slice(0, 3)} ${card.pin.slice(3)}` })}</span>
        </p>
      )}
      <p class="dim wall-step-out">{t('wall.stepOut')}</p>
    </>
  );
}
