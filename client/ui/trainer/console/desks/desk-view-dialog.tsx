/** The view of a desk: its own pages with only what it knows, read-only. */
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { World } from '../../../../../shared/exercise/world.ts';
import { readView } from '../../../../connection/api.ts';
import { loadTexts } from '../../../../i18n/index.ts';
import { FollowedContext } from '../../../../context/followed-screen.ts';
import { Button, Dialog, RoleTag, Tabs, useKit, useT, Waiting } from '../../../kit/index.ts';
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
  const t = useT('trainer');
  const { exercise, publicState, state } = useRoom();
  const [chosen, setChosen] = useState<string>();
  const view = useAnswer(role, () => readView(exercise.exercise, role), 5000);
  useEffect(() => void loadTexts('desk', 'people', 'share', 'work', 'game'), []);
  if (view.error && !view.value) return <Problem error={view.error} onRetry={view.reload} />;
  if (!view.value) return <Waiting />;
  const people = publicState.roster.filter((seat) => seat.role === role && state.screens[seat.seat]);
  const person = people.find(({ seat }) => seat === chosen) ?? people.find(({ connected }) => connected) ?? people[0];
  const screen = person && state.screens[person.seat];
  return (
    <div class="shoulder stack">
      <div class="row tight">
        <RoleTag role={role} long />
        {people.length > 1 &&
          people.map(({ seat, name }) => (
            <Button
              key={seat}
              kind="quiet"
              size="small"
              aria-pressed={seat === person?.seat}
              onClick={() => setChosen(seat)}
            >
              {name}
            </Button>
          ))}
      </div>
      {!screen && <p class="small dim">{t('see.unknown')}</p>}
      <ReadOnlySeatProvider
        key={person?.seat ?? ''}
        world={view.value.world}
        role={role}
        seat={person?.seat ?? seatsOf(view.value.world, role)[0] ?? ''}
        exercise={exercise.exercise}
        language={cardLanguage()}
        public={publicState}
        seen={screen?.seen}
      >
        <FollowedContext.Provider
          value={screen && { name: person.name, path: screen.path, connected: person.connected }}
        >
          {loadMirror && <LazyPage load={loadMirror} />}
        </FollowedContext.Provider>
      </ReadOnlySeatProvider>
    </div>
  );
}

const seatsOf = ({ seats }: World, role: string): string[] =>
  Object.keys(seats).filter((id) => seats[id]?.role === role && !seats[id].freed);

/** The pages of a desk are part of the trainees' bundle; a trainer loads them on first use. */
const [loadMirror] = Object.values(import.meta.glob<{ default: ComponentType }>(['../../../trainee/shell/mirror.tsx']));
