/** Runs a range of the plays of a simulation and adds up the results. Workers and benchmarks call it. */
import { type BotCommand, type BotPlay, playBots } from '../bots/play-bots.ts';
import type { CardSource } from '../cards/words.ts';
import type { EventObserver } from '../exercise/exercise.ts';
import type { CompiledScenario } from '../scenario/compiled.ts';
import { proveCards } from './card-proof.ts';
import { contributionOf, foldsToLiveExercise, PlayObserver } from './contribution.ts';
import { type LineUp, type PlayPlan, planOf } from './plan.ts';
import { addPlay, noTotals, type Totals } from './totals.ts';
import { universeOf } from './universe.ts';
import { FOLD, isSameViolation, leakViolations, thrown, type Violation } from './violation.ts';

export interface Stretch {
  seed: number;
  lineUps: readonly LineUp[];
  /** Numbers of the first and last play, from 1. */
  from: number;
  to: number;
}

/** A violation with the first play that had it, and the number of plays that had it. */
export interface Counted {
  violation: Violation;
  play: number;
  plays: number;
}

export interface Simulated {
  totals: Totals;
  violations: Counted[];
  /** Number of plays whose cards were checked. */
  cardPlays: number;
}

/** Every n-th play is checked twice: its log is folded again, and its cards are read. */
const AGAIN_EVERY = 25;

export function simulatePlays(source: CardSource, { seed, lineUps, from, to }: Stretch): Simulated {
  const { compiled } = source;
  const roles = Object.keys(compiled.scenario.roles);
  const result: Simulated = { totals: noTotals(universeOf(compiled).facts.length), violations: [], cardPlays: 0 };
  for (let play = from; play <= to; play += 1) {
    const plan = planOf(seed, play, lineUps, roles);
    const observer = new PlayObserver(compiled);
    const { play: played, failure } = playPlan(compiled, plan, observer);
    if (!played) {
      result.totals.broken += 1;
      countViolation(result.violations, failure ?? { kind: 'exception', what: 'nothing was played' }, play);
      continue;
    }
    const contribution = contributionOf(compiled, plan, played, observer);
    addPlay(result.totals, contribution);
    const found = leakViolations(contribution.leaks);
    if (play % AGAIN_EVERY === 1) {
      if (!foldsToLiveExercise(compiled, played)) found.push(FOLD);
      result.cardPlays += 1;
      found.push(...leakViolations(momentsOf(played).flatMap((events) => proveCards(source, events))));
    }
    for (const one of distinct(found)) countViolation(result.violations, one, play);
  }
  return result;
}

/** Runs one plan with an observer. If it throws, the commands so far are kept. */
export function playPlan(
  compiled: CompiledScenario,
  { seed, bots }: PlayPlan,
  observer?: EventObserver,
): { play?: BotPlay; commands: readonly BotCommand[]; failure?: Violation } {
  const commands: BotCommand[] = [];
  try {
    const play = playBots(compiled, { seed, bots, observer, onCommand: (command) => commands.push(command) });
    return { play, commands: play.commands };
  } catch (error) {
    return { commands, failure: thrown(error) };
  }
}

/** Half-way, and just before the end: afterwards the debrief reveals much on purpose. */
function momentsOf({ events }: BotPlay) {
  const end = events.findIndex(({ type }) => type === 'exercise-ended');
  const last = end < 0 ? events.length : end;
  return [events.slice(0, Math.floor(last / 2)), events.slice(0, last)];
}

const distinct = (violations: readonly Violation[]): Violation[] =>
  violations.filter((one, index) => violations.findIndex((other) => isSameViolation(one, other)) === index);

function countViolation(known: Counted[], violation: Violation, play: number, plays = 1): void {
  const same = known.find((one) => isSameViolation(one.violation, violation));
  if (!same) known.push({ violation, play, plays });
  else {
    same.plays += plays;
    if (play < same.play) Object.assign(same, { violation, play });
  }
}

/** Adds the violations of another worker, in place. */
export function addViolations(known: Counted[], more: readonly Counted[]): void {
  for (const { violation, play, plays } of more) countViolation(known, violation, play, plays);
}
