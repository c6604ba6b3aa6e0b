/** The view of a desk: its own screens with only what it knows, read-only. */
import { useEffect, useState } from 'preact/hooks';
import { readView } from '../../../../connection/api.ts';
import { loadTexts } from '../../../../i18n/index.ts';
import { Button, Dialog, RoleTag, Tabs, useKit, useT, Waiting } from '../../../kit/index.ts';
import { ReadOnlySeatProvider } from '../../../seat/seat-provider.tsx';
import { cardLanguage } from '../../shell/card-language.ts';
import { useConsole } from '../console-context.ts';
import { Problem } from '../../shell/problem.tsx';
import { useRoom } from '../../class/room.tsx';
import { SCREENS, DeskScreen } from './desk-screen.tsx';
import { useAnswer } from '../../shell/use-answer.ts';

export function DeskViewDialog({ first }: { first: string }) {
  const t = useT('trainer');
  const { show } = useConsole();
  const { exercise } = useRoom();
  const { card } = useKit();
  const [role, setRole] = useState(first);
  const desks = exercise.roles.map((each) => ({
    id: each.role,
    label: card(`role:${each.role}`)?.facts?.short ?? each.short,
  }));
  return (
    <Dialog
      open
      wide
      title={t('see.title')}
      onClose={() => show(undefined)}
      footer={<p class="small dim grow">{t('see.note')}</p>}
    >
      <Tabs label={t('shared.desks')} tabs={desks} current={role} onChange={setRole} />
      <DeskView key={role} role={role} />
    </Dialog>
  );
}

function DeskView({ role }: { role: string }) {
  const t = useT('trainer');
  const { exercise, publicState } = useRoom();
  const view = useAnswer(role, () => readView(exercise.exercise, role), 5000);
  const [screen, setScreen] = useState<string>(SCREENS[0]?.id ?? '');
  useEffect(() => void loadTexts('desk', 'people', 'share', 'work'), []);
  if (view.error && !view.value) return <Problem error={view.error} onRetry={view.reload} />;
  if (!view.value) return <Waiting />;
  return (
    <div class="shoulder stack">
      <div class="spread">
        <RoleTag role={role} long />
        <span class="row tight">
          {SCREENS.map((each) => (
            <Button
              key={each.id}
              kind={each.id === screen ? 'primary' : 'quiet'}
              size="small"
              onClick={() => setScreen(each.id)}
              aria-pressed={each.id === screen}
            >
              {t(`nav.${each.id}`)}
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
          public={publicState}
        >
          <DeskScreen id={screen} />
        </ReadOnlySeatProvider>
      </div>
    </div>
  );
}

/** Links inside the view switch its screen instead of the trainer's page. */
function followInside(event: MouseEvent, setScreen: (id: string) => void): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link) return;
  event.preventDefault();
  const [, , page] = link.pathname.split('/');
  const screen = SCREENS.find((each) => each.id === page);
  if (screen) setScreen(screen.id);
}
