/** Resolves ids to names: from the interface texts, else from cards of the case, else from the law pack. */
import type { CardLookup } from '../../shared/protocol/cards.ts';
import type { Jurisdiction } from '../../shared/scenario/schema/jurisdiction.ts';

/** The sources of names. */
export interface NameSources {
  card: CardLookup;
  law: Jurisdiction | undefined;
  /** The interface text of a value, or undefined if there is none: `word('channel', 'phone')`. */
  word: (field: string, value: string) => string | undefined;
}

const CARD_KINDS: Record<string, readonly string[]> = {
  by: ['role'],
  to: ['role', 'service', 'person'],
  from: ['role'],
  role: ['role'],
  with: ['role', 'item', 'service'],
  about: ['role'],
  person: ['person'],
  item: ['item'],
  place: ['place'],
  service: ['service'],
  inject: ['inject'],
  decision: ['decision'],
  operation: ['operation'],
  question: ['question'],
  interpreter: ['helper'],
  support: ['helper'],
  guardian: ['helper'],
  state: ['phase'],
  text: ['text'],
  reason: ['text'],
  rejected: ['text'],
  holding: ['holding'],
  task: ['task'],
  'red-line': ['red-line'],
  pin: ['pin'],
  'victim-eye': ['victim-eye'],
};

const TEXT_FIELDS = new Set(['text', 'reason', 'rejected']);

const LAW_NAMES: Record<string, (law: Jurisdiction, id: string) => string | undefined> = {
  to: (law, id) => law.bodies[id]?.title,
  by: (law, id) => law.bodies[id]?.title,
  kind: (law, id) => law.requests[id]?.title ?? law['protective-measures'][id],
  offence: (law, id) => law.offences[id]?.title,
  duty: (law, id) => law.duties[id]?.title,
  indicator: (law, id) => law.indicators[id]?.title,
  section: (law, id) => law['plan-sections'][id]?.title,
  remedies: (law, id) => law.remedies[id],
  step: (law, id) => law['sop-elements'][id],
  sop: (law, id) => law['sop-elements'][id],
};

/** The possible keys of a value in the texts `names` (or `common`), most specific first. */
export const wordKeys = (field: string, value: string): string[] => [
  `word.${field}.${value}`,
  ...(WORD_SHELVES[field] ?? []).map((shelf) => `${shelf}.${value}`),
  `actor.${value}`,
];

/** Other groups of texts with the words of a field. */
const WORD_SHELVES: Readonly<Record<string, readonly string[]>> = {
  tag: ['tag'],
  status: ['status'],
  outcome: ['word.status', 'status'],
  level: ['rank'],
  how: ['custodyEntry'],
};

/** The ids of the cards that could name the value of a field, for a batched fetch. */
export const cardsNaming = (field: string, id: string): string[] =>
  (CARD_KINDS[field] ?? []).map((kind) => `${kind}:${id}`);

/** The name of a value: its interface text, else a card's title (or text), else the law's name, else the id with spaces; `…` while it loads. */
export function nameOf(sources: NameSources, field: string, id: string): string {
  if (id.includes(', ') && !TEXT_FIELDS.has(field))
    return id
      .split(', ')
      .map((each) => nameOf(sources, field, each))
      .join(', ');
  const word = sources.word(field, id);
  if (word !== undefined) return word;
  for (const cardId of cardsNaming(field, id)) {
    const card = sources.card(cardId);
    const short = cardId.startsWith('role:') ? sources.card(`role:${id}`)?.facts?.short : undefined;
    const name = short ?? card?.title ?? card?.text;
    if (name) return name;
  }
  const ofLaw = sources.law && LAW_NAMES[field]?.(sources.law, id);
  if (ofLaw !== undefined) return ofLaw;
  return isLoading(sources, field) && IS_ID.test(id) ? PENDING : withSpaces(id);
}

/** The placeholder of a name that is loading. An id would tell a desk too much, and a reader nothing. */
export const PENDING = '…';

const IS_ID = /^[\w.-]+$/;

/** Fields whose values are always things with a card. */
const THINGS = new Set([
  'person',
  'item',
  'place',
  'inject',
  'decision',
  'operation',
  'question',
  'task',
  'red-line',
  'pin',
]);

/** Values of other fields may have no name of their own; until the law has arrived, they may only be late. */
const isLoading = ({ law }: NameSources, field: string): boolean =>
  THINGS.has(field) || (law === undefined && (field in CARD_KINDS || field in LAW_NAMES));

/** The title of a decision's option, from the facts of the decision's card. */
export function optionName(sources: NameSources, decision: string, option: string): string {
  return sources.card(`decision:${decision}`)?.facts?.options[option]?.title ?? withSpaces(option);
}

const withSpaces = (id: string): string => id.replaceAll('-', ' ');

/** The id of a question's card, `script.topic.question`. The log may omit the script. */
export const questionName = (script: string | undefined, question: string): string =>
  script === undefined || question.split('.').length > 2 ? question : `${script}.${question}`;

/** Names for the values of log entries and conditions. A value without a name reads as its id with spaces. */
export interface ValueNames {
  /** The name of a value of a field: `name('person', 'nyota')`, `name('channel', 'phone')`. */
  name: (field: string, id: string) => string;
  option: (decision: string, option: string) => string;
}

export const valueNames = (sources: NameSources): ValueNames => ({
  name: (field, id) => nameOf(sources, field, id),
  option: (decision, option) => optionName(sources, decision, option),
});
