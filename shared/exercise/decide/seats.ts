/** Seats: people take and lose seats and take over simulated desks; an empty desk can be handed to a simulation. */
import { TRAINER } from '../../access/stored-names.ts';
import type { BotKind, Manner } from '../../vocabulary/enums.ts';
import { everyone, role as roleAudience, trainerOnly } from '../../access/audience.ts';
import type { RoleId, SeatId } from '../ids.ts';
import type { Stage } from '../stage.ts';
import { isSimulated, simulatedSeat } from '../simulated.ts';
import type { Seat } from '../world.ts';
import { placeSeat } from './begin.ts';
import { refuse, type TrainerHandler } from './desk.ts';

const by = TRAINER;
const SEEDS = 2 ** 31;

interface SeatHandlers {
  seat: TrainerHandler<'seat'>;
  'free-seat': TrainerHandler<'free-seat'>;
  'simulate-desk': TrainerHandler<'simulate-desk'>;
}

export const seatHandlers: SeatHandlers = {
  seat: (stage, { seat, role }) => {
    if (!stage.world.roles.includes(role)) return refuse('unknown-id', { id: role });
    const before = stage.world.seats[seat];
    if (before?.simulated) return refuse('unknown-id', { id: seat });
    const max = stage.compiled.scenario.roles[role]?.seats.max ?? 0;
    if (peopleAt(stage, role).filter((id) => id !== seat).length >= max) return refuse('no-seat-free', { role });
    if (before && before.role !== role && !before.freed)
      stage.emit({ type: 'seat-moved', audience: everyone, seat, role, from: before.role });
    else if (before && !before.freed) return refuse('already-done');
    else stage.emit({ type: 'seat-taken', audience: everyone, seat, role });
    const left = isSimulated(stage.world, role) ? takeOver(stage, seat, role) : undefined;
    if (!isUnderWay(stage)) return undefined;
    placeSeat(stage, seat, role, left?.at);
    if (left?.busy) continueActivity(stage, seat, role, left);
    return undefined;
  },
  'free-seat': (stage, { seat }) => {
    const state = stage.world.seats[seat];
    if (!state || state.freed) return refuse('unknown-id', { id: seat });
    freeSeat(stage, seat);
    return undefined;
  },
  'simulate-desk': (stage, { role, manner, kind }) => {
    const policy = stage.compiled.scenario.roles[role]?.simulated;
    if (!policy || !stage.world.roles.includes(role)) return refuse('unknown-id', { id: role });
    if (stage.world.status === 'ended') return refuse('ended');
    if (!policy.allowed) return refuse('people-only', { role });
    if (isSimulated(stage.world, role)) return changeSimulation(stage, role, manner, kind);
    const seat = simulatedSeat(role);
    stage.emit({ type: 'seat-taken', audience: everyone, seat, role, simulated: true });
    const seed = Math.floor(stage.chance() * SEEDS);
    const how = { kind: kind ?? 'by-the-book', manner: manner ?? policy.manner, seed } as const;
    stage.emit({ type: 'desk-simulated', audience: trainerOnly, by, seat, role, ...how });
    if (isUnderWay(stage)) placeSeat(stage, seat, role);
    return undefined;
  },
};

const isUnderWay = ({ world }: Stage): boolean => world.status === 'running' || world.status === 'paused';

/** Only people count: a simulated desk does not block a seat. */
const peopleAt = ({ world }: Stage, role: RoleId): SeatId[] =>
  Object.keys(world.seats).filter((id) => {
    const seat = world.seats[id];
    return seat?.role === role && !seat.freed && !seat.simulated;
  });

function freeSeat(stage: Stage, seat: SeatId): void {
  stage.clearTimer(`seat:${seat}`);
  stage.emit({ type: 'seat-freed', audience: everyone, seat, role: stage.world.seats[seat]?.role ?? '' });
}

/**
 * A person takes over a simulated desk with its interviews. Returns the simulated seat, with its place and activity.
 */
function takeOver(stage: Stage, seat: SeatId, role: RoleId): Seat | undefined {
  const from = simulatedSeat(role);
  const left = stage.world.seats[from];
  freeSeat(stage, from);
  for (const [interview, { lead, state }] of Object.entries(stage.world.interviews))
    if (lead === from && state !== 'closed')
      stage.emit({ type: 'lead-passed', audience: roleAudience(role), by: role, seat: from, interview, to: seat });
  return left;
}

/** Continues the journey or search of the simulated seat; it ends at its original time. */
function continueActivity(stage: Stage, seat: SeatId, role: RoleId, { at, busy }: Seat): void {
  if (!busy) return;
  const { doing, place, due } = busy;
  const begun = { audience: roleAudience(role), by: role, seat, place, due };
  if (doing === 'travel') stage.emit({ type: 'travel-started', ...begun, from: at ?? place });
  else stage.emit({ type: 'search-started', ...begun });
  stage.setTimer(`seat:${seat}`, due, { do: doing === 'travel' ? 'arrive' : 'search-end', seat });
}

function changeSimulation(stage: Stage, role: RoleId, manner: Manner | undefined, kind: BotKind | undefined) {
  const seat = simulatedSeat(role);
  const now = stage.world.simulated[seat];
  if (!now) return refuse('unknown-id', { id: role });
  const next = { ...now, manner: manner ?? now.manner, kind: kind ?? now.kind };
  if (next.manner === now.manner && next.kind === now.kind) return refuse('already-done');
  stage.emit({ type: 'desk-simulated', audience: trainerOnly, by, seat, ...next });
  return undefined;
}
