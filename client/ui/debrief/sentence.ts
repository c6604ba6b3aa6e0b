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

/** Fields that decide a mark and that the sentence of these events leaves out, in the order in which they are told. */
const DECIDING: Readonly<Record<string, readonly string[]>> = {
  screened: ['child', 'interpreter'],
  'account-begun': ['interpreter', 'support', 'recorded'],
  'account-judged': ['interpreter', 'support', 'recorded'],
  'consent-asked': ['explained', 'interpreter'],
  'service-offered': ['conditional'],
  'risk-assessed': ['family'],
};

/** Details of a log line, as keys in the `debrief` texts, most specific first, with their value. */
export const detailsOf = ({ type, params }: TimelineEntry, { name }: Pick<ValueNames, 'name'>) =>
  (DECIDING[type] ?? []).flatMap((field) => {
    const value = params[field];
    const key = `condition.detail.${field}`;
    return value === undefined ? [] : [{ keys: [`${key}_${value}`, key], value: isolate(name(field, value)) }];
  });

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
