/** The exercise itself, its clock, seats and charts. */
import { TRAINER } from '../../access/stored-names.ts';
import { event } from '../declare.ts';
import { compared, e, many, oneOf, optional, uncompared } from '../fields.ts';
import { acted } from './acted.ts';
import type { TimerAction } from '../timer-action.ts';

// biome-ignore format: one event per line reads best
export const exerciseEvents = {
  'exercise-opened': event({ scenario: uncompared(e.word), seed: e.number, roles: many(uncompared(e.role)) }, { audience: 'control' }),
  'exercise-started': event(acted, { reading: 'timeline', audience: 'everyone' }),
  'exercise-paused': event({ ...acted, reason: optional(e.text) }, { reading: 'timeline', audience: 'everyone' }),
  'exercise-resumed': event(acted, { reading: 'timeline', audience: 'everyone' }),
  'pace-changed': event({ ...acted, pace: e.number }, { audience: 'everyone' }),
  'clock-skipped': event({ ...acted, to: compared(e.time) }, { reading: 'timeline', audience: 'everyone' }),
  'exercise-ended': event(acted, { reading: 'timeline', audience: 'everyone' }),
  'end-suggested': event({ by: oneOf('actor', ['story']) }, { reading: 'hidden-from-desks', audience: 'control' }),
  'seat-taken': event({ seat: e.seat, role: e.role, simulated: optional(e.flag) }, { audience: 'everyone' }),
  'seat-moved': event({ seat: e.seat, role: e.role, from: uncompared(e.role) }, { audience: 'everyone' }),
  'seat-freed': event({ seat: e.seat, role: e.role }, { audience: 'everyone' }),
  /** How a desk is simulated from here on, for trainers; beside the `seat-taken` that every viewer sees. */
  'desk-simulated': event({ by: oneOf('actor', [TRAINER]), seat: e.seat, role: e.role, kind: e.botKind, manner: e.manner, seed: e.number }, { reading: 'hidden-from-desks', audience: 'control' }),
  'timer-set': event({ timer: uncompared(e.word), due: e.time, action: e.machine<TimerAction>() }, { reading: 'hidden-from-desks', audience: 'control' }),
  'timer-cleared': event({ timer: uncompared(e.word) }, { reading: 'hidden-from-desks', audience: 'control' }),
  'chance-drawn': event({ rng: e.number }, { reading: 'hidden-from-desks', audience: 'control' }),
  'state-entered': event({ chart: e.chart, state: e.stateOfChart, leaves: many(uncompared(e.stateOfChart)) }, { reading: 'hidden-from-desks', audience: 'control' }),
  'chart-moved': event({ chart: e.chart, value: e.machine<unknown>() }, { reading: 'hidden-from-desks', audience: 'control' }),
  'signal-sent': event({ by: e.actor, signal: e.signal }, { reading: 'hidden-from-desks', audience: 'control' }),
};
