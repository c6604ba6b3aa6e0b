/** The handbook as a list of cards, and searching it. Pure. */
import type { Jurisdiction } from '../../../../shared/scenario/schema/jurisdiction.ts';

export const HANDBOOK_KINDS = ['law', 'sop', 'indicator', 'guide'] as const;
export type HandbookKind = (typeof HANDBOOK_KINDS)[number];

export interface HandbookEntry {
  id: string;
  kind: HandbookKind;
  title: string;
  text: string;
  source?: string | undefined;
}

/** Letters without accents and case, so that "référé" is found by "refere". Works for any script. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** All cards of the law pack: its handbook, offences, SOP elements and indicators, each under a stable id. */
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

/** Entries that hold every word of the query, those with a word in the title first. An empty query finds everything. */
export function searchHandbook(entries: readonly HandbookEntry[], query: string): HandbookEntry[] {
  const words = plain(query)
    .split(/\s+/)
    .filter((word) => word !== '');
  const scored = entries.flatMap((entry) => {
    const title = plain(entry.title);
    const whole = `${title} ${plain(entry.text)} ${plain(entry.source ?? '')}`;
    if (!words.every((word) => whole.includes(word))) return [];
    return [{ entry, score: words.filter((word) => title.includes(word)).length }];
  });
  return scored.sort((a, b) => b.score - a.score).map(({ entry }) => entry);
}
