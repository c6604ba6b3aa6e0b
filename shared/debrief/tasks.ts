/** Critical tasks: what was done and when, by the rules of the window (architecture, "Rating"). */
import type { RedLine, Task } from '../scenario/schema/scenario.ts';
import type { CaseMs } from '../time.ts';
import type { z } from 'zod';
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

function resultOf(done: Sighting | undefined, undone: Sighting | undefined, { due, late }: Limits): TaskResult {
  if (!done || (late !== undefined && done.at > late)) return 'missed';
  if (undone && undone.seq < done.seq) return 'repaired';
  return due !== undefined && done.at > due ? 'late' : 'done';
}

/** The mark of each task, in the order of the rubric. `end`: the truth at the end of the log. */
export function taskMarks(rubric: Tasks, sightings: Sightings, startedAt: CaseMs, end: Truth): TaskMark[] {
  return Object.entries(rubric).map(([id, task]): TaskMark => {
    const first = (part: 'do' | 'undone' | 'after' | 'chance'): Sighting | undefined =>
      sightings.of({ of: 'task', id, part })[0];
    const seen = { chance: first('chance'), opened: first('after'), undone: first('undone'), done: first('do') };
    const { chance, opened, undone, done } = seen;
    const limits = limitsOf(task, task.window?.after ? opened?.at : startedAt);
    const had = task.chance === undefined || chance !== undefined;
    const result = had ? resultOf(done, undone, limits) : 'no-chance';
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
        ? explained(task, seen, end)
        : { because: [], ...(task.chance && { lacked: lackedBy(task.chance, end) }) }),
    };
  });
}

type Seen = Record<'chance' | 'opened' | 'undone' | 'done', Sighting | undefined>;

/** The reasons of a task's mark; for a task that was not done, what it needed and what spoiled it. */
function explained(task: Tasks[string], seen: Seen, end: Truth): Explained & Pick<TaskMark, 'notOpened'> {
  const because = inOrder(Object.entries(seen).flatMap(([part, one]) => reasonOf(part as keyof Seen, one)));
  const after = task.window?.after;
  const notOpened = after && !seen.opened ? { notOpened: lackedBy(after, end) } : {};
  if (seen.done) return { because, ...notOpened };
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
 * The crossed red lines, in the order of crossing. A repair counts only after the crossing. `end`: the truth at the
 * end.
 */
export function redLineMarks(redLines: RedLines, sightings: Sightings, end: Truth): RedLineMark[] {
  return Object.entries(redLines)
    .flatMap(([id, redLine]): RedLineMark[] => {
      const crossed = sightings.of({ of: 'red-line', id, part: 'when' })[0];
      if (!crossed) return [];
      const repaired = sightings.of({ of: 'red-line', id, part: 'repaired' }).find(({ seq }) => seq > crossed.seq);
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
