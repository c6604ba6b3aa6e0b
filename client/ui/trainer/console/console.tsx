/** The console: upcoming injects, current events, actions. Designed for the keyboard. */
import './console.css';
import { useEffect, useState } from 'preact/hooks';
import { ScriptsContext } from '../../debrief/use-sentence.ts';
import type { ConsoleAnswer, Standstill } from '../../../../shared/console/console.ts';
import { type ApiResult, call } from '../../../connection/api.ts';
import { Notice, PauseCard, useT } from '../../kit/index.ts';
import { UpcomingInjects } from './coming/upcoming-injects.tsx';
import { nextInject, planOf } from './coming/coming.ts';
import { ConnectionNote } from '../class/connection-note.tsx';
import { ConsoleBar } from './console-bar.tsx';
import type { ConsoleDialog } from './console-context.ts';
import { ConsoleContext } from './console-context.ts';
import { ConsoleDialogs } from './console-dialogs.tsx';
import { CurrentEvents } from './desks/current-events.tsx';
import { ActionsPanel, NOTE_FIELD } from './actions/actions-panel.tsx';
import type { ConsoleAction } from './keys.ts';
import { consoleAction } from './keys.ts';
import { useRoom } from '../class/room.tsx';
import { useAnswer } from '../shell/use-answer.ts';

const POLL_MS = 4000;

/** Reads the state of the console from the server. */
const readConsole = (exercise: string): Promise<ApiResult<ConsoleAnswer>> =>
  call<ConsoleAnswer>(`/api/exercises/${encodeURIComponent(exercise)}/console`);

export function Console() {
  const { exercise, tools } = useRoom();
  const { value: answer } = useAnswer(exercise.exercise, () => readConsole(exercise.exercise), POLL_MS);
  const [dialog, show] = useState<ConsoleDialog>();
  const [safe, setSafe] = useState(false);
  const plan = planOf(answer?.injects ?? [], tools.world);
  useConsoleKeys({ plan, show, dialog, toggleSafe: () => setSafe(!safe) });
  const scripts = Object.fromEntries(
    Object.entries(tools.world.interviews).flatMap(([id, { script }]) => (script === undefined ? [] : [[id, script]])),
  );
  return (
    <ConsoleContext.Provider value={{ plan, answer, dialog, show, safe }}>
      <ScriptsContext.Provider value={scripts}>
        <div class={safe ? 'console safe' : 'console'}>
          <ConsoleBar setSafe={setSafe} />
          <ConnectionNote />
          <StandstillNote standstill={answer?.standstill} />
          <PauseNote />
          <main class="console-main" id="content">
            <UpcomingInjects />
            <CurrentEvents />
            <ActionsPanel />
          </main>
          <ConsoleDialogs />
        </div>
      </ScriptsContext.Provider>
    </ConsoleContext.Provider>
  );
}

interface ConsoleKeyDeps {
  plan: ReturnType<typeof planOf>;
  show: (dialog: ConsoleDialog | undefined) => void;
  dialog: ConsoleDialog | undefined;
  toggleSafe: () => void;
}

function useConsoleKeys({ plan, show, dialog, toggleSafe }: ConsoleKeyDeps): void {
  const { tools, publicState, exercise } = useRoom();
  const next = nextInject(plan);
  const act: Record<ConsoleAction, () => void> = {
    pause: () => (publicState.status === 'paused' ? void tools.send({ type: 'resume' }) : show({ open: 'pause' })),
    next: () => next && show({ open: 'inject', inject: next.inject }),
    hold: () =>
      next && void tools.send({ type: next.status === 'held' ? 'release-inject' : 'hold-inject', inject: next.inject }),
    message: () => show({ open: 'message', to: [] }),
    note: () => document.getElementById(NOTE_FIELD)?.focus(),
    see: () => show({ open: 'see', role: exercise.roles[0]?.role ?? '' }),
    safe: toggleSafe,
    keys: () => show({ open: 'keys' }),
  };
  useEffect(() => {
    const handleKey = (event: KeyboardEvent): void => {
      const within = dialog ? 'DIALOG' : event.target instanceof Element ? event.target.tagName : '';
      const { key, ctrlKey, altKey, metaKey } = event;
      const action = consoleAction({ key, ctrlKey, altKey, metaKey, within });
      if (!action) return;
      event.preventDefault();
      act[action]();
    };
    globalThis.addEventListener('keydown', handleKey);
    return () => globalThis.removeEventListener('keydown', handleKey);
  });
}

/** What everyone reads on their screens during the pause. */
function PauseNote() {
  const { publicState, tools } = useRoom();
  const words = publicState.status === 'paused' ? tools.textOf(tools.world.pauseReason) : '';
  const t = useT('trainer');
  return words === '' ? null : <PauseCard words={words} text={t('pause.read')} />;
}

/** Explains why the class is halted although it was not paused, and what the trainer can do. */
function StandstillNote({ standstill }: { standstill: Standstill | undefined }) {
  const t = useT('trainer');
  if (!standstill) return null;
  const { reason, over } = standstill;
  if (over)
    return (
      <Notice tone="due" live="polite" title={t('standstill.over')}>
        <p>{t('standstill.goOn')}</p>
      </Notice>
    );
  return (
    <Notice tone="alert" live="polite" title={t(`standstill.${reason}.title`)}>
      <p>{t(`standstill.${reason}.text`)}</p>
    </Notice>
  );
}
