/** The exercise itself: its status, clock, seats, timers and statecharts. */
import { type Folds } from './fold.ts';
import { amend, changeIn, putIn } from './owner.ts';
import { clearTimer, setTimer } from './timers.ts';

export const lifecycleFolds: Folds<
  | 'exercise-opened'
  | 'exercise-started'
  | 'exercise-paused'
  | 'exercise-resumed'
  | 'pace-changed'
  | 'clock-skipped'
  | 'exercise-ended'
  | 'end-suggested'
  | 'seat-taken'
  | 'seat-moved'
  | 'seat-freed'
  | 'desk-simulated'
  | 'timer-set'
  | 'timer-cleared'
  | 'chance-drawn'
  | 'state-entered'
  | 'chart-moved'
  | 'signal-sent'
> = {
  'exercise-opened': (world, event) => amend(world, { roles: event.roles, rng: event.seed }),
  'exercise-started': (world) => amend(world, { status: 'running' }),
  'exercise-paused': (world) => amend(world, { status: 'paused' }),
  'exercise-resumed': (world) => amend(world, { status: 'running' }),
  'pace-changed': (world, event) => amend(world, { pace: event.pace }),
  'clock-skipped': (world) => world,
  'exercise-ended': (world) => amend(world, { status: 'ended' }),
  'end-suggested': (world) => world,
  'seat-taken': (world, event) =>
    putIn(world, 'seats', event.seat, { role: event.role, ...(event.simulated && { simulated: true }) }),
  'seat-moved': (world, event) => putIn(world, 'seats', event.seat, { role: event.role }),
  'seat-freed': (world, event) => changeIn(world, 'seats', event.seat, (seat) => ({ ...seat, freed: true })),
  'desk-simulated': (world, { seat, role, kind, manner, seed }) =>
    putIn(world, 'simulated', seat, { role, kind, manner, seed }),
  'timer-set': (world, event) => setTimer(world, event.timer, { due: event.due, action: event.action }),
  'timer-cleared': (world, event) => clearTimer(world, event.timer),
  'chance-drawn': (world, event) => amend(world, { rng: event.rng }),
  'state-entered': (world, event) => {
    const address = `${event.chart}.${event.state}`;
    return address in world.entered ? world : putIn(world, 'entered', address, event.at);
  },
  'chart-moved': (world, event) => putIn(world, 'charts', event.chart, event.value),
  'signal-sent': (world) => world,
};
