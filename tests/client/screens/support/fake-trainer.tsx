/**
 * A trainer's screen of a class that plays in this process.
 *
 *   const { sent } = asTrainer(aClass(), <Console />);
 */
import { render } from '@testing-library/preact';
import type { ComponentChildren } from 'preact';
import { lead } from '../../../../shared/access/actor.ts';
import { control } from '../../../../shared/access/audience.ts';
import { KitContext } from '../../../../client/ui/kit/index.ts';
import { SeatContext } from '../../../../client/context/seat.ts';
import { makeSeatTools } from '../../../../client/context/seat-tools.ts';
import { useClientState } from '../../../../client/ui/trainer/class/cards.tsx';
import { RoomContext } from '../../../../client/ui/trainer/class/room.tsx';
import type { ExerciseCard, TrainerRole } from '../../../../shared/protocol/api.ts';
import type { CompiledScenario } from '../../../../shared/scenario/compiled.ts';
import type { PlayedClass } from '../../../support/a-class.ts';
import { type Cards, connectToCore, type CoreConnection } from './core-connection.ts';

/** The desks of a case in the form of the trainer's routes. */
export const rolesOf = ({ scenario, law }: CompiledScenario): TrainerRole[] =>
  Object.entries(scenario.roles).map(([role, { desk }]) => ({
    role,
    title: law.agencies[desk]?.title ?? role,
    short: law.agencies[desk]?.short ?? role,
    emblem: law.agencies[desk]?.emblem ?? 'police',
    taken: 1,
    max: 3,
    required: true,
    simulated: false,
    mayBeSimulated: true,
    manner: 'helpful',
  }));

export const anExerciseCard = (play: PlayedClass): ExerciseCard => ({
  exercise: 'class-1',
  room: 'room-1',
  pin: 'K7M4QP',
  scenario: play.compiled.scenario.id,
  title: play.compiled.scenario.title,
  status: play.world.status,
  createdAt: '2026-11-22T08:00:00Z',
  lengthMinutes: 45,
  pace: play.compiled.scenario.pace,
  roles: rolesOf(play.compiled),
  addresses: ['http://192.168.1.20:2567'],
  joinUrl: 'http://192.168.1.20:2567/j/k7m4qp',
  qrSvg: '',
  seated: Object.keys(play.world.seats).length,
  goesAt: '2026-12-22T08:00:00Z',
});

export function asTrainer(play: PlayedClass, screen: ComponentChildren, cards?: Cards): CoreConnection {
  const connection = connectToCore(play, lead, control, { seat: '' }, cards);
  render(
    <InRoom connection={connection} exercise={anExerciseCard(play)}>
      {screen}
    </InRoom>,
  );
  return connection;
}

interface InRoomProps {
  connection: CoreConnection;
  exercise: ExerciseCard;
  children: ComponentChildren;
}

function InRoom({ connection, exercise, children }: InRoomProps) {
  const state = useClientState(connection.store);
  const tools = makeSeatTools(state, connection.actions);
  const { status, pace = exercise.pace, now } = tools.world;
  const roster = Object.entries(tools.world.seats).map(([seat, { role }]) => ({
    seat,
    name: 'Calm Heron',
    role,
    connected: true,
    briefRead: true,
    ready: true,
    simulated: seat in tools.world.simulated,
  }));
  const room = {
    exercise,
    tools,
    state,
    away: state.away,
    dismissRefusal: () => connection.store.dispatch({ type: 'dismiss-refusal' }),
    publicState: { status, caseMs: now, pace, phase: '', roster },
  };
  const kit = { card: tools.card, art: () => undefined, caseNow: tools.caseNow };
  return (
    <RoomContext.Provider value={room}>
      <SeatContext.Provider value={tools}>
        <KitContext.Provider value={kit}>{children}</KitContext.Provider>
      </SeatContext.Provider>
    </RoomContext.Provider>
  );
}
