/**
 * The debrief: two headlines, ten competencies with the events behind every mark, ledger, paths, timeline. A fold of
 * the log. The tool proposes; people confirm. This is the trainer's version; `for-desk.ts` narrows it for a desk.
 */
import { conditionsOf } from '../exercise/condition-index.ts';
import type { Event } from '../exercise/events.ts';
import type { CompiledScenario } from '../scenario/compiled.ts';
import { COMPETENCIES } from '../scenario/schema/basics.ts';
import { actsBehind } from './acts.ts';
import { coachOf } from './coach.ts';
import type { CompetencyMark, Debrief, RedLineMark, TaskMark } from './debrief.ts';
import { citedIn } from './evidence.ts';
import { investigationHeadline } from './investigation.ts';
import { ledgerOf } from './ledger.ts';
import { measuresFor } from './measures/all.ts';
import type { EarlierResults } from './measures/measure.ts';
import { nonPunishmentPoints } from './non-punishment.ts';
import { pathsOf, referralHeadline } from './paths.ts';
import { eventsByType, type Played } from './played.ts';
import { conditionsToWatch } from './watched-conditions.ts';
import { rate } from './rating.ts';
import { sightingsOf } from './sightings.ts';
import { markRedLines, markTasks, seatHistoryOf } from './simulated.ts';
import { redLineMarks, taskMarks } from './tasks.ts';
import { evidenceLinesOf, timelineOf } from './timeline.ts';
import { underSharesOf } from './under-shares.ts';
import { markUnstaffed } from './unstaffed.ts';
import { victimEyeOf } from './victim-eye.ts';

/** Computes the whole debrief of a log, finished or not. Pure. */
export function debrief(compiled: CompiledScenario, events: readonly Event[]): Debrief {
  const { scenario } = compiled;
  const { sightings, end } = sightingsOf(compiled, events, conditionsToWatch(scenario));
  const played: Played = { compiled, byType: eventsByType(events), end, endedAt: end.world.now };
  const startedAt = events.find(({ type }) => type === 'exercise-started')?.at ?? scenario.starts;
  const sittings = seatHistoryOf(events);
  const truth = { conditions: conditionsOf(compiled), exercise: end, behind: actsBehind(events) };
  const marks = markTasks(taskMarks(scenario.rubric, sightings, startedAt, truth), events, sittings, played.endedAt);
  const tasks = markUnstaffed(marks, events);
  const redLines = markRedLines(redLineMarks(scenario['red-lines'], sightings, truth), events, sittings);
  const paths = pathsOf(played);
  const found: EarlierResults = { ledger: ledgerOf(played), underShared: underSharesOf(played), paths, redLines };
  const result: Omit<Debrief, 'evidence'> = {
    scenario: scenario.id,
    endedAt: played.endedAt,
    headline: { investigation: investigationHeadline(played), referral: referralHeadline(paths) },
    competencies: competencyMarks(played, tasks, redLines, found),
    redLines,
    paths,
    ledger: found.ledger,
    underShared: found.underShared,
    timeline: timelineOf(events, sightings.firstOf('pin'), sittings),
    victimEye: victimEyeOf(played, sightings.firstOf('victim-eye')),
    coach: coachOf(played, sittings),
    strengths: tasks
      .filter(({ weight, result, simulated }) => weight === 'must' && result === 'done' && !simulated)
      .map(({ task }) => task),
    nonPunishment: nonPunishmentPoints(played),
    ...(sittings.desks.length > 0 && { simulated: sittings.desks }),
  };
  return { ...result, evidence: evidenceLinesOf(events, citedIn(result), sittings) };
}

/** The competencies that the case rates, in their fixed order. */
function competencyMarks(
  played: Played,
  tasks: TaskMark[],
  redLines: RedLineMark[],
  found: EarlierResults,
): CompetencyMark[] {
  return COMPETENCIES.flatMap((competency): CompetencyMark[] => {
    const own = tasks.filter((task) => task.competency === competency);
    const crossed = redLines.filter(({ caps, simulated }) => caps.includes(competency) && !simulated);
    if (own.length === 0 && crossed.length === 0) return [];
    return [
      {
        competency,
        rating: rate(own, crossed),
        tasks: own,
        redLines: crossed.map(({ redLine }) => redLine),
        measures: measuresFor(competency, played, found),
      },
    ];
  });
}
