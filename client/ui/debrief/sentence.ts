/** Selects the sentence of a timeline entry and the names that fill it. */
import type { TimelineEntry } from '../../../shared/debrief/debrief.ts';
import { questionName, type ValueNames } from '../../names/name-of.ts';

/** Entries whose sentence depends on one of their values: `timeline.screened_true`. */
const VARIES_BY: Record<string, string> = {
  screened: 'alone',
  'request-answered': 'outcome',
  'place-declined': 'outcome',
  'interpreter-vetted': 'result',
  'item-handled': 'how',
};

export interface Sentence {
  /** Keys in the `debrief` texts, most specific first. */
  keys: string[];
  values: Record<string, string>;
}

/** Isolates a name, so that it keeps its own direction inside the sentence. */
export const isolate = (name: string): string => `\u2068${name}\u2069`;

export function sentenceOf(
  entry: TimelineEntry,
  { name, option }: ValueNames,
  scripts: Readonly<Record<string, string>> = {},
): Sentence {
  const base = `timeline.${entry.type}`;
  const varying = VARIES_BY[entry.type];
  const value = varying === undefined ? undefined : entry.params[varying];
  const values: Record<string, string> = { by: isolate(name('by', entry.by)) };
  for (const [field, id] of Object.entries(entry.params)) {
    if (field === 'by') continue;
    const decision = entry.params['decision'];
    const named = field === 'question' ? questionName(scripts[entry.params['interview'] ?? ''], id) : id;
    values[field] = isolate(field === 'option' && decision ? option(decision, id) : name(field, named));
  }
  const keys = value === undefined ? [base] : [`${base}_${value}`, base];
  // Broken rules of an account have their own sentence.
  const lacksRules = entry.type === 'account-judged' && (entry.params['missing'] ?? '') !== '';
  return { keys: lacksRules ? [`${base}_missing`, base] : keys, values };
}
