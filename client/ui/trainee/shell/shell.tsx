/** The shell around every screen of a desk, and the pages that replace it: lobby, stepped out, seat closed. */
import './shell.css';
import type { SeatSession } from '../../../connection/seat-session.ts';
import { useSeat } from '../../../context/seat.ts';
import { Brief } from '../brief/brief.tsx';
import { Lobby } from '../lobby/lobby.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import { DeskFrame } from './desk-frame.tsx';
import { SeatClosed } from './seat-closed.tsx';
import { StepOut } from './step-out.tsx';

export function Shell({ session, pin }: { session: SeatSession; pin: string }) {
  const { state, role, isNew } = useSeat();
  const status = state.public?.status ?? state.world.status;
  const { phase } = state.connection;
  if (phase === 'elsewhere' || phase === 'freed' || phase === 'failed')
    return <SeatClosed phase={phase} session={session} />;
  if (state.steppedOut) return <StepOut />;
  if (status === 'lobby' || role === '')
    return <Lobby session={session} pin={pin} banner={<ConnectionBanner session={session} />} />;
  if (status !== 'ended' && isNew(`brief:${role}`, 0)) {
    return (
      <main class="alone" id="content">
        <ConnectionBanner session={session} />
        <Brief session={session} />
      </main>
    );
  }
  return <DeskFrame session={session} status={status} />;
}
