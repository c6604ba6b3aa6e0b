/** Sends a command from a form. `busy` is true until the server answers; `then` runs if it accepted. The shell shows refusals. */
import { useState } from 'preact/hooks';
import type { AnyCommand } from '../../../../shared/vocabulary/commands.ts';
import { useSeat } from '../../../context/seat.ts';

export function useSend(): { busy: boolean; send: (body: AnyCommand, then?: () => void) => void } {
  const tools = useSeat();
  const [busy, setBusy] = useState(false);
  const run = async (body: AnyCommand, then?: () => void): Promise<void> => {
    setBusy(true);
    try {
      const answer = await tools.send(body);
      if (answer.ok) then?.();
    } finally {
      setBusy(false);
    }
  };
  return {
    busy,
    send: (body, then) => {
      if (!busy) void run(body, then);
    },
  };
}
