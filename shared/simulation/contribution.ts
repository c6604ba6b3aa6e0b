/** What one play adds to the report. Plain data: it crosses from a worker, and is added up in any order. */
import type { Rating } from '../debrief/debrief.ts';
import { rate } from '../debrief/rating.ts';
import { type Question, sightingsOf } from '../debrief/sightings.ts';
import { questionsOf, redLineMarks, taskMarks } from '../debrief/tasks.ts';
import type { BotPlay } from '../bots/play-bots.ts';
import type { Exercise } from '../exercise/exercise.ts';
import { activePaths } from '../scenario/compile-charts.ts';
import type { CompiledScenario } from '../scenario/compiled.ts';
import { COMPETENCIES } from '../scenario/schema/basics.ts';
import type { CaseMs } from '../time.ts';
import type { LineUp } from './plan.ts';
import { reachedBy } from './reached.ts';
import { isSame } from './same.ts';
import { type Leak, StreamProof } from './stream-proof.ts';
import { TransitionWatch } from './transitions.ts';
import { universeOf } from './universe.ts';
import { type DeskWork, deskWork, STRETCH } from './work.ts';

export interface Contribution {
  play: number;
  lineUp: LineUp;
  /** Numbers of the facts of the universe that it reached. */
  reached: number[];
  ratings: Record<string, Rating>;
  /** Where each chart stood at the end. */
  endStates: Record<string, string>;
  endSuggested: boolean;
  endedAt: CaseMs;
  /** Where the case stood, by stretch: the active state of its first chart. */
  phases: string[];
  /** Case minutes a minute of class, by stretch. */
  paces: number[];
  work: DeskWork[];
  /** How often each was refused: `ask not-offered`. */
  refusals: Record<string, number>;
  commands: number;
  events: number;
  leaks: Leak[];
  /** False where the log does not fold to the live exercise. */
  folds: boolean;
}

/** A play as the bots’ driver gives it; what every seat knows at the end is not needed. */
export type Play = Pick<BotPlay, 'events' | 'commands' | 'exercise'>;

const cache = new WeakMap<CompiledScenario, Record<string, Question>>();

/** Everything to be looked out for: tasks, red lines, and the author's pins and lines for the debrief. */
function questionsFor(compiled: CompiledScenario): Record<string, Question> {
  let questions = cache.get(compiled);
  if (questions) return questions;
  const { rubric, 'red-lines': redLines, debrief } = compiled.scenario;
  questions = questionsOf(rubric, redLines);
  for (const [id, { when }] of Object.entries(debrief.pins)) questions[`pin:${id}`] = { condition: when };
  for (const [id, { when }] of Object.entries(debrief['victim-eye']))
    questions[`victim-eye:${id}`] = { condition: when };
  cache.set(compiled, questions);
  return questions;
}

/** One pass over the log: the marks, the ways between states, the proof, and the fold held against the live exercise. */
export function contributionOf(
  compiled: CompiledScenario,
  plan: { play: number; lineUp: LineUp },
  play: Play,
): Contribution {
  const { scenario } = compiled;
  const watch = new TransitionWatch(compiled);
  const proof = new StreamProof(compiled);
  const phases: string[] = [];
  const paces: number[] = [];
  const { sightings, end } = sightingsOf(compiled, play.events, questionsFor(compiled), (event, before) => {
    watch.see(event, before);
    proof.take(event);
    for (let next = scenario.starts + phases.length * STRETCH; next <= event.at; next += STRETCH) {
      phases.push(phaseOf(before));
      paces.push(before.world.pace ?? scenario.pace);
    }
  });
  const startedAt = play.events.find(({ type }) => type === 'exercise-started')?.at ?? scenario.starts;
  const tasks = taskMarks(scenario.rubric, sightings, startedAt);
  const redLines = redLineMarks(scenario['red-lines'], sightings);
  const { indexOf } = universeOf(compiled);
  const reached = reachedBy(compiled, { end, events: play.events, sightings, tasks, redLines, taken: watch.end() });
  return {
    play: plan.play,
    lineUp: plan.lineUp,
    reached: [...new Set([...reached].map((key) => indexOf.get(key)))].filter((index) => index !== undefined),
    ratings: Object.fromEntries(
      COMPETENCIES.flatMap((competency): [string, Rating][] => {
        const own = tasks.filter((task) => task.competency === competency);
        const crossed = redLines.filter(({ caps }) => caps.includes(competency));
        const used =
          own.length > 0 || Object.values(scenario['red-lines']).some(({ caps }) => caps.includes(competency));
        return used ? [[competency, rate(own, crossed)]] : [];
      }),
    ),
    endStates: Object.fromEntries(
      Object.entries(end.world.charts).map(([chart, value]) => [chart, activePaths(value).join(' + ')]),
    ),
    endSuggested: play.events.some(({ type }) => type === 'end-suggested'),
    endedAt: end.world.now,
    phases,
    paces,
    work: deskWork(end.world.roles, play.events, play.commands, scenario.starts),
    refusals: refusalsOf(play),
    commands: play.commands.length,
    events: play.events.length,
    leaks: proof.end(),
    folds: isSame(end, play.exercise),
  };
}

function phaseOf({ world }: Exercise): string {
  const [chart, value] = Object.entries(world.charts)[0] ?? [];
  return chart === undefined ? '' : `${chart}.${activePaths(value)[0] ?? ''}`;
}

function refusalsOf({ commands }: Play): Record<string, number> {
  const refusals: Record<string, number> = {};
  for (const { body, refused } of commands) {
    if (refused === undefined) continue;
    const key = `${body.type} ${refused}`;
    refusals[key] = (refusals[key] ?? 0) + 1;
  }
  return refusals;
}
