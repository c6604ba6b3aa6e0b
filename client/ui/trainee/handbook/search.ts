/** The handbook as a list of cards, and its search. Pure. */
import type { Jurisdiction } from '../../../../shared/scenario/schema/jurisdiction.ts';

export const HANDBOOK_KINDS = ['law', 'sop', 'indicator', 'guide'] as const;
export type HandbookKind = (typeof HANDBOOK_KINDS)[number];

/** Keys of the texts `work` that name each kind. */
export const KIND_TITLES = {
  law: 'shared.law',
  sop: 'handbook.kind.sop',
  indicator: 'shared.indicators',
  guide: 'handbook.kind.guide',
} as const satisfies Record<HandbookKind, string>;

export interface HandbookEntry {
  id: string;
  kind: HandbookKind;
  title: string;
  text: string;
  source?: string | undefined;
}

/** Removes accents and case, so that "refere" finds "référé". Works for every script. */
const normalise = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** All cards of the law pack: handbook, offences, SOP elements and indicators, each with a stable id. */
export function handbookEntries(law: Jurisdiction): HandbookEntry[] {
  const cards = Object.entries(law.handbook).map(([id, card]): HandbookEntry => ({ id, ...card }));
  const offences = Object.entries(law.offences).map(
    ([id, offence]): HandbookEntry => ({
      id: `offence-${id}`,
      kind: 'law',
      title: offence.title,
      text: offence.note ?? '',
      source: offence.section,
    }),
  );
  const steps = Object.entries(law['sop-elements']).map(
    ([id, title]): HandbookEntry => ({ id: `sop-${id}`, kind: 'sop', title, text: '' }),
  );
  const indicators = Object.entries(law.indicators).map(
    ([id, indicator]): HandbookEntry => ({
      id: `indicator-${id}`,
      kind: 'indicator',
      title: indicator.title,
      text: '',
      source: indicator.family,
    }),
  );
  return [...cards, ...offences, ...steps, ...indicators];
}

/** The entries that contain every word of the query; matches in the title come first. An empty query matches all. */
export function searchHandbook(entries: readonly HandbookEntry[], query: string): HandbookEntry[] {
  const words = normalise(query)
    .split(/\s+/)
    .filter((word) => word !== '');
  const scored = entries.flatMap((entry) => {
    const title = normalise(entry.title);
    const whole = `${title} ${normalise(entry.text)} ${normalise(entry.source ?? '')}`;
    if (!words.every((word) => whole.includes(word))) return [];
    return [{ entry, score: words.filter((word) => title.includes(word)).length }];
  });
  return scored.sort((a, b) => b.score - a.score).map(({ entry }) => entry);
}
