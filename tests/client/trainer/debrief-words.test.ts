import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type NameSources, nameOf, valueNames } from '../../../client/names/name-of.ts';
import { isolate, sentenceOf } from '../../../client/ui/debrief/sentence.ts';
import { FIGURES, MEASURE_IDS } from '../../../shared/debrief/measures/ids.ts';
import { EVENT_TYPES } from '../../../shared/vocabulary/events.ts';
import { type Card, type DecisionFacts, type RoleFacts, typedLookup } from '../../../shared/protocol/cards.ts';
import { COMPETENCIES } from '../../../shared/scenario/schema/basics.ts';
import { QUESTION_TYPES } from '../../../shared/vocabulary/enums.ts';

type Texts = { [key: string]: string | Texts };
const texts = (language: string, name: string): Texts =>
  JSON.parse(readFileSync(new URL(`../../../client/i18n/${language}/${name}.json`, import.meta.url), 'utf8')) as Texts;

/** Every key as a path, without plural endings. */
const pathsOf = (tree: Texts, before = ''): string[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [`${before}${key.replace(/_(zero|one|many|other)$/, '')}`]
      : pathsOf(value, `${before}${key}/`),
  );
const placesIn = (tree: Texts, before = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${before}${key}`, [...new Set(value.match(/\{\{\w+\}\}/g))].sort().join(' ')] as [string, string]]
      : placesIn(value, `${before}${key}/`),
  );

describe('the texts of the debrief', () => {
  it.each(['trainer', 'debrief'])('%s has the same keys in English and French', (name) => {
    const [en, fr] = [new Set(pathsOf(texts('en', name))), new Set(pathsOf(texts('fr', name)))];
    expect([...fr].filter((path) => !en.has(path))).toEqual([]);
    expect([...en].filter((path) => !fr.has(path))).toEqual([]);
  });
  it.each(['fr', 'sw'])('a timeline sentence in %s has the same placeholders as in English', (language) => {
    const translated = new Map(placesIn(texts(language, 'debrief')['timeline'] as Texts));
    for (const [path, places] of placesIn(texts('en', 'debrief')['timeline'] as Texts))
      expect([path, translated.get(path)]).toEqual([path, places]);
  });
  it.each(['en', 'fr', 'sw'])('in %s every event, measure, competency and type of question has a text', (language) => {
    const [tree, common] = [texts(language, 'debrief'), texts(language, 'common')];
    const missing = (shelf: string, ids: readonly string[]) =>
      ids.filter((id) => !(id in { ...(common[shelf] as Texts | undefined), ...(tree[shelf] as Texts) }));
    expect(missing('timeline', EVENT_TYPES)).toEqual([]);
    expect(missing('measure', MEASURE_IDS)).toEqual([]);
    expect(missing('figure', Object.keys(FIGURES))).toEqual([]);
    expect(missing('goal', ['all', 'none', 'some', 'talk'])).toEqual([]);
    expect(missing('competency', COMPETENCIES)).toEqual([]);
    expect(missing('questionType', QUESTION_TYPES)).toEqual([]);
  });
});

const policeFacts: RoleFacts = {
  desk: 'police',
  short: 'Police',
  emblem: 'police',
  powers: [],
  limits: [],
  duties: [],
  seats: { min: 1, max: 2 },
  required: true,
};
const pressFacts: DecisionFacts = { options: { photo: { title: 'A picture' } }, propose: ['police'], agree: [] };
const cards: Record<string, Card> = {
  'role:police': { id: 'role:police', title: 'Police of Taravia', facts: policeFacts },
  'person:nyota': { id: 'person:nyota', title: 'Nyota' },
  'question:nyota-first.safety.well': { id: 'question:nyota-first.safety.well', text: 'Are you well?' },
  'decision:press': { id: 'decision:press', title: 'Press', facts: pressFacts },
};
const sources: NameSources = {
  card: typedLookup((id) => cards[id]),
  law: undefined,
  word: (field, value) => (field === 'outcome' && value === 'unclear' ? 'uncertain' : undefined),
};
const names = valueNames(sources);
const entry = (type: string, params: Record<string, string>) => ({ at: 0, seq: 1, type, by: 'police', params });

describe('sentenceOf', () => {
  it('takes names of people and desks from cards, and values from texts', () => {
    expect(sentenceOf(entry('screened', { person: 'nyota', outcome: 'unclear', alone: 'true' }), names)).toMatchObject({
      keys: ['timeline.screened_true', 'timeline.screened'],
      values: { by: isolate('Police'), person: isolate('Nyota'), outcome: isolate('uncertain') },
    });
  });
  it('finds a question with or without its script in the log', () => {
    const asked = (question: string) =>
      sentenceOf(entry('question-asked', { question, interview: 'i1' }), names, { i1: 'nyota-first' }).values[
        'question'
      ];
    expect(asked('safety.well')).toBe(isolate('Are you well?'));
    expect(asked('nyota-first.safety.well')).toBe(isolate('Are you well?'));
  });
  it('names an option by its decision', () => {
    expect(sentenceOf(entry('decision-made', { decision: 'press', option: 'photo' }), names).values['option']).toBe(
      isolate('A picture'),
    );
  });
});

describe('nameOf', () => {
  it('names each entry of a list, and leaves open what has no name yet', () => {
    expect(nameOf(sources, 'person', 'nyota, omar-b')).toBe('Nyota, …');
  });
  it('never splits a free text as a list', () => {
    expect(nameOf({ ...sources, card: () => undefined }, 'text', 'a1, b2')).toBe('a1, b2');
  });
});
