/**
 * How measures are made. They start a conversation and never a rating: nothing that can be counted here raises or lowers a
 * mark, and how fast something was done is always `neither`.
 */
import type { Competency } from '../../scenario/schema/basics.ts';
import { MINUTE } from '../../time.ts';
import type { LedgerLine, Measure, PersonPath, RedLineMark, UnderShare } from '../debrief.ts';
import { median, type Played } from '../played.ts';
import type { MeasureId } from './ids.ts';

/** What other parts of the debrief have found out already. */
export interface Found {
  ledger: LedgerLine[];
  underShared: UnderShare[];
  paths: PersonPath[];
  redLines: RedLineMark[];
}

/** All measures of one competency that this exercise fed. */
export type Measures = (played: Played, found: Found) => (Measure | undefined)[];

/** One case of a share: was it good, and which event shows it. */
export interface Instance {
  good: boolean;
  seq?: number | undefined;
}

const seqs = (evidence: readonly (number | undefined)[]): number[] =>
  [...new Set(evidence.filter((seq) => seq !== undefined))].toSorted((a, b) => a - b);

/** The makers for one competency. */
export const measuresOf = (competency: Competency) => ({
  /** So many good ones of all. Undefined where there was nothing to do well or badly. */
  share: (id: MeasureId, instances: readonly Instance[], better: Measure['better'] = 'more'): Measure | undefined =>
    instances.length === 0
      ? undefined
      : {
          id,
          competency,
          value: instances.filter(({ good }) => good).length,
          of: instances.length,
          unit: 'share',
          better,
          evidence: seqs(instances.map(({ seq }) => seq)),
        },
  /** How often. Nought is told too: it is often the good news. */
  count: (id: MeasureId, evidence: readonly (number | undefined)[], better: Measure['better']): Measure => ({
    id,
    competency,
    value: evidence.length,
    unit: 'count',
    better,
    evidence: seqs(evidence),
  }),
  /** The middle of some waiting times. Speed alone is never good or bad. */
  minutes: (id: MeasureId, waits: readonly { ms: number; seq?: number | undefined }[]): Measure | undefined => {
    const middle = median(waits.map(({ ms }) => ms));
    if (middle === undefined) return undefined;
    const value = Math.round(middle / MINUTE);
    return { id, competency, value, unit: 'minutes', better: 'neither', evidence: seqs(waits.map(({ seq }) => seq)) };
  },
});
