/** Dialogs to pause, move case time, end, and list the keys. */
import { useState } from 'preact/hooks';
import type { AnyCommand } from '../../../../../shared/vocabulary/commands.ts';
import { DAY, HOUR, MINUTE } from '../../../../../shared/time.ts';
import { formatCaseTime, formatSpan } from '../../../../i18n/formats.ts';
import { Button, Dialog, Field, go, Radios, Select, TextArea, useNow, useT } from '../../../kit/index.ts';
import { nextInject } from '../coming/coming.ts';
import { useConsole } from '../console-context.ts';
import { CONSOLE_KEYS } from '../keys.ts';
import { useRoom } from '../../class/room.tsx';
import { classPath } from '../../shell/trainer-route.ts';

/** Sends a command and closes the dialog. Resolves to true if the server accepted it. */
function useAct(): [(body: AnyCommand) => Promise<boolean>, boolean] {
  const { show } = useConsole();
  const { tools } = useRoom();
  const [busy, setBusy] = useState(false);
  const act = async (body: AnyCommand): Promise<boolean> => {
    setBusy(true);
    const answer = await tools.send(body);
    setBusy(false);
    show(undefined);
    return answer.ok;
  };
  return [act, busy];
}

export function PauseDialog() {
  const t = useT('trainer');
  const { show } = useConsole();
  const [act, busy] = useAct();
  const [reason, setReason] = useState('');
  const pause = (): void => void act({ type: 'pause', ...(reason.trim() ? { reason: reason.trim() } : {}) });
  return (
    <Dialog
      open
      title={t('pause.title')}
      onClose={() => show(undefined)}
      footer={
        <Button autofocus busy={busy} onClick={pause}>
          {t('pause.go')}
        </Button>
      }
    >
      <p>{t('pause.text')}</p>
      <TextArea label={t('pause.reason')} hint={t('pause.reasonHint')} rows={2} value={reason} onChange={setReason} />
    </Dialog>
  );
}

export function SkipDialog() {
  const t = useT('trainer');
  const { plan, show } = useConsole();
  const { publicState } = useRoom();
  const [act, busy] = useAct();
  const now = useNow();
  const [choice, setChoice] = useState('30');
  const [clock, setClock] = useState('');
  const next = nextInject(plan)?.time;
  const steps = [15, 30, 60, 180].map((minutes) => ({
    value: String(minutes),
    label: formatSpan(minutes * MINUTE),
    hint: formatCaseTime(now + minutes * MINUTE),
  }));
  const morning = Math.ceil((now - 8 * HOUR) / (24 * HOUR)) * 24 * HOUR + 8 * HOUR;
  const options = [
    ...(next !== undefined && next > now
      ? [{ value: 'next', label: t('moveTime.next'), hint: formatCaseTime(next) }]
      : []),
    ...steps,
    { value: 'morning', label: t('moveTime.morning'), hint: formatCaseTime(morning) },
    { value: 'clock', label: t('moveTime.clock') },
  ];
  const named: Record<string, number | undefined> = { next: next ?? now, morning, clock: clockAfter(now, clock) };
  const to = choice in named ? named[choice] : now + Number(choice) * MINUTE;
  return (
    <Dialog
      open
      title={t('moveTime.title')}
      onClose={() => show(undefined)}
      footer={
        <Button
          busy={busy}
          disabled={publicState.status !== 'running' || to === undefined}
          onClick={() => to !== undefined && void act({ type: 'skip-to', to: Math.ceil(to) })}
        >
          {t('moveTime.go')}
        </Button>
      }
    >
      <PaceField />
      <p>{t('moveTime.text')}</p>
      <Radios label={t('moveTime.to')} options={options} value={choice} onChange={setChoice} columns />
      {choice === 'clock' && (
        <Field label={t('moveTime.clockTime')} hint={t('moveTime.clockHint')}>
          {(wired) => (
            <input
              {...wired}
              class="input num"
              type="time"
              value={clock}
              onInput={(event) => setClock(event.currentTarget.value)}
            />
          )}
        </Field>
      )}
    </Dialog>
  );
}

/** The next case time after `now` that shows this clock; undefined if the text is not a time of day. */
function clockAfter(now: number, clock: string): number | undefined {
  const [hour, minute] = clock.split(':').map(Number);
  if (hour === undefined || minute === undefined || Number.isNaN(hour + minute)) return undefined;
  const today = Math.floor(now / DAY) * DAY + hour * HOUR + minute * MINUTE;
  return today > now ? today : today + DAY;
}

export function EndDialog() {
  const t = useT('trainer');
  const { show } = useConsole();
  const { exercise } = useRoom();
  const [act, busy] = useAct();
  const end = async (): Promise<void> => {
    if (await act({ type: 'end-exercise' })) go(classPath(exercise.exercise, 'hot-wash'));
  };
  return (
    <Dialog
      open
      title={t('end.title')}
      onClose={() => show(undefined)}
      footer={
        <>
          <Button kind="quiet" onClick={() => show(undefined)}>
            {t('end.goOn')}
          </Button>
          <Button kind="danger" busy={busy} onClick={() => void end()}>
            {t('end.go')}
          </Button>
        </>
      }
    >
      <p>{t('end.text')}</p>
    </Dialog>
  );
}

export function KeysDialog() {
  const t = useT('trainer');
  const { show } = useConsole();
  return (
    <Dialog open title={t('console.keys')} onClose={() => show(undefined)}>
      <dl class="keys">
        {CONSOLE_KEYS.map((entry) => (
          <div key={entry.action}>
            <dt>
              <kbd>{entry.key === ' ' ? t('key.space') : entry.shown}</kbd>
            </dt>
            <dd>{t(`key.${entry.action}`)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}

/** The pace of case time. */
function PaceField() {
  const t = useT('trainer');
  const { tools, publicState, exercise } = useRoom();
  const paces = [
    ...new Set(
      [0.5, 1, 1.5, 2, 4].map((factor) => Math.round(exercise.pace * factor * 10) / 10).concat(publicState.pace),
    ),
  ].sort((a, b) => a - b);
  return (
    <Select
      label={t('iCan.pace')}
      options={paces.map((pace) => ({ value: String(pace), label: t('console.pace', { pace }) }))}
      value={String(publicState.pace)}
      onChange={(pace) => void tools.send({ type: 'set-pace', pace: Number(pace) })}
    />
  );
}
