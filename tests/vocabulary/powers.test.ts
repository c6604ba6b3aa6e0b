/** A command with declared powers, asked at a moment of a kept play where it was accepted, by a desk with other powers. */
import { describe, expect, it } from 'vitest';
import { seated } from '../../shared/access/actor.ts';
import type { Command } from '../../shared/exercise/commands.ts';
import { decide, emptyExercise, foldExercise, type Exercise } from '../../shared/exercise/exercise.ts';
import type { Rejection } from '../../shared/exercise/rejections.ts';
import type { CompiledScenario } from '../../shared/scenario/compiled.ts';
import { type AnyCommand, COMMANDS, type CommandType, DESK_COMMAND_TYPES } from '../../shared/vocabulary/commands.ts';
import { INTERVIEW_KINDS, type Power, POWER_OF_INTERVIEW, POWERS } from '../../shared/vocabulary/enums.ts';
import { eventsOf, keptLogs, keptSets, openPinned, readLog, readSources } from '../support/kept-logs/kept-log.ts';

interface Moment {
  compiled: CompiledScenario;
  exercise: Exercise;
  role: string;
  command: Command;
}

const GATED = DESK_COMMAND_TYPES.filter((type) => COMMANDS[type].powers.length > 0);
const BY_CASE = GATED.filter((type) => COMMANDS[type].powers === 'by-case');
const LISTED = GATED.filter((type) => COMMANDS[type].powers !== 'by-case');
const powersOfCommand = (type: CommandType): readonly Power[] => {
  const { powers } = COMMANDS[type];
  return powers === 'by-case' ? [] : powers;
};

/** The first accepted command of each type that has powers. */
function acceptedMoments(): ReadonlyMap<CommandType, Moment> {
  const found = new Map<CommandType, Moment>();
  for (const set of keptSets()) {
    const sources = readSources(set);
    for (const name of keptLogs(set)) {
      const log = readLog(set, name);
      const wanted = log.commands
        .map((row) => ({ ...row, body: JSON.parse(row.body) as AnyCommand }))
        .filter(({ body }) => GATED.some((type) => type === body.type) && !found.has(body.type));
      const files = sources[log.record.hash];
      if (wanted.length === 0 || !files) continue;
      const compiled = openPinned(files, log.record.hash);
      const events = eventsOf(log);
      let exercise = emptyExercise();
      for (const { by, seq, at, body } of wanted) {
        exercise = foldExercise(compiled, events.slice(exercise.seq, seq - 1), exercise);
        const role = exercise.world.seats[by]?.role ?? '';
        if (!found.has(body.type))
          found.set(body.type, { compiled, exercise, role, command: { from: seated(by), at, body } });
      }
    }
  }
  return found;
}

const moments = acceptedMoments();
function momentOf(type: CommandType): Moment {
  const moment = moments.get(type);
  if (!moment) throw new Error(`no kept log has an accepted ${type}`);
  return moment;
}

/** The answer to a desk that has these powers and no others. */
function answerWith({ compiled, exercise, role, command }: Moment, powers: readonly Power[]): Rejection | 'done' {
  const others = new Map([...compiled.index.powers, [role, new Set(powers)] as const]);
  const decision = decide({ ...compiled, index: { ...compiled.index, powers: others } }, exercise, command);
  return 'rejection' in decision ? decision.rejection : 'done';
}
const without = (powers: readonly Power[]) => POWERS.filter((power) => !powers.includes(power));

describe('a command with declared powers', () => {
  it.each(LISTED)('%s is refused to a desk that has every power but these', (type) => {
    const powers = powersOfCommand(type);
    expect(answerWith(momentOf(type), without(powers))).toEqual({ code: 'no-power', params: { power: powers[0] } });
  });

  it.each(LISTED.flatMap((type) => powersOfCommand(type).map((power) => [type, power] as const)))(
    '%s is allowed for a desk that has the power %s alone',
    (type, power) => {
      expect(answerWith(momentOf(type), [power])).toBe('done');
    },
  );

  it('is refused for its powers after a seat is found busy', () => {
    const moment = momentOf('search');
    const { seats } = moment.exercise.world;
    const [seat = ''] = Object.keys(seats).filter((id) => seats[id]?.role === moment.role);
    const away = { ...seats[seat], busy: { doing: 'travel', place: 'elsewhere', due: 0 } } as (typeof seats)[string];
    const exercise = { ...moment.exercise, world: { ...moment.exercise.world, seats: { ...seats, [seat]: away } } };
    expect(answerWith({ ...moment, exercise, command: { ...moment.command, from: seated(seat) } }, [])).toEqual({
      code: 'busy',
    });
  });
});

/** The power that the case or a field asks for. */
const ASKED: Readonly<Record<string, (moment: Moment) => Power | undefined>> = {
  'take-item': ({ compiled, command: { body } }) =>
    body.type === 'take-item' ? (compiled.scenario.items[body.item]?.take?.needs ?? 'seize') : undefined,
  'analyse-item': ({ compiled, command: { body } }) =>
    body.type === 'analyse-item' ? compiled.scenario.items[body.item]?.analysis?.needs : undefined,
};

describe('a command whose powers depend on the case', () => {
  it('is one of those that are tested here', () => {
    expect(BY_CASE.toSorted()).toEqual([...Object.keys(ASKED), 'make-request', 'plan-interview'].toSorted());
  });

  it.each(Object.keys(ASKED) as CommandType[])('%s needs the power that the case names for the item', (type) => {
    const moment = momentOf(type);
    const power = ASKED[type]?.(moment);
    if (power === undefined) throw new Error(`the case names no power for this ${type}`);
    expect(answerWith(moment, without([power]))).toEqual({ code: 'no-power', params: { power } });
    expect(answerWith(moment, [power])).toBe('done');
  });

  it.each(INTERVIEW_KINDS)('plan-interview needs the power for an interview of the kind %s', (kind) => {
    const moment = momentOf('plan-interview');
    const { body } = moment.command;
    if (body.type !== 'plan-interview') throw new Error('another command');
    const asked = { ...moment, command: { ...moment.command, body: { ...body, kind } } };
    const power = POWER_OF_INTERVIEW[kind];
    expect(answerWith(asked, without([power]))).toEqual({ code: 'no-power', params: { power } });
    expect(answerWith(asked, [power])).toBe('done');
  });

  it('make-request needs an agency that the law pack lets ask', () => {
    const moment = momentOf('make-request');
    const { compiled, command, role } = moment;
    if (command.body.type !== 'make-request') throw new Error('another command');
    const { kind } = command.body;
    const asking = (from: string[]): Moment => {
      const requests = { ...compiled.law.requests };
      const request = requests[kind];
      if (request) requests[kind] = { ...request, from };
      return { ...moment, compiled: { ...compiled, law: { ...compiled.law, requests } } };
    };
    const powers = [...(compiled.index.powers.get(role) ?? [])];
    expect(answerWith(asking([]), powers)).toEqual({ code: 'no-power', params: { power: kind } });
    expect(answerWith(asking([compiled.scenario.roles[role]?.desk ?? '']), powers)).toBe('done');
  });
});
