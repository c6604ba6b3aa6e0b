/** Ids in, words out: the interface's own words first, then cards of the case, then the law pack. */
import type { CardLookup } from '../../shared/protocol/cards.ts';
import type { Jurisdiction } from '../../shared/scenario/schema/jurisdiction.ts';

/** Where names come from. */
export interface NameSources {
  card: CardLookup;
  law: Jurisdiction | undefined;
  /** A word of the interface, or undefined where it has none: `word('channel', 'phone')`. */
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

const LAW_SHELVES: Record<string, (law: Jurisdiction, id: string) => string | undefined> = {
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

/** Where the interface may have a word for a value: keys of the texts `names` (and of `common`, which answers for it), most special first. */
export const wordKeys = (field: string, value: string): string[] => [`word.${field}.${value}`, `actor.${value}`];

/** Which cards could name the value of a field, so that they can be fetched at once. */
export const cardsNaming = (field: string, id: string): string[] =>
  (CARD_KINDS[field] ?? []).map((kind) => `${kind}:${id}`);

/** The words for a value of a field: a card's title (its text where it has no title), the law's name, a word, else the id in plain letters. */
export function nameOf(sources: NameSources, field: string, id: string): string {
  if (id.includes(', ') && !TEXT_FIELDS.has(field))
    return id
      .split(', ')
      .map((one) => nameOf(sources, field, one))
      .join(', ');
  const word = sources.word(field, id);
  if (word !== undefined) return word;
  for (const cardId of cardsNaming(field, id)) {
    const card = sources.card(cardId);
    const short = cardId.startsWith('role:') ? sources.card(`role:${id}`)?.facts?.short : undefined;
    const name = short ?? card?.title ?? card?.text;
    if (name) return name;
  }
  return (sources.law && LAW_SHELVES[field]?.(sources.law, id)) ?? plainly(id);
}

/** `option` belongs to a decision: its title stands among the facts of that decision's card. */
export function optionName(sources: NameSources, decision: string, option: string): string {
  return sources.card(`decision:${decision}`)?.facts?.options[option]?.title ?? plainly(option);
}

const plainly = (id: string): string => id.replaceAll('-', ' ');

/** A question by the name of its card: `script.topic.question`, whether the log names the script or not. */
export const questionName = (script: string | undefined, question: string): string =>
  script === undefined || question.split('.').length > 2 ? question : `${script}.${question}`;

/** Names for the values of log entries and conditions. A value without card or word reads as its id with spaces. */
export interface ValueNames {
  /** The name of a value of a field: `name('person', 'nyota')`, `name('channel', 'phone')`. */
  name: (field: string, id: string) => string;
  option: (decision: string, option: string) => string;
}

export const valueNames = (sources: NameSources): ValueNames => ({
  name: (field, id) => nameOf(sources, field, id),
  option: (decision, option) => optionName(sources, decision, option),
});
