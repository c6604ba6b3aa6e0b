/** The start: lists what is missing without preventing the start, and asks for confirmation if a required desk is empty. */
import { useState } from 'preact/hooks';
import type { TrainerRole } from '../../../../shared/protocol/api.ts';
import { Button, Card, Dialog, go, LinkButton, useKit, useT } from '../../kit/index.ts';
import { checklistOf, type Coverage } from '../class/coverage.ts';
import { useRoom } from '../class/room.tsx';
import { classPath } from '../shell/trainer-route.ts';

export function StartCard({ coverage }: { coverage: Coverage }) {
  const t = useT('trainer');
  const { tools, publicState, exercise } = useRoom();
  const { card } = useKit();
  const [confirming, setConfirming] = useState(false);
  const [busy, setBusy] = useState(false);
  const empty = coverage.empty.map((role) => card(`role:${role}`)?.title ?? role).join(', ');
  const start = async (): Promise<void> => {
    setConfirming(false);
    setBusy(true);
    const answer = await tools.send({ type: 'start-exercise' });
    setBusy(false);
    if (answer.ok) go(classPath(exercise.exercise, 'console'));
  };
  const press = (): void => (coverage.empty.length > 0 ? setConfirming(true) : void start());
  const fill = desksToSimulate(coverage, exercise.roles);
  const simulate = async (): Promise<void> => {
    for (const role of fill) await tools.send({ type: 'simulate-desk', role });
  };
  if (publicState.status !== 'lobby') return <BackToConsole exercise={exercise.exercise} />;
  return (
    <aside class="lobby-start">
      <Card level={2} title={t('lobby.start')}>
        <Checklist coverage={coverage} empty={empty} />
        {fill.length > 0 && (
          <Button kind="quiet" onClick={() => void simulate()}>
            {t('simulated.fill', { count: fill.length })}
          </Button>
        )}
        <Button busy={busy} onClick={press} disabled={coverage.all + coverage.simulated.length === 0}>
          {t('lobby.go')}
        </Button>
        <p class="small dim">{t('lobby.goHint')}</p>
      </Card>
      <Card level={2} tone="flat" title={t('lobby.before')}>
        <ul class="prose small">
          {(['one', 'two', 'three', 'four'] as const).map((line) => (
            <li key={line}>{t(`lobby.brief.${line}`)}</li>
          ))}
        </ul>
      </Card>
      {confirming && (
        <EmptyDeskDialog
          desks={empty}
          wait={() => setConfirming(false)}
          start={() => void start()}
          fill={coverage.empty.some((role) => fill.includes(role)) ? () => void simulate().then(start) : undefined}
        />
      )}
    </aside>
  );
}

/** Empty desks that may be simulated. */
const desksToSimulate = ({ empty, unused }: Coverage, roles: readonly TrainerRole[]): string[] =>
  [...empty, ...unused].filter((role) => roles.some((each) => each.role === role && each.mayBeSimulated));

function Checklist({ coverage, empty }: { coverage: Coverage; empty: string }) {
  const t = useT('trainer');
  const lines = checklistOf(coverage);
  return (
    <ul class="plain checklist">
      {coverage.simulated.length > 0 && (
        <li class="good">
          <span aria-hidden="true">✓</span> {t('simulated.count', { count: coverage.simulated.length })}
        </li>
      )}
      {lines.map(({ count, good, missing }) => (
        <li key={good} class={count === 0 ? 'good' : 'due'}>
          <span aria-hidden="true">{count === 0 ? '✓' : '!'}</span>{' '}
          {count === 0 ? t(good) : t(missing, { count, desks: empty })}
        </li>
      ))}
    </ul>
  );
}

interface EmptyDeskProps {
  desks: string;
  wait: () => void;
  start: () => void;
  /** Simulates the empty desks, then starts. */
  fill: (() => void) | undefined;
}

function EmptyDeskDialog({ desks, wait, start, fill }: EmptyDeskProps) {
  const t = useT('trainer');
  const footer = (
    <>
      <Button kind="quiet" onClick={wait}>
        {t('lobby.wait')}
      </Button>
      <Button kind={fill ? 'quiet' : 'primary'} onClick={start}>
        {t('lobby.startAnyway')}
      </Button>
      {fill && <Button onClick={fill}>{t('simulated.fillAndStart')}</Button>}
    </>
  );
  return (
    <Dialog open title={t('lobby.emptyTitle')} onClose={wait} footer={footer}>
      <p>{t('lobby.emptyText', { desks })}</p>
      {fill && <p>{t('simulated.text')}</p>}
    </Dialog>
  );
}

function BackToConsole({ exercise }: { exercise: string }) {
  const t = useT('trainer');
  return (
    <aside class="lobby-start">
      <Card level={2} title={t('lobby.under')}>
        <p>{t('lobby.underText')}</p>
        <LinkButton href={classPath(exercise, 'console')}>{t('lobby.toConsole')}</LinkButton>
      </Card>
    </aside>
  );
}
