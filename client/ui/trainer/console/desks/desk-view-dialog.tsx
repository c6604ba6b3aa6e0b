/** Over a desk's shoulder: its own screens, with what it knows and nothing more. Nothing can be done from here. */
import { useEffect, useState } from 'preact/hooks';
import { readView } from '../../../../connection/api.ts';
import { loadTexts } from '../../../../i18n/index.ts';
import { Button, Dialog, RoleTag, Tabs, useKit, useT, Waiting } from '../../../kit/index.ts';
import { ReadOnlySeatProvider } from '../../../seat-provider.tsx';
import { cardLanguage } from '../../shell/card-language.ts';
import { useConsole } from '../console-context.ts';
import { Problem } from '../../shell/problem.tsx';
import { useRoom } from '../../class/room.tsx';
import { SCREENS, SeenScreen } from './seen-screen.tsx';
import { useAnswer } from '../../shell/use-answer.ts';

export function SeeAs({ first }: { first: string }) {
  const t = useT('trainer');
  const { show } = useConsole();
  const { exercise } = useRoom();
  const { card } = useKit();
  const [role, setRole] = useState(first);
  const desks = exercise.roles.map((one) => ({
    id: one.role,
    label: card(`role:${one.role}`)?.facts?.short ?? one.short,
  }));
  return (
    <Dialog
      open
      wide
      title={t('see.title')}
      onClose={() => show(undefined)}
      footer={<p class="small dim grow">{t('see.note')}</p>}
    >
      <Tabs label={t('see.desks')} tabs={desks} current={role} onChange={setRole} />
      <Shoulder key={role} role={role} />
    </Dialog>
  );
}

function Shoulder({ role }: { role: string }) {
  const t = useT('trainer');
  const { exercise, open } = useRoom();
  const view = useAnswer(role, () => readView(exercise.exercise, role), 5000);
  const [screen, setScreen] = useState<string>(SCREENS[0]?.id ?? '');
  useEffect(() => void loadTexts('desk', 'people', 'share', 'work'), []);
  if (view.error && !view.value) return <Problem error={view.error} again={view.again} />;
  if (!view.value) return <Waiting />;
  return (
    <div class="shoulder stack">
      <div class="spread">
        <RoleTag role={role} long />
        <span class="row tight">
          {SCREENS.map((one) => (
            <Button
              key={one.id}
              kind={one.id === screen ? 'primary' : 'quiet'}
              size="small"
              onClick={() => setScreen(one.id)}
              aria-pressed={one.id === screen}
            >
              {t(`see.${one.id}`)}
            </Button>
          ))}
        </span>
      </div>
      <div class="shoulder-screen" onClickCapture={(event) => followInside(event, setScreen)}>
        <ReadOnlySeatProvider
          world={view.value.world}
          role={role}
          exercise={exercise.exercise}
          language={cardLanguage()}
          public={open}
        >
          <SeenScreen id={screen} />
        </ReadOnlySeatProvider>
      </div>
    </div>
  );
}

/** A desk's own links stay over its shoulder: they change the screen looked at, never the trainer's page. */
function followInside(event: MouseEvent, setScreen: (id: string) => void): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link) return;
  event.preventDefault();
  const [, , page] = link.pathname.split('/');
  const screen = SCREENS.find((one) => one.id === page);
  if (screen) setScreen(screen.id);
}
