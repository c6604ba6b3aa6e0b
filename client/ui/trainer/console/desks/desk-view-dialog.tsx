/** The view of a desk: its own pages with only what it knows, read-only. */
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { readView } from '../../../../connection/api.ts';
import { loadTexts } from '../../../../i18n/index.ts';
import { Dialog, RoleTag, Tabs, useKit, useT, Waiting } from '../../../kit/index.ts';
import { LazyPage } from '../../../kit/lazy-page.tsx';
import { ReadOnlySeatProvider } from '../../../seat/seat-provider.tsx';
import { cardLanguage } from '../../shell/card-language.ts';
import { useConsole } from '../console-context.ts';
import { Problem } from '../../shell/problem.tsx';
import { useRoom } from '../../class/room.tsx';
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
  const { exercise, publicState } = useRoom();
  const view = useAnswer(role, () => readView(exercise.exercise, role), 5000);
  useEffect(() => void loadTexts('desk', 'people', 'share', 'work', 'game'), []);
  if (view.error && !view.value) return <Problem error={view.error} onRetry={view.reload} />;
  if (!view.value) return <Waiting />;
  return (
    <div class="shoulder stack">
      <RoleTag role={role} long />
      <ReadOnlySeatProvider
        world={view.value.world}
        role={role}
        exercise={exercise.exercise}
        language={cardLanguage()}
        public={publicState}
      >
        {loadMirror && <LazyPage load={loadMirror} />}
      </ReadOnlySeatProvider>
    </div>
  );
}

/** The pages of a desk are part of the trainees' bundle; a trainer loads them on first use. */
const [loadMirror] = Object.values(import.meta.glob<{ default: ComponentType }>(['../../../trainee/shell/mirror.tsx']));
