/** Critical tasks: what was done and when, by the rules of the window (architecture, "Rating"). */
import type { RedLine, Task } from '../scenario/schema/scenario.ts';
import type { CaseMs } from '../time.ts';
import type { z } from 'zod';
import { isRepair } from './acts.ts';
import type { Explained, Reason, RedLineMark, TaskMark, TaskResult } from './debrief.ts';
import { lackedBy, spoiledBy, type Truth } from './reasons.ts';
import type { Sighting, Sightings } from './sightings.ts';

type Tasks = Record<string, z.infer<typeof Task>>;
type RedLines = Record<string, z.infer<typeof RedLine>>;

interface Limits {
  due?: CaseMs | undefined;
  late?: CaseMs | undefined;
}

/**
 * The ends of `in time` and of `late`. `within` and `late` both count from `after` (or from the start of the exercise);
 * with `by` alone, `late` counts from there. Without a window any time is in time.
 */
function limitsOf(task: Tasks[string], opened: CaseMs | undefined): Limits {
  const { by, within, late } = task.window ?? {};
  const due = within === undefined || opened === undefined ? undefined : opened + within;
  const first = due === undefined ? by : Math.min(due, by ?? due);
  if (first === undefined) return {};
  const from = due === undefined ? first : (opened ?? first);
  return { due: first, late: late === undefined ? first : Math.max(first, from + late) };
}

function resultOf(done: Sighting | undefined, isWrongFirst: boolean, { due, late }: Limits): TaskResult {
  if (!done || (late !== undefined && done.at > late)) return 'missed';
  if (isWrongFirst) return 'repaired';
  return due !== undefined && done.at > due ? 'late' : 'done';
}

/** The end of a log, and the act behind each of its events. */
export interface PlayedTruth extends Truth {
  behind: ReadonlyMap<number, number>;
}

/** The mark of each task, in the order of the rubric. */
export function taskMarks(rubric: Tasks, sightings: Sightings, startedAt: CaseMs, end: PlayedTruth): TaskMark[] {
  return Object.entries(rubric).map(([id, task]): TaskMark => {
    const first = (part: 'do' | 'undone' | 'after' | 'chance'): Sighting | undefined =>
      sightings.of({ of: 'task', id, part })[0];
    const [undone, met] = [first('undone'), first('do')];
    const isWrongFirst = undone !== undefined && !isBefore(met, undone, end.behind);
    const done = isWrongFirst ? repairOf(undone, sightings.of({ of: 'task', id, part: 'do' }), end.behind) : met;
    const seen = { chance: first('chance'), opened: first('after'), undone, done };
    const { chance, opened } = seen;
    const limits = limitsOf(task, task.window?.after ? opened?.at : startedAt);
    const had = task.chance === undefined || chance !== undefined;
    const result = had ? resultOf(done, isWrongFirst, limits) : 'no-chance';
    const evidence = [
      ...new Set([...(undone?.evidence ?? []), ...(done?.evidence ?? chance?.evidence ?? [])]),
    ].toSorted((a, b) => a - b);
    return {
      task: id,
      competency: task.competency,
      weight: task.weight,
      result,
      ...(done && { doneAt: done.at }),
      ...(limits.due !== undefined && { dueAt: limits.due }),
      desks: task.desks,
      evidence: had ? evidence : [],
      ...(had
        ? explained(task, seen, end, met !== undefined)
        : { because: [], ...(task.chance && { lacked: lackedBy(task.chance, end) }) }),
    };
  });
}

type Seen = Record<'chance' | 'opened' | 'undone' | 'done', Sighting | undefined>;

/** True if the task was done before the act that undid it. One act that does both is wrong. */
const isBefore = (met: Sighting | undefined, undone: Sighting, behind: PlayedTruth['behind']): boolean =>
  met !== undefined &&
  met.seq < undone.seq &&
  (behind.get(met.seq) === undefined || behind.get(met.seq) !== behind.get(undone.seq));

/** The first time that the task was done by an act that repairs. */
const repairOf = (undone: Sighting, done: readonly Sighting[], behind: PlayedTruth['behind']): Sighting | undefined =>
  done.find(({ counted }) => isRepair(undone, counted, behind));

/**
 * The reasons of a task's mark; for a task that was not done, what it needed and what spoiled it. `isMet`: its condition
 * came true, perhaps without repairing what was done wrong.
 */
function explained(
  task: Tasks[string],
  seen: Seen,
  end: Truth,
  isMet: boolean,
): Explained & Pick<TaskMark, 'notOpened' | 'unrepaired'> {
  const because = inOrder(Object.entries(seen).flatMap(([part, one]) => reasonOf(part as keyof Seen, one)));
  const after = task.window?.after;
  const notOpened = after && !seen.opened ? { notOpened: lackedBy(after, end) } : {};
  if (seen.done) return { because, ...notOpened };
  if (isMet) return { because, ...notOpened, unrepaired: true };
  const lacked = lackedBy(task.do, end);
  const known = new Set(seen.undone?.reasons);
  const spoilers = spoiledBy(lacked, end).filter(({ seq }) => !known.has(seq));
  const spoiled = spoilers
    .slice(0, 1)
    .map(({ at }): Reason => ({ part: 'spoiled', at, evidence: spoilers.map(({ seq }) => seq) }));
  return { because: inOrder([...because, ...spoiled]), lacked, ...notOpened };
}

const reasonOf = (part: Reason['part'], sighting: Sighting | undefined): Reason[] =>
  sighting
    ? [
        {
          part,
          at: sighting.at,
          evidence: sighting.reasons,
          ...(sighting.held.length > 0 && { held: sighting.held }),
        },
      ]
    : [];

const inOrder = (reasons: readonly Reason[]): Reason[] => reasons.toSorted((a, b) => a.at - b.at);

/**
 * The crossed red lines, in the order of crossing. A repair counts only after the crossing, and never from the act that
 * crossed the line: while an act takes effect, a person is between two places. `end`: the truth at the end.
 */
export function redLineMarks(redLines: RedLines, sightings: Sightings, end: PlayedTruth): RedLineMark[] {
  return Object.entries(redLines)
    .flatMap(([id, redLine]): RedLineMark[] => {
      const crossed = sightings.of({ of: 'red-line', id, part: 'when' })[0];
      if (!crossed) return [];
      const crossing = end.behind.get(crossed.seq);
      const repaired = sightings
        .of({ of: 'red-line', id, part: 'repaired' })
        .find(({ seq }) => seq > crossed.seq && (crossing === undefined || end.behind.get(seq) !== crossing));
      const repair = redLine['repaired-by'];
      return [
        {
          redLine: id,
          at: crossed.at,
          ...(repaired && { repairedAt: repaired.at }),
          caps: redLine.caps,
          desks: redLine.desks,
          evidence: [...crossed.evidence, ...(repaired?.evidence ?? [])],
          because: [...reasonOf('crossed', crossed), ...reasonOf('repaired', repaired)],
          ...(repair && !repaired && { lacked: lackedBy(repair, end) }),
        },
      ];
    })
    .toSorted((a, b) => a.at - b.at);
}
