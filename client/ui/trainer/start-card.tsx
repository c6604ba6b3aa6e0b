/** The start: says what is missing, never stands in the way, and asks only where a required desk is empty. */
import { useState } from 'preact/hooks';
import { Button, Card, Dialog, go, LinkButton, useKit, useT } from '../kit/index.ts';
import type { Coverage } from './coverage.ts';
import { useRoom } from './room.tsx';
import { classPath } from './trainer-route.ts';

export function StartCard({ coverage }: { coverage: Coverage }) {
  const t = useT('trainer');
  const { tools, open, exercise } = useRoom();
  const { card } = useKit();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const empty = coverage.empty.map((role) => card(`role:${role}`)?.title ?? role).join(', ');
  const start = async (): Promise<void> => {
    setAsking(false);
    setBusy(true);
    const answer = await tools.send({ type: 'start-exercise' });
    setBusy(false);
    if (answer.ok) go(classPath(exercise.exercise, 'console'));
  };
  const press = (): void => (coverage.empty.length > 0 ? setAsking(true) : void start());
  if (open.status !== 'lobby') return <BackToConsole exercise={exercise.exercise} />;
  return (
    <aside class="lobby-start">
      <Card level={2} title={t('lobby.start')}>
        <Checklist coverage={coverage} empty={empty} />
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
      {asking && <EmptyDesk desks={empty} wait={() => setAsking(false)} start={() => void start()} />}
    </aside>
  );
}

function Checklist({ coverage, empty }: { coverage: Coverage; empty: string }) {
  const t = useT('trainer');
  const lines: [number, good: string, missing: string][] = [
    [coverage.empty.length, 'covered', 'empty'],
    [coverage.unseated.length, 'allSeated', 'unseated'],
    [coverage.away.length, 'allHere', 'away'],
    [coverage.notReady.length, 'allReady', 'notReady'],
  ];
  return (
    <ul class="plain checklist">
      {lines.map(([count, good, missing]) => (
        <li key={good} class={count === 0 ? 'good' : 'due'}>
          <span aria-hidden="true">{count === 0 ? '✓' : '!'}</span>{' '}
          {count === 0 ? t(`lobby.${good}`) : t(`lobby.${missing}`, { count, desks: empty })}
        </li>
      ))}
    </ul>
  );
}

function EmptyDesk({ desks, wait, start }: { desks: string; wait: () => void; start: () => void }) {
  const t = useT('trainer');
  const footer = (
    <>
      <Button kind="quiet" onClick={wait}>
        {t('lobby.wait')}
      </Button>
      <Button onClick={start}>{t('lobby.startAnyway')}</Button>
    </>
  );
  return (
    <Dialog open title={t('lobby.emptyTitle')} onClose={wait} footer={footer}>
      <p>{t('lobby.emptyText', { desks })}</p>
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
