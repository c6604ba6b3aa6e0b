/** The sentence of a condition: the timeline sentence, without open parts, with what that sentence lacks. */
import { describe, expect, test } from 'vitest';
import { conditionWords } from '../../../client/ui/debrief/condition-words.ts';
import { parseCase } from '../../../shared/scenario/parse-case.ts';
import type { Condition } from '../../../shared/vocabulary/conditions.ts';
import { HAPPENED_FIELDS } from '../../../shared/vocabulary/events.ts';
import { caseFiles, caseIds } from '../../support/case-files.ts';
import { LANGUAGES, wordsIn } from '../../support/sentences.ts';
import { aScenario } from '../../support/a-scenario.ts';

const plain = (text: string): string => text.replaceAll(/[\u2066-\u2069]/g, '');
const small = wordsIn('en', aScenario());
const said = (leaf: Condition) => plain(conditionWords(leaf, small));

describe('the sentence of a condition', () => {
  test('names the person and the manner, and omits what is open', () => {
    expect(said({ happened: 'screened', person: 'nyota', alone: true })).toBe('A desk screened Nyota alone');
  });
  test('has a general word for an open person or place, and drops what follows the sentence', () => {
    expect(said({ happened: 'received', person: 'nyota' })).toBe('A service received Nyota');
    expect(said({ happened: 'item-shared', item: 'bus-manifest' })).toMatch(/ with somebody$/);
    expect(said({ happened: 'charge-filed', person: 'nyota' })).toBe('A desk charged Nyota');
  });
  test('adds in brackets what the sentence of the event lacks', () => {
    expect(said({ happened: 'screened', person: 'nyota', child: true, by: 'police' })).toBe(
      'Police screened Nyota (as a child)',
    );
  });
  test('names the part of an item, because it matters which part', () => {
    const [names, item] = [
      said({ happened: 'item-shared', item: 'bus-manifest', parts: 'names' }),
      said({ happened: 'item-shared', item: 'bus-manifest' }),
    ];
    expect(names).not.toBe(item);
    expect(names).toMatch(/\(part: .+\)$/);
  });
  test('states how often', () => {
    expect(said({ happened: 'risk-assessed', person: 'nyota', times: 2 })).toMatch(/\(2 times\)$/);
  });
  test('states the case time', () => {
    expect(said({ clock: { after: 18 * 3_600_000 } })).toContain('18:00');
    expect(said({ clock: { after: 9 * 3_600_000, before: 18 * 3_600_000 } })).toMatch(/09:00.*18:00/);
  });
});

/** The leaves of a condition. */
const leavesOf = (condition: Condition): Condition[] =>
  [
    ...(condition.all ?? []),
    ...(condition.any ?? []),
    ...(condition.of ?? []),
    ...(condition.not ? [condition.not] : []),
  ]
    .flatMap(leavesOf)
    .concat((condition.all ?? condition.any ?? condition.of ?? condition.not) ? [] : [condition]);

describe.each(caseIds())('every condition that marks the case %s', (id) => {
  const { compiled } = parseCase(caseFiles(id));
  if (!compiled) throw new Error(`${id} is not playable`);
  const { rubric, 'red-lines': redLines } = compiled.scenario;
  const conditions = [
    ...Object.values(rubric).flatMap((task) => [task.do, task.undone, task.chance, task.window?.after]),
    ...Object.values(redLines).flatMap((line) => [line.when, line['repaired-by']]),
  ].filter((condition) => condition !== undefined);

  test.each(LANGUAGES)('becomes a complete sentence in %s with every value it asks for', (language) => {
    const words = wordsIn(language, compiled);
    const faults = conditions.flatMap(leavesOf).flatMap((leaf) => {
      const text = plain(conditionWords(leaf, words));
      const change = (field: string): string =>
        plain(
          conditionWords(
            { ...leaf, [field]: typeof leaf[field as 'by'] === 'boolean' ? !leaf[field as 'by'] : 'another-value' },
            words,
          ),
        );
      const silent = HAPPENED_FIELDS.filter(
        (field) => leaf.happened !== undefined && leaf[field] !== undefined && change(field) === text,
      );
      const isWhole = text.length > 3 && !/no text|\{\{|undefined|…, …/.test(text);
      return isWhole && silent.length === 0 ? [] : [`${text} (${silent.join(', ')})`];
    });
    expect(faults).toEqual([]);
  });
});
