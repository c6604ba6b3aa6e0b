import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { REJECTIONS } from '../../../shared/exercise/rejections.ts';
import { pseudo, type Texts } from '../../../client/i18n/pseudo.ts';
import { isCompletePin, readPin, formatPin, invalidLetters } from '../../../client/state/pin.ts';

const folder = (language: string) => new URL(`../../../client/i18n/${language}/`, import.meta.url);
const texts = (language: string, file: string): Texts =>
  JSON.parse(readFileSync(new URL(file, folder(language)), 'utf8')) as Texts;
const leaves = (tree: Texts, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : leaves(value, `${path}${key}.`),
  );
/** A key without its plural ending, because each language has its own plural forms. */
const base = (key: string): string => key.replace(/_(zero|one|two|few|many|other)$/, '');
/** The placeholders of a text. The form for one may omit the count. */
const holes = (line: string): string[] =>
  [...line.matchAll(/\{\{(\w+)\}\}/g)]
    .map(([, name]) => name ?? '')
    .filter((name) => name !== 'count')
    .sort();

const TRANSLATED = readdirSync(new URL('../../../client/i18n/', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'en')
  .map((entry) => entry.name);
const FILES = readdirSync(folder('en'));

it('the interface is translated into French and Swahili', () => {
  expect(TRANSLATED.sort()).toEqual(['fr', 'sw']);
});

describe.each(TRANSLATED)('the texts in %s', (language) => {
  it('have the same files as English', () => {
    expect(new Set(readdirSync(folder(language)))).toEqual(new Set(FILES));
  });

  describe.each(FILES)('%s', (file) => {
    const english = new Map(leaves(texts('en', file)));
    const translated = new Map(leaves(texts(language, file)));

    it('has every text of English', () => {
      const keys = (map: Map<string, string>): string[] => [...new Set([...map.keys()].map(base))].sort();
      expect(keys(translated)).toEqual(keys(english));
    });

    it('has no empty text', () => {
      expect([...translated].filter(([, line]) => line.trim() === '').map(([key]) => key)).toEqual([]);
    });

    it('has the same placeholders', () => {
      const different = [...english]
        .filter(([key, line]) => holes(line).join() !== holes(translated.get(key) ?? line).join())
        .map(([key]) => key);
      expect(different).toEqual([]);
    });

    it('has a form for every number that a class can reach', () => {
      const rules = new Intl.PluralRules(language);
      const forms = [...new Set(Array.from({ length: 1000 }, (_, number) => rules.select(number)))];
      const counted = new Set(
        [...english.keys()].filter((key) => key.endsWith('_other')).map((key) => key.replace(/_other$/, '')),
      );
      const absent = [...counted].flatMap((key) =>
        forms.map((form) => `${key}_${form}`).filter((formed) => !translated.has(formed)),
      );
      expect(absent).toEqual([]);
    });
  });
});

/** Segments of keys that are ids of the vocabulary or of a screen, quoted in their sources. */
const SOURCES = ['client', 'shared']
  .flatMap((top) =>
    readdirSync(new URL(`../../../${top}/`, import.meta.url), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => readFileSync(`${entry.parentPath}/${entry.name}`, 'utf8')),
  )
  .join('\n');
const isId = (segment: string): boolean => SOURCES.includes(`'${segment}'`) || SOURCES.includes(`.${segment}'`);

it.each(FILES)('%s has keys in camelCase; a segment that is an id keeps the spelling of the id', (file) => {
  const segments = leaves(texts('en', file)).flatMap(([key]) => base(key).split('.'));
  const odd = segments.filter((segment) => !/^[a-z][a-zA-Z0-9]*$/.test(segment));
  expect(
    [...new Set(odd)].filter((segment) => !segment.split('_').every((part) => isId(part) || /^[a-z]+$/.test(part))),
  ).toEqual([]);
});

it('no namespace repeats a text of common under the same key', () => {
  const all = ['en', ...TRANSLATED];
  const readings = (file: string): Map<string, string> => {
    const found = all.map((language) => new Map(leaves(texts(language, file))));
    return new Map([...(found[0]?.keys() ?? [])].map((key) => [key, found.map((map) => map.get(key)).join('|')]));
  };
  const shared = readings('common.json');
  const twice = FILES.filter((file) => file !== 'common.json').flatMap((file) =>
    [...readings(file)].flatMap(([key, said]) => (shared.get(key) === said ? [`${file}: ${key}`] : [])),
  );
  expect(twice).toEqual([]);
});

/** English texts that stand in two namespaces because another language needs two, with the reason. */
const TWO_TRANSLATIONS: Readonly<Record<string, string>> = {
  ...sameReason('the thing has another gender or class of nouns', [
    'All',
    'Closed',
    'Ended',
    'accepted',
    'asked',
    'closed',
    'ended',
    'full',
    'high',
    'low',
    'medium',
    'open',
    'refused',
  ]),
  ...sameReason('a power is named by the verb as a noun in Swahili, a button by its command', [
    'Arrest',
    'Assess needs',
    'Notify a guardian',
  ]),
  ...sameReason('a kind of question is plural in the debrief, which counts, and singular where one is asked', [
    'Blaming',
    'Leading',
    'Probing',
    'Promise',
  ]),
  ...sameReason('the drawing has room for a shorter name', ['Livelihood', 'Medical care', 'Safe return']),
  ...sameReason('the debrief tells what was, the console and the desk what is', [
    'identified',
    'offered help',
    'received',
    'received by a service',
    'refused freely',
    'simulated',
  ]),
  Actions: 'what a trainer can do, and what a conference agreed on',
  Close: 'shutting a dialog, and the last stage of an interview',
  Done: 'a button, a part of an explanation, and the state of an agreed action',
  Next: 'the next slide, and what happens next',
  Open: 'opening something, a kind of question, and a conference that is still open',
  People: 'people of the case, and who plays a desk',
  Share: 'giving an item to a desk, and a part of a whole',
  Status: 'what a person is in law, and where a person stands',
  'Until when?': 'the end of a consent, and the time by which an answer is wanted',
  detained: 'a short mark on a desk’s page, and where a person stands',
  'in person': 'how an item was shared, and where an interpreter is',
  somebody: 'a person, a receiver, a desk or an actor that a condition leaves open',
};

function sameReason(reason: string, words: readonly string[]): Record<string, string> {
  return Object.fromEntries(words.map((word) => [word, reason]));
}

/** English text → its places as `file: key`, with what stands there in every language. */
function placesOf(): Map<string, { file: string; readings: string }[]> {
  const places = new Map<string, { file: string; readings: string }[]>();
  for (const file of FILES) {
    const translated = TRANSLATED.map((language) => new Map(leaves(texts(language, file))));
    for (const [key, line] of leaves(texts('en', file)))
      places.set(line, [
        ...(places.get(line) ?? []),
        { file, readings: translated.map((map) => map.get(key)).join('|') },
      ]);
  }
  return places;
}

describe('a text in two namespaces', () => {
  const twice = [...placesOf()].filter(([, places]) => new Set(places.map(({ file }) => file)).size > 1);

  it('is refused, unless a translation needs two', () => {
    expect(twice.map(([line]) => line).sort()).toEqual(Object.keys(TWO_TRANSLATIONS).sort());
  });

  it('is allowed only while its translations differ', () => {
    const alike = twice.filter(([, places]) => new Set(places.map(({ readings }) => readings)).size === 1);
    expect(alike.map(([line]) => line)).toEqual([]);
  });
});

it.each(FILES.filter((file) => file !== 'common.json'))(
  '%s hides no text of common behind a group of texts',
  (file) => {
    const common = leaves(texts('en', 'common.json')).map(([key]) => base(key));
    const groups = new Set(leaves(texts('en', file)).flatMap(([key]) => groupsOf(key)));
    expect(common.filter((key) => groups.has(key))).toEqual([]);
  },
);

/** `a.b.c` → `a`, `a.b`. */
const groupsOf = (key: string): string[] =>
  key
    .split('.')
    .slice(0, -1)
    .map((_, index, all) => all.slice(0, index + 1).join('.'));

it('Swahili has one plural form for one and one for all other numbers', () => {
  const swahili = new Map(leaves(texts('sw', 'game.json')));
  expect(swahili.get('referral.room_one')).toBe('nafasi {{count}} iko wazi');
  expect(swahili.get('referral.room_other')).toBe('nafasi {{count}} ziko wazi');
  expect(new Intl.PluralRules('sw').select(1)).toBe('one');
  expect([0, 2, 5, 100].map((count) => new Intl.PluralRules('sw').select(count))).toEqual(Array(4).fill('other'));
});

it('every rejection has a sentence', () => {
  for (const language of ['en', ...TRANSLATED]) {
    const keys = new Set(leaves(texts(language, 'common.json')).map(([key]) => key));
    expect(REJECTIONS.filter((code) => !keys.has(`reject.${code}`))).toEqual([]);
  }
});

it('the test language keeps placeholders intact', () => {
  const made = pseudo({ a: { b: 'Ask {{name}} again' } });
  const line = leaves(made)[0]?.[1] ?? '';
  expect(line).toContain('{{name}}');
  expect(line).not.toContain('Ask');
});

describe('a class code', () => {
  it.each([
    ['k7m 4qp', 'K7M4QP'],
    ['K7M-4QP', 'K7M4QP'],
    ['http://192.168.1.20:2567/j/k7m4qp', 'K7M4QP'],
    ['K7M4QPX', 'K7M4QP'],
  ])('%s is read as %s', (typed, pin) => expect(readPin(typed)).toBe(pin));

  it('is complete only with six characters of its alphabet', () => {
    expect(isCompletePin('K7M4QP')).toBe(true);
    expect(isCompletePin('K7M4Q')).toBe(false);
    expect(isCompletePin('K7M4Q0')).toBe(false);
    expect(invalidLetters('K0M1O0')).toEqual(['0', '1', 'O']);
    expect(formatPin('K7M4QP')).toBe('K7M 4QP');
  });
});
