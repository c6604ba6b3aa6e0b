/** The console bar: clock, pace, connected seats, pause and end. */
import { formatNumber } from '../../../i18n/formats.ts';
import { Button, CaseTime, Chip, useNow, useT } from '../../kit/index.ts';
import { coverageOf } from '../class/coverage.ts';
import { useConsole } from './console-context.ts';
import { DisplayMenu } from '../shell/display-menu.tsx';
import { useRoom } from '../class/room.tsx';
import { wallPath } from '../shell/trainer-route.ts';

export function ConsoleBar({ setSafe }: { setSafe: (safe: boolean) => void }) {
  const t = useT('trainer');
  const { exercise, publicState, tools } = useRoom();
  const { show, safe, answer } = useConsole();
  const paused = publicState.status === 'paused';
  return (
    <header class="console-bar">
      <a class="brand" href="/trainer" aria-label={t('home.all')}>
        {t('brand')}
      </a>
      <h1>
        <bdi>{exercise.title}</bdi>
      </h1>
      <ClassLinks />
      <span class="console-bar-end">
        <button
          type="button"
          class="btn quiet small"
          aria-pressed={safe}
          onClick={() => setSafe(!safe)}
          title={t('console.safeHint')}
        >
          {t('console.safe')} <kbd>P</kbd>
        </button>
        {answer?.endSuggested !== undefined && <Chip tone="good">{t('console.endSuggested')}</Chip>}
        <Clock />
        <Chip>{t('console.pace', { pace: formatNumber(publicState.pace, { maximumFractionDigits: 1 }) })}</Chip>
        {paused ? (
          <Button onClick={() => void tools.send({ type: 'resume' })}>
            {t('shared.resume')} <kbd>{t('key.space')}</kbd>
          </Button>
        ) : (
          <Button onClick={() => show({ open: 'pause' })}>
            {t('shared.pause')} <kbd>{t('key.space')}</kbd>
          </Button>
        )}
        <Button kind="quiet" onClick={() => show({ open: 'end' })}>
          {t('shared.end')}
        </Button>
        <Button kind="quiet" size="icon" aria-label={t('console.keys')} onClick={() => show({ open: 'keys' })}>
          <span aria-hidden="true">?</span>
        </Button>
        <DisplayMenu />
      </span>
    </header>
  );
}

/** The class code, the connected seats, and a link to the projector page. A demo or practice has no code. */
function ClassLinks() {
  const t = useT('trainer');
  const { exercise, publicState } = useRoom();
  const { here, all, simulated } = coverageOf(exercise.roles, publicState.roster);
  return (
    <>
      {exercise.purpose ? (
        <Chip tone="due">{t(`${exercise.purpose}.mark`)}</Chip>
      ) : (
        <Chip>
          <span class="num">
            {exercise.pin.slice(0, 3)} {exercise.pin.slice(3)}
          </span>
        </Chip>
      )}
      <a class="chip-link" href={`/trainer/class/${encodeURIComponent(exercise.exercise)}/lobby`}>
        <Chip tone={here === all ? 'good' : 'due'}>
          {all === 0 && simulated.length > 0
            ? t('simulated.count', { count: simulated.length })
            : t('console.connected', { here, count: all })}
        </Chip>
      </a>
      <a class="chip-link" href={wallPath(exercise.exercise)} target="_blank" rel="noreferrer">
        <Chip>{t('console.projector')} ↗</Chip>
      </a>
    </>
  );
}

function Clock() {
  const t = useT('trainer');
  const { publicState } = useRoom();
  const now = useNow();
  return (
    <span class={publicState.status === 'paused' ? 'console-clock paused' : 'console-clock'}>
      <CaseTime at={now} />
      {publicState.status === 'paused' && <span class="small">{t('status.paused')}</span>}
    </span>
  );
}
