/** The exercise itself: its status, clock, seats, timers and statecharts. */
import type { exerciseEvents } from '../../vocabulary/events/exercise.ts';
import { type Folds, noChange } from './fold.ts';
import { clearTimer, setTimer } from './timers.ts';

export const lifecycleFolds: Folds<keyof typeof exerciseEvents> = {
  'exercise-opened': (draft, event) => draft.set({ roles: event.roles, rng: event.seed }),
  'exercise-started': (draft) => draft.set({ status: 'running' }),
  'exercise-paused': (draft, { reason }) =>
    draft.set({ status: 'paused', ...(reason !== undefined && { pauseReason: reason }) }),
  'exercise-resumed': (draft) => draft.set({ status: 'running', pauseReason: undefined }),
  'pace-changed': (draft, event) => draft.set({ pace: event.pace }),
  'clock-skipped': noChange,
  'exercise-ended': (draft) => draft.set({ status: 'ended', pauseReason: undefined }),
  'end-suggested': noChange,
  'seat-taken': (draft, event) =>
    draft.put('seats', event.seat, { role: event.role, ...(event.simulated && { simulated: true }) }),
  'seat-moved': (draft, event) => draft.put('seats', event.seat, { role: event.role }),
  'seat-freed': (draft, event) => draft.change('seats', event.seat, (seat) => ({ ...seat, freed: true })),
  'desk-simulated': (draft, { seat, role, kind, manner, seed }) =>
    draft.put('simulated', seat, { role, kind, manner, seed }),
  'timer-set': (draft, event) => setTimer(draft, event.timer, { due: event.due, action: event.action }),
  'timer-cleared': (draft, event) => clearTimer(draft, event.timer),
  'chance-drawn': (draft, event) => draft.set({ rng: event.rng }),
  'state-entered': (draft, event) => {
    const address = `${event.chart}.${event.state}`;
    if (!(address in draft.world.entered)) draft.put('entered', address, event.at);
  },
  'chart-moved': (draft, event) => draft.put('charts', event.chart, event.value),
  'signal-sent': noChange,
};
