/**
 * Builders of measures. Measures start a conversation and never change a rating; the speed of an act is always
 * `neither`.
 */
import type { Competency } from '../../scenario/schema/basics.ts';
import { MINUTE } from '../../time.ts';
import type { LedgerLine, Measure, PersonPath, RedLineMark, UnderShare } from '../debrief.ts';
import { median, type Played } from '../played.ts';
import { type Goal, type MeasureId, MEASURES } from './ids.ts';

const BETTER: Readonly<Record<Goal, Measure['better']>> = { all: 'more', some: 'more', none: 'less', talk: 'neither' };

/** Results of other parts of the debrief. */
export interface EarlierResults {
  ledger: LedgerLine[];
  underShared: UnderShare[];
  paths: PersonPath[];
  redLines: RedLineMark[];
}

/** All measures of one competency; undefined entries have no data in this exercise. */
export type Measures = (played: Played, found: EarlierResults) => (Measure | undefined)[];

/** One instance of a share: good or not, and the event that shows it. */
export interface Instance {
  good: boolean;
  seq?: number | undefined;
}

const seqs = (evidence: readonly (number | undefined)[]): number[] =>
  [...new Set(evidence.filter((seq) => seq !== undefined))].toSorted((a, b) => a - b);

/** The builders for one competency. */
export const measuresOf = (competency: Competency) => ({
  /** The share of good instances; undefined if there are none at all. */
  share: (id: MeasureId, instances: readonly Instance[]): Measure | undefined =>
    instances.length === 0
      ? undefined
      : {
          id,
          competency,
          value: instances.filter(({ good }) => good).length,
          of: instances.length,
          unit: 'share',
          better: BETTER[MEASURES[id]],
          evidence: seqs(instances.map(({ seq }) => seq)),
        },
  /** A count. Zero is reported too, because it is often the good result. */
  count: (id: MeasureId, evidence: readonly (number | undefined)[]): Measure => ({
    id,
    competency,
    value: evidence.length,
    unit: 'count',
    better: BETTER[MEASURES[id]],
    evidence: seqs(evidence),
  }),
  /** The median of some waiting times. Speed alone is neither good nor bad. */
  minutes: (id: MeasureId, waits: readonly { ms: number; seq?: number | undefined }[]): Measure | undefined => {
    const middle = median(waits.map(({ ms }) => ms));
    if (middle === undefined) return undefined;
    const value = Math.round(middle / MINUTE);
    return {
      id,
      competency,
      value,
      unit: 'minutes',
      better: BETTER[MEASURES[id]],
      evidence: seqs(waits.map(({ seq }) => seq)),
    };
  },
});
