/**
 * A screen at a desk of a class that plays in this process.
 *
 *   const { sent } = atDesk(onSite(), 'police', <ConsentSection person="juma" />);
 */
import { render } from '@testing-library/preact';
import type { ComponentChildren } from 'preact';
import { seated } from '../../../../shared/access/actor.ts';
import { desk } from '../../../../shared/access/audience.ts';
import { KitContext } from '../../../../client/ui/kit/index.ts';
import { SeatContext } from '../../../../client/context/seat.ts';
import { makeSeatTools } from '../../../../client/context/seat-tools.ts';
import { useClientState } from '../../../../client/ui/trainer/class/cards.tsx';
import type { PlayedClass } from '../../../support/a-class.ts';
import { type Cards, connectToCore, type CoreConnection } from './core-connection.ts';

export function atDesk(play: PlayedClass, role: string, screen: ComponentChildren, cards?: Cards): CoreConnection {
  const seat = Object.keys(play.world.seats).find((id) => play.world.seats[id]?.role === role);
  if (seat === undefined) throw new Error(`the class has no seat at ${role}`);
  const connection = connectToCore(play, seated(seat), desk(role, seat), { seat, role }, cards);
  render(<Seated connection={connection}>{screen}</Seated>);
  return connection;
}

function Seated({ connection, children }: { connection: CoreConnection; children: ComponentChildren }) {
  const tools = makeSeatTools(useClientState(connection.store), connection.actions);
  const kit = { card: tools.card, art: () => undefined, caseNow: tools.caseNow };
  return (
    <SeatContext.Provider value={tools}>
      <KitContext.Provider value={kit}>{children}</KitContext.Provider>
    </SeatContext.Provider>
  );
}
