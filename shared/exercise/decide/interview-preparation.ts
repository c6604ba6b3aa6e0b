/** Commands that prepare an interview: plan it, vet and brief the interpreter, engage and explain. */
import type { preparationCommands } from '../../vocabulary/commands/interviews.ts';
import { POWER_OF_INTERVIEW } from '../../vocabulary/enums.ts';
import { role as roleAudience } from '../../access/audience.ts';
import { acted, firstRefusal, type Handlers, needsPerson, needsPower, refuse } from './desk.ts';
import { helperIs, needsInterview, needsTogether } from './interview-checks.ts';
import { knowsPlace } from './knowledge.ts';

export const preparationHandlers: Handlers<keyof typeof preparationCommands> = {
  'plan-interview': (stage, desk, command) => {
    const { person, kind, place, interpreter, support, guardian, recorded } = command;
    const refusal = firstRefusal(
      () => needsPower(stage, desk, [POWER_OF_INTERVIEW[kind]]),
      () => needsPerson(stage, desk, person),
      () => (knowsPlace(stage, desk.role, place) ? undefined : refuse('unknown-id', { id: place })),
      () =>
        helperIs(stage, desk, interpreter, 'interpreter') &&
        helperIs(stage, desk, support, 'support-person') &&
        helperIs(stage, desk, guardian, 'guardian')
          ? undefined
          : refuse('unknown-id'),
    );
    if (refusal) return refusal;
    const interview = stage.nextId(desk.role, 'interview', stage.world.interviews);
    stage.emit({
      type: 'interview-planned',
      audience: roleAudience(desk.role),
      ...acted(desk),
      interview,
      person,
      kind,
      place,
      interpreter,
      support,
      guardian,
      recorded,
      lead: desk.seat,
    });
    return undefined;
  },
  'vet-interpreter': (stage, desk, { interview: id }) => {
    const interpreter = stage.world.interviews[id]?.interpreter;
    const refusal = firstRefusal(
      () => needsInterview(stage, desk, id, ['planned', 'engaged', 'break'], false),
      () => (interpreter === undefined ? refuse('no-interpreter') : undefined),
      () => (stage.world.interviews[id]?.vetting ? refuse('already-done') : undefined),
    );
    if (refusal || interpreter === undefined) return refusal;
    const due = stage.at + (stage.compiled.scenario.helpers[interpreter]?.vetting.takes ?? 0);
    stage.emit({
      type: 'interpreter-vetting',
      audience: roleAudience(desk.role),
      ...acted(desk),
      interview: id,
      interpreter,
      due,
    });
    stage.setTimer(`vetting:${id}:${interpreter}`, due, {
      do: 'vetted',
      interview: id,
      helper: interpreter,
      by: desk.role,
    });
    return undefined;
  },
  'brief-interpreter': (stage, desk, { interview: id }) => {
    const interpreter = stage.world.interviews[id]?.interpreter;
    const refusal = firstRefusal(
      () => needsInterview(stage, desk, id, ['planned', 'engaged', 'break'], false),
      () => (interpreter === undefined ? refuse('no-interpreter') : undefined),
      () => (stage.world.interviews[id]?.briefed ? refuse('already-done') : undefined),
    );
    if (refusal || interpreter === undefined) return refusal;
    stage.emit({
      type: 'interpreter-briefed',
      audience: roleAudience(desk.role),
      ...acted(desk),
      interview: id,
      interpreter,
    });
    return undefined;
  },
  'change-interpreter': (stage, desk, { interview: id, interpreter }) => {
    const refusal = firstRefusal(
      () => needsInterview(stage, desk, id, ['planned', 'engaged', 'break']),
      () => (helperIs(stage, desk, interpreter, 'interpreter') ? undefined : refuse('unknown-id')),
    );
    if (refusal) return refusal;
    stage.emit({
      type: 'interpreter-changed',
      audience: roleAudience(desk.role),
      ...acted(desk),
      interview: id,
      interpreter,
    });
    return undefined;
  },
  engage: (stage, desk, { interview: id, steps }) => {
    const interview = stage.world.interviews[id];
    const refusal = firstRefusal(
      () => needsInterview(stage, desk, id, ['planned']),
      () => needsTogether(stage, desk, interview),
      () => (steps.every((step) => step in stage.compiled.law['engage-steps']) ? undefined : refuse('bad-value')),
    );
    if (refusal || !interview) return refusal;
    const { person, kind } = interview;
    stage.emit({
      type: 'interview-engaged',
      audience: roleAudience(desk.role),
      ...acted(desk),
      interview: id,
      person,
      kind,
      step: steps,
    });
    return undefined;
  },
};
