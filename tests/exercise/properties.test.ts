/**
 * Invariants of every play: random plays with a printed seed. To repeat one: `BARAZA_SEED=123 npx vitest run
 * tests/exercise/properties.test.ts`.
 */
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { lead } from '../../shared/access/actor.ts';
import { desk, mayKnow, type Viewer } from '../../shared/access/audience.ts';
import type { Event, KnownEvent } from '../../shared/exercise/events.ts';
import { evolve } from '../../shared/exercise/evolve.ts';
import {
  advanceTo,
  decide,
  emptyExercise,
  type Exercise,
  foldExercise,
  start,
  toKnown,
} from '../../shared/exercise/exercise.ts';
import { emptyWorld } from '../../shared/exercise/world.ts';
import { parsePlaythrough } from '../../shared/playthrough/parse-playthrough.ts';
import { playThrough } from '../../shared/playthrough/play-through.ts';
import { seatOf } from '../../shared/playthrough/session.ts';
import type { CompiledScenario } from '../../shared/scenario/compiled.ts';
import { parseCase } from '../../shared/scenario/parse-case.ts';
import { proveStreams } from '../../shared/simulation/stream-proof.ts';
import { aScenario } from '../support/a-scenario.ts';
import { anyPlay, meant, type Step, waitOf } from '../support/arbitrary-commands.ts';
import { caseFiles, playthroughsOf } from '../support/case-files.ts';
import { leaves, stringsIn } from '../support/canaries.ts';

const seed = Number(process.env['BARAZA_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
beforeAll(() => console.log(`BARAZA_SEED=${seed}`));
// Shrinking a failure takes longer than finding it.
vi.setConfig({ testTimeout: 60_000 });

interface Play {
  events: Event[];
  exercise: Exercise;
  refused: number;
}

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const inner of Object.values(value)) freeze(inner);
}

function open(compiled: CompiledScenario): Play {
  const opened = start(compiled, { seed: 7 });
  const play: Play = { ...opened, events: [...opened.events], refused: 0 };
  for (const role of Object.keys(compiled.scenario.roles)) {
    ask(
      compiled,
      play,
      { wait: 0, from: lead, body: { type: 'seat', seat: seatOf(role), role } },
      compiled.scenario.starts,
    );
  }
  ask(compiled, play, { wait: 0, from: lead, body: { type: 'start-exercise' } }, compiled.scenario.starts);
  return play;
}

function ask(compiled: CompiledScenario, play: Play, { from, body }: Step, at: number): void {
  freeze(play.exercise);
  const decision = decide(compiled, play.exercise, { from, at, body: meant(body, play.exercise.world) });
  if ('rejection' in decision) {
    play.refused += 1;
    return;
  }
  play.events.push(...decision.events);
  play.exercise = decision.exercise;
}

function wait(compiled: CompiledScenario, play: Play, at: number): void {
  freeze(play.exercise);
  const advanced = advanceTo(compiled, play.exercise, at);
  play.events.push(...advanced.events);
  play.exercise = advanced.exercise;
}

/** Plays the steps and calls `between` after each, with its case time. */
function run(
  compiled: CompiledScenario,
  steps: readonly Step[],
  between?: (play: Play, at: number, index: number) => void,
): Play {
  const play = open(compiled);
  let at = compiled.scenario.starts;
  for (const [index, step] of steps.entries()) {
    at += waitOf(step);
    wait(compiled, play, at);
    ask(compiled, play, step, at);
    between?.(play, at, index);
  }
  return play;
}

/** The commands of a passing playthrough, as steps. */
function lineOf(compiled: CompiledScenario, path: string, text: string): Step[] {
  const { playthrough, diagnostics } = parsePlaythrough(path, text);
  if (!playthrough) throw new Error(`${path}: ${JSON.stringify(diagnostics)}`);
  const { commands } = playThrough(compiled, { ...playthrough, result: undefined });
  return commands.map(({ from, at, body }, index) => {
    const before = commands[index - 1]?.at ?? compiled.scenario.starts;
    return { wait: (at - before) / 60_000, from, body };
  });
}

const smallLine = 'tests/fixtures/playthroughs/small-case.playthrough.yaml';
const small = aScenario();
const trial = parseCase(caseFiles('trial-match')).compiled;
const trialLine = playthroughsOf('trial-match').find(({ path }) => path.includes('exemplary'));

const cases: { name: string; compiled: CompiledScenario; line: Step[]; runs: number }[] = [
  { name: 'small-case', compiled: small, line: lineOf(small, smallLine, readFileSync(smallLine, 'utf8')), runs: 60 },
  ...(trial && trialLine
    ? [{ name: 'trial-match', compiled: trial, line: lineOf(trial, trialLine.path, trialLine.text), runs: 8 }]
    : []),
];

const FRAME = ['exercise-paused', 'exercise-resumed', 'pace-changed'];
const numberless = ({ seq: _seq, ...event }: Event): unknown => event;

describe.each(cases)('any play of $name', ({ compiled, line, runs }) => {
  const plays = anyPlay(compiled, line);
  const holds = (property: (steps: Step[]) => void, numRuns = runs): void =>
    fc.assert(fc.property(plays, property), { seed, numRuns, interruptAfterTimeLimit: 15_000 });
  const viewers: Viewer[] = Object.keys(compiled.scenario.roles).map((role) => desk(role));
  const known = (play: Play, viewer: Viewer): KnownEvent[] =>
    play.events.filter((event) => mayKnow(viewer, event)).map(toKnown);

  test('folds from its log to the live state, byte for byte', () => {
    holds((steps) => {
      const play = run(compiled, steps);
      expect(JSON.stringify(foldExercise(compiled, copy(play.events)))).toBe(JSON.stringify(play.exercise));
    });
  });

  test('gives the same log for the same commands and seed', () => {
    holds((steps) => {
      expect(run(compiled, steps).events).toEqual(run(compiled, steps).events);
    });
  });

  test('numbers its events from 1 without gaps, and time never runs backwards', () => {
    holds((steps) => {
      const { events } = run(compiled, steps);
      expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
      expect(events.every(({ at }, index) => at >= (events[index - 1]?.at ?? 0))).toBe(true);
    });
  });

  test('continues from a snapshot and the tail as from the whole log', () => {
    holds((steps) => {
      const play = run(compiled, steps);
      for (const cut of [Math.floor(play.events.length / 3), play.events.length - 1]) {
        const snapshot = copy(foldExercise(compiled, play.events.slice(0, cut)));
        expect(foldExercise(compiled, copy(play.events.slice(cut)), snapshot)).toEqual(copy(play.exercise));
      }
    });
  });

  test('continues after a restart as without one', () => {
    holds((steps) => {
      const restarted = run(compiled, steps, (play, _at, index) => {
        if (index === Math.floor(steps.length / 2))
          play.exercise = foldExercise(compiled, copy(play.events), emptyExercise());
      });
      expect(restarted.events).toEqual(run(compiled, steps).events);
    });
  });

  test('is unchanged by every rejected command', () => {
    let refused = 0;
    holds(
      (steps) => {
        const play = open(compiled);
        let at = compiled.scenario.starts;
        for (const step of steps) {
          at += waitOf(step);
          wait(compiled, play, at);
          const [before, number, length] = [JSON.stringify(play.exercise), play.refused, play.events.length];
          ask(compiled, play, step, at);
          if (play.refused === number) continue;
          refused += 1;
          expect(JSON.stringify(play.exercise)).toBe(before);
          expect(play.events).toHaveLength(length);
        }
      },
      Math.ceil(runs / 2),
    );
    expect(refused).toBeGreaterThan(0);
  });

  test('has the same case times with any pauses and changes of pace', () => {
    holds((steps) => {
      const steady = run(compiled, steps).events;
      const halting = run(compiled, steps, (play, at, index) => {
        const by = (body: Step['body']): void => ask(compiled, play, { wait: 0, from: lead, body }, at);
        if (index % 3 === 0) by({ type: 'pause' });
        if (index % 4 === 0) by({ type: 'set-pace', pace: 1 + (index % 20) });
        by({ type: 'resume' });
      }).events;
      const told = (events: Event[]): unknown[] => events.filter(({ type }) => !FRAME.includes(type)).map(numberless);
      expect(told(halting)).toEqual(told(steady));
    });
  });

  test('gives a desk a view folded only from events that it may know', () => {
    holds((steps) => {
      const play = run(compiled, steps);
      for (const viewer of viewers) {
        const events = known(play, viewer);
        const told = stringsIn(events);
        const unfounded = leaves(events.reduce(evolve, emptyWorld())).filter((leaf) => !told.has(leaf));
        expect({ viewer, unfounded }).toEqual({ viewer, unfounded: [] });
      }
    });
  });

  test('never reveals to a desk a thing that it has not earned', () => {
    holds((steps) => {
      expect(proveStreams(compiled, run(compiled, steps).events)).toEqual([]);
    });
  });

  test('never reveals to a desk a person’s trust or stress, or internal events', () => {
    const hidden = [
      'mood-changed',
      'timer-set',
      'timer-cleared',
      'chart-moved',
      'state-entered',
      'chance-drawn',
      'person-placed',
      'account-judged',
    ];
    holds((steps) => {
      const play = run(compiled, steps);
      for (const viewer of viewers) expect(known(play, viewer).filter(({ type }) => hidden.includes(type))).toEqual([]);
    });
  });
});
