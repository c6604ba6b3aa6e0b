/** Controls of a desk without people: simulate it, set its manner, stop the simulation. */
import './simulated.css';
import { useState } from 'preact/hooks';
import { isSimulated, simulatedSeat } from '../../../../shared/exercise/simulated.ts';
import type { Manner } from '../../../../shared/vocabulary/enums.ts';
import { Button, useT } from '../../kit/index.ts';
import { MannerField } from './manner-field.tsx';
import { useRoom } from '../class/room.tsx';

export interface Simulating {
  on: boolean;
  /** True if the author allows simulation and no person is connected. */
  offered: boolean;
  manner: Manner | undefined;
  simulate: (manner?: Manner) => Promise<void>;
  stop: () => Promise<void>;
}

/** The simulation state of one desk, and the actions on it. */
export function useSimulating(role: string): Simulating {
  const { exercise, publicState, tools, away } = useRoom();
  const desk = exercise.roles.find((each) => each.role === role);
  const hasPerson = publicState.roster.some(
    (seat) => seat.role === role && seat.connected && !seat.simulated && !away[seat.seat],
  );
  const on = isSimulated(tools.world, role);
  return {
    on,
    offered: !on && !hasPerson && desk?.mayBeSimulated === true && publicState.status !== 'ended',
    manner: tools.world.simulated[simulatedSeat(role)]?.manner,
    simulate: async (manner) => void (await tools.send({ type: 'simulate-desk', role, manner })),
    stop: async () => void (await tools.send({ type: 'free-seat', seat: simulatedSeat(role) })),
  };
}

export function SimulatedDesk({ role }: { role: string }) {
  const t = useT('trainer');
  const { exercise } = useRoom();
  const { on, offered, manner, simulate, stop } = useSimulating(role);
  const [busy, setBusy] = useState(false);
  const short = exercise.roles.find((each) => each.role === role)?.short ?? role;
  const whileBusy = (work: () => Promise<void>) => (): void => {
    setBusy(true);
    void work().finally(() => setBusy(false));
  };
  if (offered)
    return (
      <div>
        <Button kind="quiet" size="small" busy={busy} onClick={whileBusy(() => simulate())}>
          {t('simulated.begin')}
        </Button>
      </div>
    );
  if (!on) return null;
  return (
    <div class="simulated-desk">
      <MannerField
        label={t('manner.of', { desk: short })}
        value={manner}
        onChange={(next) => void simulate(next)}
        plain
      />
      <Button kind="quiet" size="small" busy={busy} onClick={whileBusy(stop)}>
        {t('simulated.stop')}
      </Button>
    </div>
  );
}
