/** In the shipped cases a part of an item gives a name only where its own words, or the title of the item, say it. */
import { expect, test } from 'vitest';
import { parseCase } from '../../shared/scenario/parse-case.ts';
import { caseFiles, caseIds } from '../support/case-files.ts';

const said = (text: string, name: string): boolean =>
  name.split(/[\s,]+/).some((word) => word.length > 2 && text.includes(word));

test.each(caseIds())('%s: the words of a part say each name that the part gives', (id) => {
  const { compiled } = parseCase(caseFiles(id));
  if (!compiled) throw new Error(`${id} cannot be played`);
  const { items, people } = compiled.scenario;
  const unsaid = Object.entries(items).flatMap(([item, { title, text = '', names, parts = {} }]) =>
    [['', { title: '', text, names }] as const, ...Object.entries(parts)].flatMap(([part, one]) =>
      one.names
        .filter((person) => !said(`${title} ${one.title} ${one.text}`, people[person]?.name ?? ''))
        .map((person) => `${item} ${part}: ${person}`),
    ),
  );
  expect(unsaid).toEqual([]);
});
