/** Replays recorded steps on a case that may have changed since, up to the first step that fails. */
import { TRAINER } from '../access/stored-names.ts';
import { type Actor, lead, seated } from '../access/actor.ts';
import { AnyCommand } from '../vocabulary/commands.ts';
import type { RoleId } from '../exercise/ids.ts';
import type { Rejection } from '../exercise/rejections.ts';
import { createdId } from '../playthrough/created-id.ts';
import { resolveFields } from '../playthrough/fields.ts';
import type { RecordedCommand, RecordedStep } from '../playthrough/record-playthrough.ts';
import { ask, openSession, seatOf, type Session, waitUntil } from '../playthrough/session.ts';
import type { CompiledScenario } from '../scenario/compiled.ts';
import { nearest } from '../scenario/nearest.ts';
import type { Condition } from '../vocabulary/conditions.ts';
import type { CaseMs } from '../time.ts';
import { applyOverrides, type Overrides } from './overrides.ts';
import { type ConditionPart, explainCondition } from './why-not.ts';

export interface ReplayOptions {
  seed: number;
  roles: readonly RoleId[];
  overrides: Overrides;
  steps: readonly RecordedStep[];
  /** Case time of the recording's end; the replay advances to it if no step fails. */
  until: CaseMs;
}

/** The first step that fails. */
export interface Stop {
  /** Index of the step. */
  step: number;
  at: CaseMs;
  rejection: Rejection;
  /** The condition behind the rejection, if any, with its failing parts marked. */
  condition?: ConditionPart | undefined;
  /** Ids of the step that the case no longer has. */
  strange: { id: string; meant?: string | undefined }[];
}

export interface Replay {
  session: Session;
  texts: Record<string, string>;
  /** The commands of the steps that passed, as the core got them. */
  commands: RecordedCommand[];
  stop?: Stop | undefined;
}

export function replay(compiled: CompiledScenario, options: ReplayOptions): Replay {
  const session = openSession(compiled, {
    seed: options.seed,
    seats: Object.fromEntries(options.roles.map((role) => [role, 1])),
  });
  const changed = applyOverrides(compiled, session.exercise, options.overrides);
  session.exercise = changed.exercise;
  session.events.push(...changed.events);
  session.now = Math.max(session.now, changed.exercise.world.now, options.overrides.at ?? 0);
  const result: Replay = { session, texts: {}, commands: [] };
  const names = new Map<string, string>();
  for (const [index, step] of options.steps.entries()) {
    waitUntil(session, Math.max(session.now, step.at));
    const fields = resolveFields(step.fields, { step: index + 1, at: session.now, names, texts: result.texts });
    const rejection = askStep(result, step, fields, names);
    if (rejection) return { ...result, stop: stopAt(session, step, { index, rejection, fields }) };
  }
  waitUntil(session, Math.max(session.now, options.until));
  return result;
}

function askStep(
  { session, commands }: Replay,
  step: RecordedStep,
  fields: Record<string, unknown>,
  names: Map<string, string>,
): Rejection | undefined {
  const parsed = AnyCommand.safeParse({ type: step.do, ...fields });
  if (!parsed.success) return { code: 'bad-value' };
  const [from, at] = [senderOf(step.who), session.now];
  const outcome = ask(session, from, parsed.data);
  if ('rejection' in outcome) return outcome.rejection;
  commands.push({ from, at, body: parsed.data, seq: outcome.events[0]?.seq });
  const created = createdId(outcome.events);
  if (step.as !== undefined && created !== undefined) names.set(step.as, created);
  return undefined;
}

export function senderOf(who: string): Actor {
  if (who === TRAINER) return lead;
  const [role = who, number = '1'] = who.split(' ');
  return seated(seatOf(role, Number(number)));
}

function stopAt(
  { compiled, exercise, now }: Session,
  step: RecordedStep,
  { index, rejection, fields }: { index: number; rejection: Rejection; fields: Record<string, unknown> },
): Stop {
  const condition = conditionBehind(compiled, step.do, fields);
  return {
    step: index,
    at: now,
    rejection,
    condition: condition && explainCondition(compiled, condition, exercise),
    strange: unknownIdsOf(compiled, step.do, fields),
  };
}

/** The condition that this command requires. */
function conditionBehind(
  { scenario }: CompiledScenario,
  type: string,
  fields: Record<string, unknown>,
): Condition | undefined {
  const text = (field: string) => (typeof fields[field] === 'string' ? fields[field] : '');
  if (type === 'ask') {
    const [script = '', topic = '', question = ''] = text('question').split('.');
    return scenario.interviews[script]?.topics[topic]?.questions[question]?.needs;
  }
  if (type.endsWith('-decision')) return scenario.decisions[text('decision')]?.when;
  if ('operation' in fields) return scenario.operations[text('operation')]?.when;
  if (type === 'take-item') return scenario.items[text('item')]?.found?.when;
  return undefined;
}

function unknownIdsOf(
  { scenario, law }: CompiledScenario,
  type: string,
  fields: Record<string, unknown>,
): Stop['strange'] {
  const known: Record<string, object | undefined> = {
    place: scenario.places,
    item: scenario.items,
    person: scenario.people,
    service: scenario.services,
    inject: scenario.injects,
    decision: scenario.decisions,
    operation: scenario.operations,
    indicator: law.indicators,
    offence: law.offences,
    kind: type === 'make-request' ? law.requests : undefined,
  };
  return Object.entries(fields).flatMap(([field, id]) => {
    const ids = known[field];
    if (ids === undefined || typeof id !== 'string' || Object.hasOwn(ids, id)) return [];
    return [{ id, meant: nearest(id, Object.keys(ids)) }];
  });
}
