/** The explanation of a mark, in the parts that the dialog shows. */
import type {
  Debrief,
  Explained,
  Reason,
  RedLineMark,
  TaskMark,
  TimelineEntry,
} from '../../../shared/debrief/debrief.ts';
import { linesOf } from '../../../shared/debrief/evidence.ts';
import type { HeldPart } from '../../../shared/debrief/reasons.ts';
import type { Wait } from '../../../shared/exercise/missing.ts';

export interface ExplainedPart {
  part: Reason['part'];
  at: number;
  lines: TimelineEntry[];
  /** Conditions that held and are not events. */
  held: HeldPart[];
}

export interface Explanation {
  parts: ExplainedPart[];
  /** Unmet conditions, under the heading `evidence.<heading>`. */
  lacks?: { heading: 'lacked' | 'lackedRepair' | 'notOpened' | 'noChance'; waits: Wait[] };
  /** The deadline in case time; `end` if the task has none. Red lines have no deadline. */
  until?: number | 'end';
  /** Done, but later than counts. */
  isAfterTime: boolean;
  /** No one sat at the desks of the task. */
  isUnstaffed: boolean;
  /** Done wrong first, and no act repaired it. */
  isUnrepaired: boolean;
  /** The case offers no repair for this red line. */
  isBeyondRepair: boolean;
  /** Whether the desk may not read some or all of the lines. */
  withheld?: 'some' | 'all';
}

type Lines = Pick<Debrief, 'timeline' | 'evidence'>;

/** Context (chance, window) explains only tasks that were late or missed. */
const isContext = ({ part }: Reason): boolean => part === 'chance' || part === 'opened';

export function explainTask(task: TaskMark, debrief: Lines): Explanation {
  const inTime = task.result === 'done' || task.result === 'repaired';
  const opened = task.because.some(({ part }) => part === 'opened');
  const shown = task.because.filter(
    (reason) => !isContext(reason) || (!inTime && (reason.part === 'opened' || !opened)),
  );
  const lacks = lacksOf(task);
  return {
    ...common(task, shown, debrief),
    ...(lacks && { lacks }),
    ...(task.result !== 'no-chance' && { until: task.dueAt ?? 'end' }),
    isAfterTime: task.result === 'missed' && task.doneAt !== undefined,
    isUnstaffed: task.unstaffed === true,
    isUnrepaired: task.unrepaired === true,
    isBeyondRepair: false,
  };
}

function lacksOf({ result, lacked, notOpened }: TaskMark): Explanation['lacks'] {
  if (lacked && lacked.length > 0) return { heading: result === 'no-chance' ? 'noChance' : 'lacked', waits: lacked };
  return result === 'missed' && notOpened ? { heading: 'notOpened', waits: notOpened } : undefined;
}

export function explainRedLine(line: RedLineMark, debrief: Lines): Explanation {
  return {
    ...common(line, line.because, debrief),
    ...(line.lacked && { lacks: { heading: 'lackedRepair', waits: line.lacked } }),
    isAfterTime: false,
    isUnstaffed: false,
    isUnrepaired: false,
    isBeyondRepair: line.repairedAt === undefined && line.lacked === undefined && !line.withheld,
  };
}

/** The lines behind a count, without a heading. */
export function explainCount(evidence: readonly number[], debrief: Lines): Explanation {
  const lines = linesOf(debrief, evidence);
  const parts = lines.length === 0 ? [] : [{ part: 'done' as const, at: lines[0]?.at ?? 0, lines, held: [] }];
  return { parts, isAfterTime: false, isUnstaffed: false, isUnrepaired: false, isBeyondRepair: false };
}

function common(
  { withheld }: Explained,
  because: readonly Reason[],
  debrief: Lines,
): Pick<Explanation, 'parts' | 'withheld'> {
  const parts = because
    .map(({ part, at, evidence, held = [] }) => ({ part, at, lines: linesOf(debrief, evidence), held }))
    .filter(({ lines, held }) => lines.length + held.length > 0);
  return { parts, ...(withheld && { withheld: parts.length > 0 ? 'some' : 'all' }) };
}
