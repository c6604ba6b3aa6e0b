/** A desk that nobody sits at: let it be simulated, turn its dial, stop it. */
import './simulated.css';
import { useState } from 'preact/hooks';
import { isSimulated, simulatedSeat } from '../../../../shared/exercise/simulated.ts';
import type { Manner } from '../../../../shared/vocabulary/enums.ts';
import { Button, useT } from '../../kit/index.ts';
import { MannerField } from './manner-field.tsx';
import { useRoom } from '../class/room.tsx';

export interface Simulating {
  on: boolean;
  /** True where the author allows it and nobody is there. */
  offered: boolean;
  manner: Manner | undefined;
  simulate: (manner?: Manner) => Promise<void>;
  stop: () => Promise<void>;
}

/** What can be done about one desk. */
export function useSimulating(role: string): Simulating {
  const { exercise, open, tools, away } = useRoom();
  const desk = exercise.roles.find((one) => one.role === role);
  const someone = open.roster.some(
    (seat) => seat.role === role && seat.connected && !seat.simulated && !away[seat.seat],
  );
  const on = isSimulated(tools.world, role);
  return {
    on,
    offered: !on && !someone && desk?.mayBeSimulated === true && open.status !== 'ended',
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
  const short = exercise.roles.find((one) => one.role === role)?.short ?? role;
  const asking = (work: () => Promise<void>) => (): void => {
    setBusy(true);
    void work().finally(() => setBusy(false));
  };
  if (offered)
    return (
      <div>
        <Button kind="quiet" size="small" busy={busy} onClick={asking(() => simulate())}>
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
      <Button kind="quiet" size="small" busy={busy} onClick={asking(stop)}>
        {t('simulated.stop')}
      </Button>
    </div>
  );
}
