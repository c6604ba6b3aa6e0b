/**
 * The second half of the fact-leak proof: texts. Everything on a card that a desk may read by its own view must belong
 * to facts that the oracle says the desk has earned.
 */
import { cardFor } from '../cards/may-read.ts';
import type { CardSource } from '../cards/words.ts';
import { desk, mayKnow } from '../access/audience.ts';
import type { Event } from '../exercise/events.ts';
import { evolve } from '../exercise/evolve.ts';
import { toKnown } from '../exercise/exercise.ts';
import type { RoleId } from '../exercise/ids.ts';
import { emptyWorld } from '../exercise/world.ts';
import type { CompiledScenario } from '../scenario/compiled.ts';
import { derive } from '../scenario/derived.ts';
import { WHOLE } from './earned.ts';
import { answersOf, questionsOf } from './earnings.ts';
import { anyMention, type Guarded, guardedOf, type Mention } from './guarded.ts';
import { type Leak, StreamProof } from './stream-proof.ts';

/** Alternative lists of facts: a desk that has earned one whole list may read the text. */
type Owners = readonly (readonly string[])[];

interface CardTexts {
  /** Every card id that this case can be asked for. */
  ids: readonly string[];
  /** The owners of each text, one entry per place of the text. */
  owners: ReadonlyMap<string, Owners>;
}

/**
 * Leaks in the cards that each desk may read after `events` (a log, or a prefix of one, of an exercise that has not
 * ended: afterwards the debrief reveals much on purpose).
 */
export function proveCards(source: CardSource, events: readonly Event[]): Leak[] {
  const { compiled } = source;
  const proof = new StreamProof(compiled);
  for (const event of events) proof.take(event);
  const last = events.at(-1);
  if (!last) return [];
  return proof.earned.roles.flatMap((role) =>
    cardLeaks(source, role, events, proof).map(([card, fact]): Leak => {
      return { role, fact, seq: last.seq, at: last.at, type: last.type, card };
    }),
  );
}

function cardLeaks(source: CardSource, role: RoleId, events: readonly Event[], { earned }: StreamProof) {
  const { compiled } = source;
  const world = events
    .filter((event) => mayKnow(desk(role), event))
    .map(toKnown)
    .reduce(evolve, emptyWorld());
  const { ids, owners } = textsOf(compiled);
  const guarded = guardedOf(compiled);
  const found: [card: string, fact: string][] = [];
  const note = (card: string, mentions: readonly Mention[]): void => {
    for (const facts of mentions)
      if (!facts.some((fact) => earned.has(role, fact))) found.push([card, facts[0] ?? 'text']);
  };
  const look = (card: string, value: unknown, field = ''): void => {
    if (typeof value === 'string') {
      const lists = owners.get(value);
      if (!lists) note(card, mentionOn(guarded, field, value));
      else if (!lists.some((facts) => facts.every((fact) => earned.has(role, fact) || fact === `role:${role}`)))
        found.push([card, lists[0]?.find((fact) => !earned.has(role, fact)) ?? 'text']);
    } else if (Array.isArray(value)) for (const one of value) look(card, one, field);
    else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) {
        note(card, mentionOn(guarded, field, key));
        look(card, inner, key);
      }
  };
  for (const id of ids) look(id, cardFor(source, world, desk(role), compiled.scenario.language, id));
  return found;
}

/** Fields of cards that hold ids of one kind; `ways` has them as its keys. */
const KIND_OF_FIELD: Readonly<Record<string, string>> = {
  about: 'person',
  source: 'person',
  at: 'place',
  ways: 'place',
};

/** The facts that a word on a card mentions. The card's own id is exempt. */
function mentionOn(guarded: Guarded, field: string, word: string): readonly Mention[] {
  if (field === 'id') return [];
  const kind = Object.hasOwn(KIND_OF_FIELD, field) ? KIND_OF_FIELD[field] : undefined;
  if (kind !== undefined) {
    const mention = guarded.named(kind, word);
    return mention ? [mention] : [];
  }
  return guarded.byId.has(word) ? anyMention(guarded, word) : [];
}

const textsOf = (compiled: CompiledScenario): CardTexts => derive(compiled, makeTexts);

/** Every card id of this case. */
export const cardIdsOf = (compiled: CompiledScenario): readonly string[] => textsOf(compiled).ids;

/** Owners of a text of the case: lists of facts; a reader must have earned one whole list. */
export const ownersOf = (compiled: CompiledScenario, text: string): readonly (readonly string[])[] | undefined =>
  textsOf(compiled).owners.get(text);

function makeTexts(compiled: CompiledScenario): CardTexts {
  const owners = new Map<string, (readonly string[])[]>();
  const owned = (text: string | undefined, ...facts: string[]): void => {
    if (text === undefined) return;
    const lists = owners.get(text);
    if (lists) lists.push(facts);
    else owners.set(text, [facts]);
  };
  ownItems(compiled, owned);
  ownPeople(compiled, owned);
  ownStory(compiled, owned);
  ownOpen(compiled, owned);
  return { ids: cardIds(compiled), owners };
}

type Own = (text: string | undefined, ...facts: string[]) => void;

function ownItems({ scenario }: CompiledScenario, owned: Own): void {
  for (const [id, item] of Object.entries(scenario.items)) {
    const parts = Object.keys(item.parts ?? { [WHOLE]: true }).map((part) => `part:${id}/${part}`);
    for (const part of parts) owned(item.title, part);
    owned(item.text, ...parts);
    for (const [part, { title, text }] of Object.entries(item.parts ?? {})) {
      owned(title, `part:${id}/${part}`);
      owned(text, `part:${id}/${part}`);
    }
  }
}

function ownPeople({ scenario }: CompiledScenario, owned: Own): void {
  for (const [id, person] of Object.entries(scenario.people)) {
    owned(person.name, `name:${id}`);
    owned(person.appears, `person:${id}`);
    owned(person.screening?.says, `screening:${id}.alone`);
    owned(person.screening?.['in-company'], `screening:${id}.company`);
    for (const [kind, answers] of Object.entries(person.consents))
      for (const [n, { says }] of answers.entries()) owned(says, `consent:${id}.${kind}.${n}`);
    for (const [n, { says }] of person.offers.entries()) owned(says, `offer:${id}.${n}`);
    owned(scenario.charges[id]?.why, 'truth');
  }
  for (const [id, helper] of Object.entries(scenario.helpers)) owned(helper.vetting.says, `vetting:${id}`);
}

function ownStory(compiled: CompiledScenario, owned: Own): void {
  const { scenario } = compiled;
  for (const [id, inject] of Object.entries(scenario.injects)) {
    for (const text of [inject.title, inject.text, inject.from, inject.warning]) owned(text, `inject:${id}`);
    owned(inject.expects?.what, 'truth');
  }
  for (const [script, { title, topics }] of Object.entries(scenario.interviews)) {
    owned(title, `interview:${script}`);
    for (const { questions } of Object.values(topics))
      for (const { better } of Object.values(questions)) owned(better, 'debrief');
    for (const address of questionsOf(compiled, script)) {
      const [, topic = '', question = ''] = address.split('.');
      owned(topics[topic]?.questions[question]?.says, `question:${address}`);
      owned(topics[topic]?.title, `question:${address}`);
      for (const [index, { says, manner }] of answersOf(compiled, address).entries())
        for (const text of [says, manner]) owned(text, `answer:${address}.${index}`);
    }
  }
  for (const [id, decision] of Object.entries(scenario.decisions)) {
    const options = Object.values(decision.options).flatMap(({ title, text }) => [title, text]);
    for (const text of [decision.title, decision.text, ...options]) owned(text, `decision:${id}`);
  }
  for (const [id, { title, text }] of Object.entries(scenario.operations))
    for (const one of [title, text]) owned(one, `operation:${id}`);
  for (const [id, { says }] of Object.entries(scenario.holdings)) owned(says, `holding:${id}`);
  for (const { title, teaches } of [...Object.values(scenario.rubric), ...Object.values(scenario['red-lines'])])
    for (const text of [title, teaches]) owned(text, 'debrief');
  for (const { asks } of Object.values(scenario.debrief.pins)) owned(asks, 'debrief');
  for (const { says } of Object.values(scenario.debrief['victim-eye'])) owned(says, 'debrief');
  for (const text of [...scenario.debrief.prompts, scenario.debrief.model]) owned(text, 'debrief');
}

/** Adds open texts, which may equal a guarded one, and texts that belong to one desk. */
function ownOpen({ scenario, law }: CompiledScenario, owned: Own): void {
  for (const [id, place] of Object.entries(scenario.places))
    for (const text of [place.name, place.text]) owned(text, ...(place.hidden ? [`place:${id}`] : []));
  for (const [id, role] of Object.entries(scenario.roles))
    for (const text of [role.brief, ...role['first-steps']]) owned(text, `role:${id}`);
  for (const [id, { name, says, 'known-with': brought }] of Object.entries(scenario.helpers))
    for (const text of [name, says]) owned(text, ...(brought ? [`helper:${id}`] : []));
  for (const [id, { name, text, conditions, 'known-to': known }] of Object.entries(scenario.services))
    for (const one of [name, text, conditions]) owned(one, ...(known ? [`service:${id}`] : []));
  for (const text of Object.values(scenario['spoken-languages'])) owned(text);
  ownAll(law, owned);
}

function ownAll(value: unknown, owned: Own): void {
  if (typeof value === 'string') owned(value);
  else if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) ownAll(inner, owned);
}

function cardIds(compiled: CompiledScenario): string[] {
  const { scenario } = compiled;
  const of = (kind: string, record: object) => Object.keys(record).map((id) => `${kind}:${id}`);
  const questions = Object.keys(scenario.interviews).flatMap((script) => questionsOf(compiled, script));
  return [
    ...of('item', scenario.items),
    ...of('person', scenario.people),
    ...of('truth', scenario.people),
    ...of('place', scenario.places),
    ...of('role', scenario.roles),
    ...of('helper', scenario.helpers),
    ...of('service', scenario.services),
    ...of('inject', scenario.injects),
    ...of('decision', scenario.decisions),
    ...of('operation', scenario.operations),
    ...of('holding', scenario.holdings),
    ...of('script', scenario.interviews),
    ...of('task', scenario.rubric),
    ...of('red-line', scenario['red-lines']),
    ...of('pin', scenario.debrief.pins),
    ...of('victim-eye', scenario.debrief['victim-eye']),
    'prompts',
    'model',
    'places',
    'helpers',
    'services',
    ...Object.entries(scenario.people).flatMap(([id, { consents, offers }]) => [
      ...Object.entries(consents).flatMap(([kind, answers]) => answers.map((_, n) => `consent:${id}.${kind}.${n}`)),
      ...offers.map((_, n) => `offer:${id}.${n}`),
    ]),
    ...Object.keys(scenario.people).flatMap((id) => [`screening:${id}.alone`, `screening:${id}.company`]),
    ...questions.map((address) => `question:${address}`),
    ...questions.flatMap((address) => answersOf(compiled, address).map((_, index) => `answer:${address}.${index}`)),
  ];
}
