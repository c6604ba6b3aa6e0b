/** The result of one play for the report. Plain data: it crosses from a worker and can be added in any order. */
import { actsBehind } from '../debrief/acts.ts';
import { conditionsOf } from '../exercise/condition-index.ts';
import type { Rating } from '../debrief/debrief.ts';
import { rate } from '../debrief/rating.ts';
import { type WatchedCondition, conditionsToWatch } from '../debrief/watched-conditions.ts';
import { foldObserved, ConditionWatch } from '../debrief/sightings.ts';
import { redLineMarks, taskMarks } from '../debrief/tasks.ts';
import type { BotPlay } from '../bots/play-bots.ts';
import type { Event } from '../exercise/events.ts';
import { type Exercise, foldExercise, type EventObserver } from '../exercise/exercise.ts';
import type { Reads } from '../exercise/reads.ts';
import { activePaths } from '../scenario/compile-charts.ts';
import type { CompiledScenario } from '../scenario/compiled.ts';
import { derive } from '../scenario/derived.ts';
import { COMPETENCIES } from '../scenario/schema/basics.ts';
import type { CaseMs } from '../time.ts';
import type { LineUp } from './plan.ts';
import { reachedBy } from './reached.ts';
import { isSame } from './same.ts';
import { type Leak, StreamProof } from './stream-proof.ts';
import { TransitionWatch } from './transitions.ts';
import { universeOf } from './universe.ts';
import { type DeskWork, deskWork, STRETCH_MS } from './work.ts';

export interface Contribution {
  play: number;
  lineUp: LineUp;
  /** Numbers of the reached facts of the universe. */
  reached: number[];
  ratings: Record<string, Rating>;
  /** The final state of each chart. */
  endStates: Record<string, string>;
  endSuggested: boolean;
  endedAt: CaseMs;
  /** The active state of the first chart, by stretch. */
  phases: string[];
  /** Case minutes per class minute, by stretch. */
  paces: number[];
  work: DeskWork[];
  /** Number of rejections, by command and code: `ask not-offered`. */
  refusals: Record<string, number>;
  commands: number;
  events: number;
  leaks: Leak[];
}

/** A play from the bots’ driver; the final views of the seats are not needed. */
export type Play = Pick<BotPlay, 'events' | 'commands' | 'exercise'>;

const watchedConditions = ({ scenario }: CompiledScenario): WatchedCondition[] => conditionsToWatch(scenario);

/** Observes a play event by event: marks, transitions, and the proof. */
export class PlayObserver implements EventObserver {
  readonly transitions: TransitionWatch;
  readonly proof: StreamProof;
  readonly conditions: ConditionWatch;
  readonly phases: string[] = [];
  readonly paces: number[] = [];
  readonly #scenario: CompiledScenario['scenario'];

  constructor(compiled: CompiledScenario) {
    this.transitions = new TransitionWatch(compiled);
    this.proof = new StreamProof(compiled);
    this.conditions = new ConditionWatch(compiled, derive(compiled, watchedConditions));
    this.#scenario = compiled.scenario;
  }

  before(event: Event, exercise: Exercise): void {
    this.transitions.see(event, exercise);
    this.proof.take(event);
    const { starts, pace } = this.#scenario;
    for (let next = starts + this.phases.length * STRETCH_MS; next <= event.at; next += STRETCH_MS) {
      this.phases.push(phaseOf(exercise));
      this.paces.push(exercise.world.pace ?? pace);
    }
  }

  after(event: Event, exercise: Exercise, change: Reads): void {
    this.conditions.after(event, exercise, change);
  }
}

/** False if the log does not fold to the live exercise. */
export const foldsToLiveExercise = (compiled: CompiledScenario, { events, exercise }: Play): boolean =>
  isSame(foldExercise(compiled, events), exercise);

/** The contribution of a play. Without an observer, its log is replayed. */
export function contributionOf(
  compiled: CompiledScenario,
  plan: { play: number; lineUp: LineUp },
  play: Play,
  seen?: PlayObserver,
): Contribution {
  const { scenario } = compiled;
  const { exercise: end } = play;
  const observer = seen ?? new PlayObserver(compiled);
  if (!seen) foldObserved(observer, compiled, play.events);
  const { transitions, proof, phases, paces } = observer;
  const { sightings } = observer.conditions;
  const startedAt = play.events.find(({ type }) => type === 'exercise-started')?.at ?? scenario.starts;
  const truth = { conditions: conditionsOf(compiled), exercise: end, behind: actsBehind(play.events) };
  const tasks = taskMarks(scenario.rubric, sightings, startedAt, truth);
  const redLines = redLineMarks(scenario['red-lines'], sightings, truth);
  const { indexOf } = universeOf(compiled);
  const reached = reachedBy(compiled, {
    end,
    events: play.events,
    sightings,
    tasks,
    redLines,
    taken: transitions.end(),
  });
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
