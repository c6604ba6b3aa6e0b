/** Plays a playthrough and reports the first step that fails. */
import { TRAINER } from '../access/stored-names.ts';
import { type Actor, lead, seated } from '../access/actor.ts';
import { debrief } from '../debrief/compute.ts';
import type { Debrief } from '../debrief/debrief.ts';
import { AnyCommand } from '../vocabulary/commands.ts';
import type { Command } from '../exercise/commands.ts';
import { evaluate } from '../exercise/evaluate.ts';
import type { Event } from '../exercise/events.ts';
import { type Exercise, type Happening, toKnown } from '../exercise/exercise.ts';
import { EventLoopError } from '../exercise/stage.ts';
import type { CompiledScenario } from '../scenario/compiled.ts';
import { formatCaseTime } from '../time.ts';
import { missingFor } from '../exercise/missing.ts';
import { createdId } from './created-id.ts';
import { resolveFields } from './fields.ts';
import type { Playthrough } from './playthrough.ts';
import { compareResult } from './result.ts';
import { ask, openSession, seatOf, type Session, waitUntil } from './session.ts';
import type { Step } from './step.ts';
import { whatIsKnown } from './what-is-known.ts';

export interface PlayFailure {
  /** Counted from 1; one more than the last step if the result differs. */
  step: number;
  /** Case time, as authors write it. */
  at: string;
  what: string;
  expected: string;
  actual: string;
  /** The parts that make a condition differ from what is expected. */
  missing?: string[] | undefined;
}

export interface PlayResult {
  events: Event[];
  /** All commands, rejected or not, as the core got them. */
  commands: Command[];
  /** Free texts by reference, as the server would store them. */
  texts: Record<string, string>;
  /** Present only if every step passed. */
  debrief?: Debrief;
  failure?: PlayFailure;
}

interface Play {
  session: Session;
  commands: Command[];
  names: Map<string, string>;
  texts: Record<string, string>;
}

type Mismatch = Pick<PlayFailure, 'what' | 'expected' | 'actual' | 'missing'>;

/** Plays all steps with one seat per desk (or as many as `seats` says), ends the exercise and compares the result. */
export function playThrough(compiled: CompiledScenario, playthrough: Playthrough): PlayResult {
  const roles = Object.keys(compiled.scenario.roles).filter((role) => !playthrough.without.includes(role));
  const seats = Object.fromEntries(roles.map((role) => [role, playthrough.seats[role] ?? 1]));
  const play: Play = {
    session: openSession(compiled, { seed: playthrough.seed, seats }),
    commands: [],
    names: new Map(),
    texts: {},
  };
  const failed = (step: number, mismatch: Mismatch): PlayResult => ({
    events: play.session.events,
    commands: play.commands,
    texts: play.texts,
    failure: { step, at: formatCaseTime(play.session.now), ...mismatch },
  });
  for (const [index, step] of playthrough.steps.entries()) {
    const mismatch = catchLoop(() => advanceTime(play, step) ?? playStep(play, step, index + 1));
    if (mismatch) return failed(index + 1, mismatch);
  }
  if (play.session.exercise.world.status !== 'ended') ask(play.session, lead, { type: 'end-exercise' });
  const result = debrief(compiled, play.session.events);
  const mismatch = playthrough.result && compareResult(playthrough.result, result);
  if (mismatch) return failed(playthrough.steps.length + 1, mismatch);
  return { events: play.session.events, commands: play.commands, texts: play.texts, debrief: result };
}

/** A case that loops is a failed step; any other exception is a bug of the program. */
function catchLoop(step: () => Mismatch | undefined): Mismatch | undefined {
  try {
    return step();
  } catch (error) {
    if (!(error instanceof EventLoopError)) throw error;
    return { what: 'what follows on this step', expected: 'comes to an end', actual: error.message };
  }
}

function advanceTime({ session }: Play, step: Step): Mismatch | undefined {
  if (!step.at) return undefined;
  const at = 'plus' in step.at ? session.now + step.at.plus : step.at.clock;
  if (at < session.now) {
    const expected = `a moment not before ${formatCaseTime(session.now)}`;
    return { what: 'time runs forward', expected, actual: formatCaseTime(at) };
  }
  waitUntil(session, at);
  return undefined;
}

function playStep(play: Play, step: Step, number: number): Mismatch | undefined {
  const { compiled } = play.session;
  if (step.kind === 'command') return playCommand(play, step, number);
  if (step.kind === 'expect') return compareCondition(play.session, step);
  if (step.kind === 'knows') {
    for (const thing of step.things) {
      const known = whatIsKnown(compiled, play.session.events, step.who, thing, step.part);
      if (known === undefined)
        return { what: `\`${thing}\``, expected: 'an item, person or place', actual: 'no such id' };
      if (known === step.holds) continue;
      const [expected, actual] = step.holds ? ['known', 'not known'] : ['not known', 'known'];
      return { what: `${step.who} and \`${thing}\`${step.part ? `, part \`${step.part}\`` : ''}`, expected, actual };
    }
  }
  return undefined;
}

function compareCondition(
  session: Session,
  { condition, holds }: Extract<Step, { kind: 'expect' }>,
): Mismatch | undefined {
  const exercise = withWholeLog(session);
  if (evaluate(session.compiled, condition, exercise) === holds) return undefined;
  const [expected, actual] = holds ? ['true', 'false'] : ['false', 'true'];
  const wanted = holds ? condition : { not: condition };
  const parts = missingFor(wanted, (part) => evaluate(session.compiled, part, exercise));
  const missing = parts.map(({ leaf, wanted: should }) => `${should ? '' : 'not '}${JSON.stringify(leaf)}`);
  return { what: `condition ${JSON.stringify(condition)}`, expected, actual, missing };
}

/** An exercise indexes only the events that its scenario asks for, but a playthrough may ask for any event. */
function withWholeLog({ exercise, events }: Session): Exercise {
  const happened: Record<string, Happening[]> = {};
  for (const event of events) (happened[event.type] ??= []).push({ ...toKnown(event), seq: event.seq });
  return { ...exercise, happened };
}

function playCommand(play: Play, step: Extract<Step, { kind: 'command' }>, number: number): Mismatch | undefined {
  const { session, names, texts } = play;
  const what = `${step.who}: ${step.do} ${JSON.stringify(step.fields)}`;
  const fields = resolveFields(step.fields, { step: number, at: session.now, names, texts });
  const parsed = AnyCommand.safeParse({ type: step.do, ...fields });
  if (!parsed.success)
    return { what, expected: 'a valid command', actual: parsed.error.issues.map((issue) => issue.message).join('; ') };
  const from = sender(step.who);
  play.commands.push({ from, at: session.now, body: parsed.data });
  const outcome = ask(session, from, parsed.data);
  if ('rejection' in outcome) {
    const { code, params } = outcome.rejection;
    if (code === step.refused) return undefined;
    const expected = step.refused ? `refused: ${step.refused}` : 'accepted';
    return { what, expected, actual: `refused: ${code}${params ? ` ${JSON.stringify(params)}` : ''}` };
  }
  if (step.refused) return { what, expected: `refused: ${step.refused}`, actual: 'accepted' };
  if (step.as === undefined) return undefined;
  const created = createdId(outcome.events);
  if (created === undefined)
    return { what, expected: `something to name \`${step.as}\``, actual: 'this command creates nothing' };
  names.set(step.as, created);
  return undefined;
}

function sender(who: string): Actor {
  if (who === TRAINER) return lead;
  const [role = who, number = '1'] = who.split(' ');
  return seated(seatOf(role, Number(number)));
}

/** Formats a failure as one readable paragraph. `lines` are the lines of the steps in the file. */
export function formatFailure(
  file: string,
  { step, at, what, expected, actual }: PlayFailure,
  lines: readonly number[],
): string {
  const line = lines[step - 1];
  const place = line === undefined ? `${file}  result` : `${file}:${line}  step ${step}`;
  return `${place} (${at})\n    ${what}\n    expected: ${expected}\n    actual:   ${actual}`;
}
