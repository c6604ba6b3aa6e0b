/** Describes a condition of a case as a sentence, for the console's waiting list and for the explanation of marks. */
import type { TimelineEntry } from '../../../shared/debrief/debrief.ts';
import type { CardLookup } from '../../../shared/protocol/cards.ts';
import { type Condition, type LeafHead, leafHeadOf } from '../../../shared/vocabulary/conditions.ts';
import { HAPPENED_FIELDS } from '../../../shared/vocabulary/events.ts';
import type { KeyOf, T } from '../../i18n/index.ts';
import type { ValueNames } from '../../names/name-of.ts';

export interface Words extends Pick<ValueNames, 'name'> {
  card: CardLookup;
  /** A timeline entry as a sentence; undefined if no reader sees it. */
  sentence: (entry: TimelineEntry) => string | undefined;
  /** Reads texts of the namespace `debrief`, and tells whether one exists. */
  t: T<'debrief'>;
  hasText: (key: string) => key is KeyOf<'debrief'>;
  time: (at: number) => string;
}

type LeafWords = (leaf: Condition, words: Words) => string;

const personIn = ({ person }: Condition, { name }: Words): string => (person ? name('person', person) : '…');
const moodWords: LeafWords = (leaf, words) => words.t('condition.mood', { person: personIn(leaf, words) });

const LEAF_WORDS: Readonly<Record<LeafHead, LeafWords>> = {
  happened: happenedWords,
  reached: ({ reached = '' }, { t, name }) => t('condition.reached', { state: name('state', reached) }),
  in: (leaf, { t, name }) => t('condition.in', { state: name('state', leaf.in ?? '') }),
  knows: knowsWords,
  at: (leaf, words) =>
    words.t('condition.at', { person: personIn(leaf, words), place: words.name('place', leaf.at ?? '') }),
  is: ({ item = '', is = 'found' }, { t, name }) => t(`condition.is.${is}`, { item: name('item', item) }),
  clock: clockWords,
  referral: (leaf, words) =>
    words.t(`condition.referral.${leaf.referral ?? 'offered'}`, { person: personIn(leaf, words) }),
  status: (leaf, words) =>
    words.t('condition.status', { person: personIn(leaf, words), status: words.name('status', leaf.status ?? '') }),
  consent: (leaf, words) =>
    words.t('condition.consent', { person: personIn(leaf, words), kind: words.name('kind', leaf.consent ?? '') }),
  trust: moodWords,
  stress: moodWords,
};

/** Describes one leaf of a condition (no `all`, `any`, `of` or `not`) in the present tense. */
export function conditionWords(leaf: Condition, words: Words): string {
  const head = leafHeadOf(leaf);
  return head === undefined ? '…' : LEAF_WORDS[head](leaf, words);
}

function knowsWords(leaf: Condition, words: Words): string {
  const { t, name } = words;
  const role = leaf.role ? name('role', leaf.role) : t('condition.anyDesk');
  const what = sentenceCase(t('condition.knows', { role, item: name('item', leaf.knows ?? '') }));
  return leaf.part ? withDetails(what, [detail('parts', leaf.part, leaf.knows, words)], t) : what;
}

function clockWords({ clock }: Condition, { t, time }: Words): string {
  const { after, before } = clock ?? {};
  if (after !== undefined && before !== undefined)
    return t('condition.between', { after: time(after), before: time(before) });
  return after === undefined
    ? t('condition.before', { time: time(before ?? 0) })
    : t('condition.after', { time: time(after) });
}

/** Fields that a condition may leave open. The sentence then uses `condition.open.<field>` instead of a name; an open desk is “a desk”, as an actor. */
const OPEN_NAMES = ['person', 'to', 'from', 'place', 'service', 'item', 'interpreter', 'operation'] as const;

/** Fields that are removed from the sentence if the condition leaves them open. */
const OPEN_PLACES = [
  'kind',
  'inject',
  'decision',
  'option',
  'section',
  'purpose',
  'basis',
  'channel',
  'outcome',
  'status',
  'level',
  'indicator',
  'how',
  'duty',
  'offence',
  'question',
  'questionType',
  'nonPunishment',
  'with',
  'state',
  'signal',
  'text',
];

const isValue = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value);

/** The timeline sentence of the event without the open fields, followed by the details that the sentence omits. */
function happenedWords(leaf: Condition, words: Words): string {
  const { t, sentence } = words;
  const fields = HAPPENED_FIELDS.flatMap((field): [string, string][] => {
    const value = leaf[field];
    return field !== 'by' && isValue(value) ? [[field, String(value)]] : [];
  });
  const type = leaf.happened ?? '';
  const by = typeof leaf['by'] === 'string' ? leaf['by'] : 'a-desk';
  const params = { ...openParams(words), ...Object.fromEntries(fields), ...stateParam(leaf) };
  const sentenceWith = (more: Record<string, string>) =>
    sentence({ at: 0, seq: 0, type, by, params: { ...params, ...more } }) ?? type.replaceAll('-', ' ');
  const complete = sentenceWith({});
  // A field is part of the sentence if another value of it changes the sentence.
  const omitted = fields.filter(([field]) => field !== 'chart' && sentenceWith({ [field]: '……' }) === complete);
  const details = omitted.map(([field, value]) => detail(field, value, leaf.item, words));
  const what = withDetails(withoutOpenPlaces(sentenceCase(complete)), details, t);
  return leaf.times === undefined || leaf.times < 2 ? what : t('condition.times', { what, count: leaf.times });
}

const openParams = ({ t, name }: Words): Record<string, string> =>
  Object.fromEntries([
    ...OPEN_PLACES.map((field) => [field, '…']),
    ['role', name('role', 'a-desk')],
    ...OPEN_NAMES.map((field) => [field, t(`condition.open.${field}`)]),
  ]);

/** A state is named by its chart and state. */
function stateParam({ happened, chart, state }: Condition): { state?: string } {
  if (happened !== 'state-entered' || typeof chart !== 'string') return {};
  return { state: typeof state === 'string' ? `${chart}.${state}` : chart };
}

function detail(field: string, value: string, item: string | undefined, { t, hasText, card, name }: Words): string {
  const key = `condition.detail.${field}`;
  const special: string = `${key}_${value}`;
  if (hasText(special)) return t(special);
  const part = field === 'parts' && item !== undefined ? card(`item:${item}`)?.parts?.[value]?.title : undefined;
  const named = part || name(field, value);
  return hasText(key) ? t(key, { value: named }) : named;
}

const withDetails = (what: string, details: readonly string[], t: T<'debrief'>): string =>
  details.length === 0 ? what : t('condition.with', { what, details: details.join(', ') });

/** Turns `Police shared the list with Immigration: …, …, ….` into `Police shared the list with Immigration`. */
export const withoutOpenPlaces = (sentence: string): string =>
  sentence
    .replaceAll('\u2068…\u2069', '…')
    .replace(/\.\s+[^.…]*…\.?$/, '')
    .replaceAll(/\s*\(\s*…(?:\s*,\s*…)*\s*\)/g, '')
    .replaceAll(/\s*[:,]\s*…(?:\s*,\s*…)*/g, '')
    .replace(/\.$/, '');

/** Capitalises the first letter after any direction marks. */
const sentenceCase = (text: string): string => text.replace(/^[\u2066-\u2069]*\p{Ll}/u, (start) => start.toUpperCase());
