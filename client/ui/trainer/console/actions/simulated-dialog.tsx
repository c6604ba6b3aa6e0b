/** The simulated desks: one setting for all, one for each, and the desks that can be simulated. */
import type { Manner } from '../../../../../shared/vocabulary/enums.ts';
import { Dialog, RoleTag, useT } from '../../../kit/index.ts';
import { useConsole } from '../console-context.ts';
import { coverageOf } from '../../class/coverage.ts';
import { MannerField } from '../../simulated/manner-field.tsx';
import { useRoom } from '../../class/room.tsx';
import { SimulatedDesk, useSimulating } from '../../simulated/simulated-desk.tsx';

export function SimulatedDialog() {
  const t = useT('trainer');
  const { show } = useConsole();
  const { exercise } = useRoom();
  return (
    <Dialog open title={t('simulated.title')} onClose={() => show(undefined)}>
      <p>{t('simulated.text')}</p>
      <MannerForAll />
      <ul class="plain simulated-list">
        {exercise.roles.map(({ role }) => (
          <SimulatedLine key={role} role={role} />
        ))}
      </ul>
    </Dialog>
  );
}

function SimulatedLine({ role }: { role: string }) {
  const t = useT('trainer');
  const { exercise, publicState } = useRoom();
  const { on, offered } = useSimulating(role);
  const desk = coverageOf(exercise.roles, publicState.roster).desks.find((each) => each.role === role);
  const people = desk?.seats.length ?? 0;
  return (
    <li class="card flat stack tight">
      <div class="spread">
        <RoleTag role={role} long />
        <span class="small dim">
          {on ? t('shared.simulated') : people > 0 ? t('home.seated', { count: people }) : t('nobody')}
        </span>
      </div>
      {!on && !offered && people === 0 && <p class="small">{t('simulated.peopleOnly')}</p>}
      <SimulatedDesk role={role} />
    </li>
  );
}

/** Appears if several desks are simulated. */
function MannerForAll() {
  const t = useT('trainer');
  const { exercise, publicState, tools } = useRoom();
  const { simulated } = coverageOf(exercise.roles, publicState.roster);
  const manners = new Set(
    Object.values(tools.world.simulated).flatMap(({ role, manner }) => (simulated.includes(role) ? [manner] : [])),
  );
  if (simulated.length < 2) return null;
  const setManner = async (manner: Manner): Promise<void> => {
    const others = Object.values(tools.world.simulated).filter(
      (desk) => simulated.includes(desk.role) && desk.manner !== manner,
    );
    for (const { role } of others) await tools.send({ type: 'simulate-desk', role, manner });
  };
  return (
    <MannerField
      label={t('manner.ofAll')}
      value={manners.size === 1 ? [...manners][0] : undefined}
      onChange={(manner) => void setManner(manner)}
    />
  );
}
