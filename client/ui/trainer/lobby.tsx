/** Before the start: who is here, at which desk, and what is still missing. */
import { useState } from 'preact/hooks';
import { Button, Card, Chip, Dialog, LinkButton, Notice, useKit, useT } from '../kit/index.ts';
import { ConnectionNote } from './connection-note.tsx';
import type { Coverage } from './coverage.ts';
import { coverageOf } from './coverage.ts';
import { DeskRosterCard } from './desk-roster.tsx';
import { useRoom } from './room.tsx';
import { TrainerBar } from './trainer-bar.tsx';
import { wallPath } from './trainer-route.ts';

export function Lobby() {
  const t = useT('trainer');
  const { exercise, open } = useRoom();
  const coverage = coverageOf(exercise.roles, open.roster);
  return (
    <>
      <TrainerBar
        title={exercise.label ? `${exercise.title} · ${exercise.label}` : exercise.title}
        before={<Chip>{t(`status.${open.status}`)}</Chip>}
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
          {coverage.all === 0 && <Notice title={t('lobby.nobody')}>{t('lobby.nobodyText')}</Notice>}
          {coverage.unseated.length > 0 && <DeskRosterCard role={undefined} seats={coverage.unseated} />}
          {coverage.desks.map((desk) => (
            <DeskRosterCard key={desk.role} role={desk.role} seats={desk.seats} required={desk.required} />
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
      <span class="dim">{exercise.addresses[0]}</span>
      <strong class="pin-small num" aria-label={t('wall.pinSpoken', { pin: exercise.pin.split('').join(' ') })}>
        {exercise.pin.slice(0, 3)} {exercise.pin.slice(3)}
      </strong>
    </p>
  );
}

/** Says what is missing; never stands in the way, and asks only where a required desk is empty. */
function StartCard({ coverage }: { coverage: Coverage }) {
  const t = useT('trainer');
  const { tools, open } = useRoom();
  const { card } = useKit();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const nameOfDesk = (role: string): string => card(`role:${role}`)?.title ?? role;
  const start = async (): Promise<void> => {
    setAsking(false);
    setBusy(true);
    await tools.send({ type: 'start-exercise' });
    setBusy(false);
  };
  const press = (): void => (coverage.empty.length > 0 ? setAsking(true) : void start());
  if (open.status !== 'lobby') return <BackToConsole />;
  return (
    <aside class="lobby-start">
      <Card level={2} title={t('lobby.start')}>
        <ul class="plain checklist">
          <Line
            good={coverage.empty.length === 0}
            text={
              coverage.empty.length === 0
                ? t('lobby.covered')
                : t('lobby.empty', { count: coverage.empty.length, desks: coverage.empty.map(nameOfDesk).join(', ') })
            }
          />
          <Line
            good={coverage.unseated.length === 0}
            text={
              coverage.unseated.length === 0
                ? t('lobby.allSeated')
                : t('lobby.unseated', { count: coverage.unseated.length })
            }
          />
          <Line
            good={coverage.away.length === 0}
            text={coverage.away.length === 0 ? t('lobby.allHere') : t('lobby.away', { count: coverage.away.length })}
          />
          <Line
            good={coverage.notReady.length === 0}
            text={
              coverage.notReady.length === 0
                ? t('lobby.allReady')
                : t('lobby.notReady', { count: coverage.notReady.length })
            }
          />
        </ul>
        <Button busy={busy} onClick={press} disabled={coverage.all === 0}>
          {t('lobby.go')}
        </Button>
        <p class="small dim">{t('lobby.goHint')}</p>
      </Card>
      <Card level={2} tone="flat" title={t('lobby.before')}>
        <ul class="prose small">
          {['one', 'two', 'three', 'four'].map((line) => (
            <li key={line}>{t(`lobby.brief.${line}`)}</li>
          ))}
        </ul>
      </Card>
      <Dialog
        open={asking}
        title={t('lobby.emptyTitle')}
        onClose={() => setAsking(false)}
        footer={
          <>
            <Button kind="quiet" onClick={() => setAsking(false)}>
              {t('lobby.wait')}
            </Button>
            <Button onClick={() => void start()}>{t('lobby.startAnyway')}</Button>
          </>
        }
      >
        <p>{t('lobby.emptyText', { desks: coverage.empty.map(nameOfDesk).join(', ') })}</p>
      </Dialog>
    </aside>
  );
}

function BackToConsole() {
  const t = useT('trainer');
  const { exercise } = useRoom();
  return (
    <aside class="lobby-start">
      <Card level={2} title={t('lobby.under')}>
        <p>{t('lobby.underText')}</p>
        <LinkButton href={`/trainer/class/${encodeURIComponent(exercise.exercise)}/console`}>
          {t('lobby.toConsole')}
        </LinkButton>
      </Card>
    </aside>
  );
}

function Line({ good, text }: { good: boolean; text: string }) {
  return (
    <li class={good ? 'good' : 'due'}>
      <span aria-hidden="true">{good ? '✓' : '!'}</span> {text}
    </li>
  );
}
