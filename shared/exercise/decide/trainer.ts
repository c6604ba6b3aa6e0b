/** Commands of the trainer only: lifecycle, clock, seats, injects, messages, words of people, notes. */
import { TRAINER } from '../../access/stored-names.ts';
import { everyone, role as roleAudience, seat as seatAudience, trainerOnly } from '../../access/audience.ts';
import { may, maySpeakFor } from '../../access/capabilities.ts';
import { advanceStage } from '../advance.ts';
import type { TrainerCommand } from '../../vocabulary/commands.ts';
import { personInTruth } from '../person-in-truth.ts';
import type { Stage } from '../stage.ts';
import { beginExercise } from './begin.ts';
import { type Refusal, refuse, type TrainerHandler } from './desk.ts';
import { fireInject } from './effects.ts';
import { seatHandlers } from './seats.ts';
import { hearersOf } from './seen-by.ts';
import { settle } from './settle.ts';

type TrainerHandlers = { [T in TrainerCommand['type']]: TrainerHandler<T> };

const by = TRAINER;
const needsStatus = (stage: Stage, ...statuses: string[]): Refusal =>
  statuses.includes(stage.world.status) ? undefined : refuse('wrong-state', { state: stage.world.status });

/** Two trainers may send the same command: the second gets `already-done` instead of `wrong-state`. */
const rejectIfAlready = (stage: Stage, ...statuses: string[]): Refusal =>
  statuses.includes(stage.world.status) ? refuse('already-done') : undefined;

const needsPendingInject = (stage: Stage, inject: string): Refusal => {
  const state = stage.world.injects[inject];
  if (!(inject in stage.compiled.scenario.injects)) return refuse('unknown-id', { id: inject });
  return state?.firedAt !== undefined || state?.skipped ? refuse('already-done') : undefined;
};

/** A planned inject whose time passed while it was held comes once it is released and the exercise runs. */
function fireIfOverdue(stage: Stage, inject: string): void {
  const { at, when: condition } = stage.compiled.scenario.injects[inject] ?? {};
  const overdue = at !== undefined && at <= stage.at && !(`inject:${inject}` in stage.world.timers);
  if (overdue && (condition === undefined || stage.holds(condition))) fireInject(stage, inject, 'story');
}

export const trainerHandlers: TrainerHandlers = {
  'start-exercise': (stage) => {
    const refusal = rejectIfAlready(stage, 'running', 'paused') ?? needsStatus(stage, 'lobby');
    if (refusal) return refusal;
    beginExercise(stage);
    return undefined;
  },
  pause: (stage, { reason }) => {
    const refusal = rejectIfAlready(stage, 'paused') ?? needsStatus(stage, 'running');
    if (refusal) return refusal;
    stage.emit({ type: 'exercise-paused', audience: everyone, by, reason });
    return undefined;
  },
  resume: (stage) => {
    const refusal = rejectIfAlready(stage, 'running') ?? needsStatus(stage, 'paused');
    if (refusal) return refusal;
    stage.emit({ type: 'exercise-resumed', audience: everyone, by });
    for (const inject of Object.keys(stage.world.injects)) fireIfOverdue(stage, inject);
    return undefined;
  },
  'set-pace': (stage, { pace }) => {
    if (stage.world.status === 'ended') return refuse('ended');
    stage.emit({ type: 'pace-changed', audience: everyone, by, pace });
    return undefined;
  },
  'skip-to': (stage, { to }) => {
    const refusal = needsStatus(stage, 'running');
    if (refusal) return refusal;
    if (to <= stage.at) return refuse('already-done');
    settle(stage);
    advanceStage(stage, to);
    stage.at = Math.max(stage.at, to);
    if (stage.world.status !== 'ended') stage.emit({ type: 'clock-skipped', audience: everyone, by, to });
    return undefined;
  },
  'end-exercise': (stage) => {
    const refusal = rejectIfAlready(stage, 'ended') ?? needsStatus(stage, 'running', 'paused');
    if (refusal) return refusal;
    stage.emit({ type: 'exercise-ended', audience: everyone, by });
    return undefined;
  },
  'fire-inject': (stage, { inject }) => {
    const refusal = needsStatus(stage, 'running') ?? needsPendingInject(stage, inject);
    if (refusal) return refusal;
    fireInject(stage, inject, by);
    return undefined;
  },
  'hold-inject': (stage, { inject }) => {
    const refusal =
      needsPendingInject(stage, inject) ?? (stage.world.injects[inject]?.held ? refuse('already-done') : undefined);
    if (refusal) return refusal;
    stage.emit({ type: 'inject-held', audience: trainerOnly, by, inject });
    return undefined;
  },
  'release-inject': (stage, { inject }) => {
    const refusal =
      needsPendingInject(stage, inject) ?? (stage.world.injects[inject]?.held ? undefined : refuse('wrong-state'));
    if (refusal) return refusal;
    stage.emit({ type: 'inject-released', audience: trainerOnly, by, inject });
    if (stage.world.status === 'running') fireIfOverdue(stage, inject);
    return undefined;
  },
  'skip-inject': (stage, { inject }) => {
    const refusal = needsPendingInject(stage, inject);
    if (refusal) return refusal;
    stage.clearTimer(`inject:${inject}`);
    stage.emit({ type: 'inject-skipped', audience: trainerOnly, by, inject });
    return undefined;
  },
  whisper: (stage, { to, text }) => {
    const known = to.every((id) => stage.world.roles.includes(id) || id in stage.world.seats);
    if (!known) return refuse('unknown-id');
    const audience = to.flatMap((id) => (stage.world.roles.includes(id) ? roleAudience(id) : seatAudience(id)));
    const message = stage.nextId(TRAINER, 'message', stage.world.messages, to);
    stage.emit({ type: 'message-sent', audience: [...audience, ...trainerOnly], by, message, to, text });
    return undefined;
  },
  'speak-for': (stage, { person, text }, from) => {
    const refusal = needsStatus(stage, 'running');
    if (refusal) return refusal;
    const truth = personInTruth(stage.compiled, person);
    // To an actor who does not see the truth, a person that is not its own is like one that the case does not have.
    if (!truth && may(from, 'see-truth')) return refuse('unknown-id', { id: person });
    if (!maySpeakFor(from, person, truth)) return refuse('not-your-person');
    const to = hearersOf(stage, person);
    if (to.length === 0) return refuse('unheard');
    const message = stage.nextId(TRAINER, 'message', stage.world.messages, to);
    const audience = [...roleAudience(...to), ...trainerOnly];
    stage.emit({ type: 'person-spoke', audience, by, person, message, to, text });
    return undefined;
  },
  'take-note': (stage, { text, about }) => {
    stage.emit({ type: 'note-taken', audience: trainerOnly, by, text, about });
    return undefined;
  },
  ...seatHandlers,
};
