/** The facts of a case that a desk must earn, and the mentions of them in an event as it is sent. */
import type { Event } from '../exercise/events.ts';
import type { EventType } from '../vocabulary/events.ts';
import type { CompiledScenario } from '../scenario/compiled.ts';
import { derive } from '../scenario/derived.ts';
import type { ChartState } from '../scenario/schema/statecharts.ts';
import { answersOf, questionsOf } from './earnings.ts';

/** A mention of a thing in an event: earned if the desk has one of these facts (a word may name two things). */
export type Mention = readonly string[];

export interface Guarded {
  /** Facts by the id that reveals them. */
  byId: ReadonlyMap<string, Mention>;
  /** Words that every desk may read although a guarded thing has the same name. */
  open: ReadonlySet<string>;
  /** The mention of a thing of one kind, if the case has it. */
  named(kind: string, id: string): Mention | undefined;
  /** Cache of `anyMention`, by word. */
  words: Map<string, readonly Mention[]>;
  /** Texts of the case: no event may contain one. */
  texts: ReadonlySet<string>;
}

/** Internal events, for the trainer's record only. */
export const TRAINERS_ONLY: ReadonlySet<EventType> = new Set<EventType>([
  'mood-changed',
  'timer-set',
  'timer-cleared',
  'chart-moved',
  'state-entered',
  'signal-sent',
  'chance-drawn',
  'person-placed',
  'account-judged',
  'item-appeared',
  'risk-triggered',
  'inject-held',
  'inject-fired',
  'inject-released',
  'inject-skipped',
  'expectation-set',
  'expectation-met',
  'expectation-missed',
  'end-suggested',
  'note-taken',
]);

export const guardedOf = (compiled: CompiledScenario): Guarded => derive(compiled, makeGuarded);

function makeGuarded(compiled: CompiledScenario): Guarded {
  const { scenario, law } = compiled;
  const kinds = guardedKinds(compiled);
  const mentions = new Map(
    [...kinds].map(([kind, ids]) => [kind, new Map([...ids].map((id): [string, Mention] => [id, [`${kind}:${id}`]]))]),
  );
  const byId = new Map<string, string[]>();
  for (const [kind, ids] of kinds) for (const id of ids) byId.set(id, [...(byId.get(id) ?? []), `${kind}:${id}`]);
  const openRecords: object[] = [scenario.roles, scenario['spoken-languages'], scenario.statecharts];
  for (const part of Object.values(law)) if (typeof part === 'object' && part !== null) openRecords.push(part);
  openRecords.push(...namesInside(scenario));
  const open = new Set(openRecords.flatMap((record) => Object.keys(record)));
  for (const [id, { hidden }] of Object.entries(scenario.places)) if (!hidden) open.add(id);
  for (const [id, helper] of Object.entries(scenario.helpers)) if (helper['known-with'] === undefined) open.add(id);
  for (const [id, service] of Object.entries(scenario.services)) if (service['known-to'] === undefined) open.add(id);
  return {
    byId,
    open,
    named: (kind, id) => mentions.get(kind)?.get(id),
    words: new Map(),
    texts: textsIn(scenario, new Set()),
  };
}

/** Names that have a meaning only inside another guarded thing: parts, options, topics, questions, states. */
function namesInside({ items, decisions, interviews, statecharts }: CompiledScenario['scenario']): object[] {
  const states = (chart: ChartState): object[] => [
    chart.states ?? {},
    ...Object.values(chart.states ?? {}).flatMap((inner) => states(inner)),
  ];
  return [
    ...Object.values(items).map(({ parts = {} }) => parts),
    ...Object.values(decisions).map(({ options }) => options),
    ...Object.values(interviews).flatMap(({ topics }) => [
      topics,
      ...Object.values(topics).map(({ questions }) => questions),
    ]),
    ...Object.values(statecharts).flatMap(states),
  ];
}

function guardedKinds(compiled: CompiledScenario): Map<string, Set<string>> {
  const { scenario } = compiled;
  const those = <T>(record: Record<string, T>, wanted: (value: T) => boolean = () => true) =>
    new Set(Object.keys(record).filter((id) => wanted(record[id] as T)));
  const questions = Object.keys(scenario.interviews).flatMap((script) => questionsOf(compiled, script));
  return new Map([
    ['item', those(scenario.items)],
    ['person', those(scenario.people)],
    ['place', those(scenario.places, ({ hidden }) => hidden)],
    ['service', those(scenario.services, (service) => service['known-to'] !== undefined)],
    ['helper', those(scenario.helpers, (helper) => helper['known-with'] !== undefined)],
    ['inject', those(scenario.injects)],
    ['decision', those(scenario.decisions)],
    ['operation', those(scenario.operations)],
    ['holding', those(scenario.holdings)],
    ['interview', those(scenario.interviews)],
    ['question', new Set(questions)],
    ['answer', new Set(questions.flatMap((one) => answersOf(compiled, one).map((_, index) => `${one}.${index}`)))],
    ['task', those(scenario.rubric)],
    ['red-line', those(scenario['red-lines'])],
    ['pin', those(scenario.debrief.pins)],
    ['victim-eye', those(scenario.debrief['victim-eye'])],
  ]);
}

/** Every string with a space: texts for people. */
function textsIn(value: unknown, found: Set<string>): Set<string> {
  if (typeof value === 'string') {
    if (value.includes(' ')) found.add(value);
  } else if (typeof value === 'object' && value !== null)
    for (const inner of Object.values(value)) textsIn(inner, found);
  return found;
}

/** Fields that name one kind of thing. */
const KIND_OF_FIELD: ReadonlyMap<string, string> = new Map(
  Object.entries({
    item: 'item',
    act: 'item',
    means: 'item',
    purposeItems: 'item',
    person: 'person',
    place: 'place',
    from: 'place',
    service: 'service',
    inject: 'inject',
    decision: 'decision',
    operation: 'operation',
    holding: 'holding',
    script: 'interview',
    question: 'question',
    questions: 'question',
  }),
);
/** Events whose `parts` are whole items instead of parts of one item. */
const LISTS_ITEMS: ReadonlySet<string> = new Set(['search-ended', 'request-answered']);

/** Fields that are not sent (`toKnown`), or contain no word of the case. */
const NOT_SENT: ReadonlySet<string> = new Set(['seq', 'audience', 'type', 'at']);

/** All mentions in an event as it is sent. */
export function mentionsOf(guarded: Guarded, event: Event): Mention[] {
  const found: Mention[] = [];
  for (const field in event) {
    const value: unknown = event[field as keyof Event];
    if (typeof value === 'string' || typeof value === 'object')
      if (!NOT_SENT.has(field)) look(guarded, event, field, value, found);
  }
  if (event.type === 'person-known' && event.named) found.push([`name:${event.person}`]);
  if (event.type === 'answer-given') found.push([`answer:${event.question}.${event.answer}`]);
  return found;
}

function look(guarded: Guarded, event: Event, field: string, value: unknown, found: Mention[]): void {
  if (typeof value === 'string') lookAtWord(guarded, event, field, value, found);
  else if (typeof value !== 'object' || value === null) return;
  else if (Array.isArray(value)) for (const one of value) look(guarded, event, field, one, found);
  else
    for (const [key, inner] of Object.entries(value)) {
      lookAtWord(guarded, event, '', key, found);
      look(guarded, event, key, inner, found);
    }
}

function lookAtWord(guarded: Guarded, event: Event, field: string, word: string, found: Mention[]): void {
  if (field === 'parts' || field === 'left') {
    if (!LISTS_ITEMS.has(event.type) && 'item' in event) found.push([`part:${event.item}/${word}`]);
    else add(found, guarded.named('item', word));
    return;
  }
  const kind = KIND_OF_FIELD.get(field);
  if (kind === undefined) for (const mention of anyMention(guarded, word)) found.push(mention);
  else add(found, guarded.named(kind, word));
}

function add(found: Mention[], mention: Mention | undefined): void {
  if (mention) found.push(mention);
}

/** More words than any case has; the cache is bounded because words of people are endless. */
const MAX_WORDS = 20_000;

/** The mentions of a word in a field that can hold anything: an id, an address, or a leaked text. */
export function anyMention(guarded: Guarded, word: string): readonly Mention[] {
  let mentions = guarded.words.get(word);
  if (!mentions) {
    mentions = lookUp(guarded, word);
    if (guarded.words.size < MAX_WORDS) guarded.words.set(word, mentions);
  }
  return mentions;
}

function lookUp(guarded: Guarded, word: string): Mention[] {
  const facts = guarded.byId.get(word);
  if (facts) return guarded.open.has(word) ? [] : [facts];
  if (word.includes(' ')) return guarded.texts.has(word) ? [[`text:${word}`]] : [];
  if (!word.includes('.') && !word.includes(':')) return [];
  return word.split(/[.:]/).flatMap((token) => {
    const named = guarded.byId.get(token);
    return named && !guarded.open.has(token) ? [named] : [];
  });
}
