/** The log lines that a debrief cites. */
import type { Debrief, Reason, TimelineEntry } from './debrief.ts';

type CitingParts = Pick<Debrief, 'competencies' | 'redLines' | 'ledger' | 'victimEye' | 'coach' | 'nonPunishment'>;

/** The numbers of all events that the debrief cites. */
export function citedIn({ competencies, redLines, ledger, victimEye, coach, nonPunishment }: CitingParts): Set<number> {
  const tasks = competencies.flatMap((mark) => mark.tasks);
  const measures = competencies.flatMap((mark) => mark.measures);
  const reasons: Reason[] = [...tasks, ...redLines].flatMap((mark) => mark.because);
  const marks = [...tasks, ...measures, ...redLines, ...reasons, ...victimEye, ...(nonPunishment ?? [])];
  const single = [...ledger, ...coach.flatMap((one) => one.turningPoints), ...(nonPunishment ?? [])];
  return new Set([...marks.flatMap(({ evidence }) => evidence), ...single.map(({ seq }) => seq)]);
}

/** The lines of these events, oldest first, from the timeline and from the evidence. */
export function linesOf(
  { timeline, evidence }: Pick<Debrief, 'timeline' | 'evidence'>,
  seqs: readonly number[],
): TimelineEntry[] {
  const wanted = new Set(seqs);
  return [...timeline, ...evidence].filter(({ seq }) => wanted.has(seq)).toSorted((a, b) => a.seq - b.seq);
}
