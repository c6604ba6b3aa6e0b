/** The exercise itself: its status, clock, seats, timers and statecharts. */
import { change, drop, type Folds, put } from './fold.ts';

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
  'exercise-opened': (world, event) => ({ ...world, roles: event.roles, rng: event.seed }),
  'exercise-started': (world) => ({ ...world, status: 'running' }),
  'exercise-paused': (world) => ({ ...world, status: 'paused' }),
  'exercise-resumed': (world) => ({ ...world, status: 'running' }),
  'pace-changed': (world, event) => ({ ...world, pace: event.pace }),
  'clock-skipped': (world) => world,
  'exercise-ended': (world) => ({ ...world, status: 'ended' }),
  'end-suggested': (world) => world,
  'seat-taken': (world, event) => ({
    ...world,
    seats: put(world.seats, event.seat, { role: event.role, ...(event.simulated && { simulated: true }) }),
  }),
  'seat-moved': (world, event) => ({ ...world, seats: put(world.seats, event.seat, { role: event.role }) }),
  'seat-freed': (world, event) => ({
    ...world,
    seats: change(world.seats, event.seat, (seat) => ({ ...seat, freed: true })),
  }),
  'desk-simulated': (world, { seat, role, kind, manner, seed }) => ({
    ...world,
    simulated: put(world.simulated, seat, { role, kind, manner, seed }),
  }),
  'timer-set': (world, event) => ({
    ...world,
    timers: put(world.timers, event.timer, { due: event.due, action: event.action }),
  }),
  'timer-cleared': (world, event) => ({ ...world, timers: drop(world.timers, event.timer) }),
  'chance-drawn': (world, event) => ({ ...world, rng: event.rng }),
  'state-entered': (world, event) => {
    const address = `${event.chart}.${event.state}`;
    return address in world.entered ? world : { ...world, entered: put(world.entered, address, event.at) };
  },
  'chart-moved': (world, event) => ({ ...world, charts: put(world.charts, event.chart, event.value) }),
  'signal-sent': (world) => world,
};
