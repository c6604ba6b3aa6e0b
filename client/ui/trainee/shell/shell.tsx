/** The shell around every screen of a desk, and the pages that replace it: lobby, stepped out, seat closed. */
import './shell.css';
import type { SeatSession } from '../../../connection/seat-session.ts';
import { useT } from '../../../i18n/index.ts';
import { clearDevice } from '../../../state/keep-on-device.ts';
import { useSeat } from '../../../context/seat.ts';
import { Button, go, useRoute, Waiting } from '../../kit/index.ts';
import { Brief } from '../brief/brief.tsx';
import { Lobby } from '../lobby/lobby.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import { DeskFrame } from './desk-frame.tsx';
import { Paused } from './paused.tsx';
import { StepOut } from './step-out.tsx';
import { useTellScreen } from './tell-screen.ts';

export function Shell({ session, pin }: { session: SeatSession; pin: string }) {
  const { state, role, isNew } = useSeat();
  const status = state.public?.status ?? state.world.status;
  const { phase } = state.connection;
  const arrived = state.public !== undefined && session.store.get().epoch !== undefined;
  const readsBrief = status !== 'ended' && isNew(`brief:${role}`, 0);
  const { path } = useRoute();
  useTellScreen(session, readsBrief ? '/play/brief' : path);
  if (phase === 'elsewhere' || phase === 'freed' || phase === 'failed')
    return <SeatClosed phase={phase} session={session} />;
  if (state.steppedOut) return <StepOut />;
  // Before the first answer of the server any state on the screen would be a guess.
  if (!arrived)
    return (
      <main class="alone" id="content">
        <ConnectionBanner session={session} />
        <Waiting />
      </main>
    );
  if (status === 'lobby' || role === '')
    return <Lobby session={session} pin={pin} banner={<ConnectionBanner session={session} />} />;
  if (readsBrief) {
    return (
      <main class="alone" id="content">
        <ConnectionBanner session={session} />
        {status === 'paused' && <Paused />}
        <Brief session={session} />
      </main>
    );
  }
  return <DeskFrame session={session} status={status} />;
}

/** The page of a tab that lost its seat: opened elsewhere, freed by the trainer, or the class is gone. */
function SeatClosed({ phase, session }: { phase: 'elsewhere' | 'freed' | 'failed'; session: SeatSession }) {
  const t = useT('desk');
  const leave = (): void => {
    clearDevice();
    go('/');
  };
  return (
    <main class="center-page" id="content">
      <h1>{t(`closed.${phase}.title`)}</h1>
      <p>{t(`closed.${phase}.text`)}</p>
      {phase === 'elsewhere' ? (
        <Button onClick={() => session.connection.start()}>{t('closed.elsewhere.here')}</Button>
      ) : (
        <Button onClick={leave}>{t('toJoin')}</Button>
      )}
    </main>
  );
}
