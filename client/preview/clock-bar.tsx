/** The author's clock controls: pause, run, jump, and the next scheduled event. */
import { useEffect, useState } from 'preact/hooks';
import { HOUR, MINUTE } from '../../shared/time.ts';
import { formatCaseTime } from '../i18n/formats.ts';
import { Button, useT } from '../ui/kit/index.ts';
import { DisplayMenu } from './display-menu.tsx';
import { caseNow, moveClock, startFrom, status } from './model.ts';

const SPEEDS = [1, 2, 5, 10, 30];

export function ClockBar({ wide, onWide }: { wide: boolean; onWide: () => void }) {
  const t = useT('preview');
  const now = status.value;
  if (!now) return null;
  const { next, ended } = now.clock;
  return (
    <header class="clock-bar">
      <strong class="case-title" title={now.folder}>
        <bdi>{now.title}</bdi>
      </strong>
      <CaseClock />
      <div class="row tight nowrap" role="group" aria-label={t('clock.label')}>
        <RunOrPause />
        <Button kind="quiet" size="small" disabled={ended} onClick={() => void moveClock({ plus: 10 * MINUTE })}>
          {t('clock.ten')}
        </Button>
        <Button kind="quiet" size="small" disabled={ended} onClick={() => void moveClock({ plus: HOUR })}>
          {t('clock.hour')}
        </Button>
        <Button
          kind="quiet"
          size="small"
          disabled={ended || !next}
          title={next ? `${formatCaseTime(next.at)} · ${next.what} ${next.id}` : t('clock.nothing')}
          onClick={() => void moveClock({ next: true })}
        >
          {t('clock.next')}
          {next && (
            <span class="next-what">
              {formatCaseTime(next.at).split('·').at(-1)?.trim()} {next.id || next.what}
            </span>
          )}
        </Button>
        <JumpToTime />
      </div>
      <div class="row tight nowrap end">
        <Button kind="quiet" size="small" onClick={() => void startFrom(now.overrides)} title={t('clock.againWhy')}>
          {t('clock.again')}
        </Button>
        <Button kind="quiet" size="small" aria-pressed={wide} onClick={onWide}>
          {t('wide')}
        </Button>
        <DisplayMenu />
      </div>
    </header>
  );
}

function RunOrPause() {
  const t = useT('preview');
  const [speed, setSpeed] = useState(1);
  const { speed: now = 0, ended = false } = status.value?.clock ?? {};
  const isRunning = now > 0;
  return (
    <>
      <Button
        size="small"
        aria-pressed={isRunning}
        disabled={ended}
        onClick={() => void moveClock({ speed: isRunning ? 0 : speed })}
      >
        <span aria-hidden="true">{isRunning ? '❚❚' : '▶'}</span> {t(isRunning ? 'shared.pause' : 'clock.run')}
      </Button>
      <select
        class="input small-input"
        aria-label={t('clock.speed')}
        value={String(speed)}
        onChange={(event) => {
          const next = Number(event.currentTarget.value);
          setSpeed(next);
          if (isRunning) void moveClock({ speed: next });
        }}
      >
        {SPEEDS.map((each) => (
          <option key={each} value={each}>
            {t('clock.times', { speed: each })}
          </option>
        ))}
      </select>
    </>
  );
}

function CaseClock() {
  const [, redraw] = useState(0);
  const isRunning = (status.value?.clock.speed ?? 0) > 0;
  useEffect(() => {
    if (!isRunning) return undefined;
    const timer = setInterval(() => redraw((count) => count + 1), 500);
    return () => clearInterval(timer);
  }, [isRunning]);
  return (
    <output class="case-clock num" data-case-time={Math.floor(caseNow())}>
      {formatCaseTime(caseNow())}
    </output>
  );
}

function JumpToTime() {
  const t = useT('preview');
  const [text, setText] = useState('');
  const [isInvalid, setInvalid] = useState(false);
  const go = async (event: Event): Promise<void> => {
    event.preventDefault();
    const moment = /^\d{1,2}:\d{2}$/.test(text.trim())
      ? `day ${Math.floor(caseNow() / 86_400_000) + 1} ${text.trim()}`
      : text;
    const done = await moveClock({ to: moment });
    setInvalid(!done);
    if (done) setText('');
  };
  return (
    <form class="row tight nowrap" onSubmit={(event) => void go(event)}>
      <input
        class="input small-input moment"
        aria-label={t('clock.moment')}
        aria-invalid={isInvalid}
        title={isInvalid ? t('clock.wrong') : t('clock.moment')}
        placeholder="day 1 11:00"
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <button type="submit" class="btn quiet small" disabled={text.trim() === ''}>
        {t('clock.go')}
      </button>
    </form>
  );
}
