/** Markdown-light, as screens and print show it. */
import { expect, test } from 'vitest';
import { readInline, readProse } from '../../shared/text/prose.ts';

test('emphasis is parsed, and similar text is not', () => {
  expect(readInline('a *b* **c** 2 * 3 * 4 <i>')).toEqual([
    { text: 'a ' },
    { text: 'b', mark: 'em' },
    { text: ' ' },
    { text: 'c', mark: 'strong' },
    { text: ' 2 * 3 * 4 <i>' },
  ]);
});

test('paragraphs keep their lines, and a list may have an introduction', () => {
  expect(readProse('One\ntwo\n\nTake:\n- soup\n- water\n\n1. first\n2) second\n')).toEqual([
    { kind: 'paragraph', lines: [[{ text: 'One' }], [{ text: 'two' }]] },
    { kind: 'list', ordered: false, intro: [[{ text: 'Take:' }]], items: [[{ text: 'soup' }], [{ text: 'water' }]] },
    { kind: 'list', ordered: true, intro: [], items: [[{ text: 'first' }], [{ text: 'second' }]] },
  ]);
  expect(readProse(' \n\n')).toEqual([]);
});
