/** The clock of the case in the author's hand: stand, run, jump, and what comes next. */
import { useEffect, useState } from 'preact/hooks';
import { HOUR, MINUTE } from '../../shared/time.ts';
import { formatCaseTime } from '../i18n/formats.ts';
import { Button, useT } from '../ui/kit/index.ts';
import { Looks } from './looks.tsx';
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
        <RunOrStand />
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
        <ToMoment />
      </div>
      <div class="row tight nowrap end">
        <Button kind="quiet" size="small" onClick={() => void startFrom(now.overrides)} title={t('clock.againWhy')}>
          {t('clock.again')}
        </Button>
        <Button kind="quiet" size="small" aria-pressed={wide} onClick={onWide}>
          {t('wide')}
        </Button>
        <Looks />
      </div>
    </header>
  );
}

function RunOrStand() {
  const t = useT('preview');
  const [speed, setSpeed] = useState(1);
  const { speed: now = 0, ended = false } = status.value?.clock ?? {};
  const runs = now > 0;
  return (
    <>
      <Button
        size="small"
        aria-pressed={runs}
        disabled={ended}
        onClick={() => void moveClock({ speed: runs ? 0 : speed })}
      >
        <span aria-hidden="true">{runs ? '❚❚' : '▶'}</span> {t(runs ? 'clock.stand' : 'clock.run')}
      </Button>
      <select
        class="input small-input"
        aria-label={t('clock.speed')}
        value={String(speed)}
        onChange={(event) => {
          const wanted = Number(event.currentTarget.value);
          setSpeed(wanted);
          if (runs) void moveClock({ speed: wanted });
        }}
      >
        {SPEEDS.map((one) => (
          <option key={one} value={one}>
            {t('clock.times', { speed: one })}
          </option>
        ))}
      </select>
    </>
  );
}

function CaseClock() {
  const [, redraw] = useState(0);
  const runs = (status.value?.clock.speed ?? 0) > 0;
  useEffect(() => {
    if (!runs) return undefined;
    const timer = setInterval(() => redraw((count) => count + 1), 500);
    return () => clearInterval(timer);
  }, [runs]);
  return (
    <output class="case-clock num" data-case-time={Math.floor(caseNow())}>
      {formatCaseTime(caseNow())}
    </output>
  );
}

function ToMoment() {
  const t = useT('preview');
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);
  const go = async (event: Event): Promise<void> => {
    event.preventDefault();
    const moment = /^\d{1,2}:\d{2}$/.test(text.trim())
      ? `day ${Math.floor(caseNow() / 86_400_000) + 1} ${text.trim()}`
      : text;
    const done = await moveClock({ to: moment });
    setWrong(!done);
    if (done) setText('');
  };
  return (
    <form class="row tight nowrap" onSubmit={(event) => void go(event)}>
      <input
        class="input small-input moment"
        aria-label={t('clock.moment')}
        aria-invalid={wrong}
        title={wrong ? t('clock.wrong') : t('clock.moment')}
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
