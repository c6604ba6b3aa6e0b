/** Words and data that must not be in any text of a case: real-looking contact data, blame by origin, hurtful words. */
import type { Report } from '../case-under-check.ts';
import { textsOf } from '../schema-walk.ts';
import type { Jurisdiction } from '../schema/jurisdiction.ts';
import type { Scenario } from '../schema/scenario.ts';
import type { Path } from '../source-map.ts';
import { realDataIn } from './real-data.ts';

/** Origin is never a sign of a crime: matches origin, people or faith beside a word of suspicion. */
const ORIGIN =
  /\b(?:(?:because|since|as) (?:he|she|they) (?:is|are|was|were) (?:a )?(?:foreign|from|an? immigrant)|looks? foreign|foreign[- ]looking|(?:typical|known) (?:of|for) (?:that|this|their) (?:country|nation(?:ality)?|tribe|people|religion)|(?:nationality|ethnicity|tribe|religion) (?:is|as) (?:an? )?(?:indicator|sign)|such (?:foreigners|nationals))\b/i;
/** In an indicator the mere mention is enough. */
const ORIGIN_WORD =
  /\b(?:nationality|nationals?|ethnic(?:ity)?|tribe|tribal|race|religion|skin colou?r|foreign(?:er)?s?)\b/i;

const WORDS: readonly [RegExp, string][] = [
  [
    /\billegal (?:im)?migrants?\b|\billegal (?:alien|entrant|person|people|border[- ]crosser)s?\b|\billegals\b/i,
    'Write “person in an irregular situation”.',
  ],
  [
    /\brescued (?:girls?|women|victims?|children|boys?)\b/i,
    'Write “presumed victim”, or what was done: “left the house with …”.',
  ],
  [
    /\b(?:child |under-?age )?prostitut(?:e|es|ion)\b/i,
    'Write “person exploited in prostitution”, for a child “sexual exploitation of a child”.',
  ],
  [/\bsex (?:slave|worker)s?\b/i, 'Write “person in sexual exploitation”.'],
  [/\bmodern[- ]day slaves?\b/i, 'Write “presumed victim”.'],
  [
    /\b(?:real|true|genuine|perfect|ideal) victims?\b/i,
    'Write “presumed victim”; there is no measure of truth for victims.',
  ],
  [/\bchild (?:bride|soldier|labourer)s?\b/i, 'Name the child first: “child in forced marriage”, “child put to work”.'],
];

/**
 * Checks all texts that people read. Speech of people in the case is exempt from word choice, because bad words may
 * occur in speech.
 */
export function lintTexts(
  schema: typeof Scenario | typeof Jurisdiction,
  value: Scenario | Jurisdiction,
  report: Report,
): void {
  for (const { path, text } of textsOf(schema, value)) {
    lintRealData(path, text, report);
    const isIndicator = path.includes('indicators');
    const origin = (isIndicator ? ORIGIN_WORD : ORIGIN).exec(text);
    if (origin) report('NATIONALITY_AS_INDICATOR', path, { text: origin[0] }, { words: origin[0] });
    if (path.includes('answers') || path.at(-1) === 'says') continue;
    for (const [pattern, better] of WORDS) {
      const match = pattern.exec(text);
      if (match) report('WORD_TO_AVOID', path, { word: match[0], better }, { words: match[0] });
    }
  }
}

/** Authors, reviewers, commissioners and sources are real, and so may be their addresses. */
const namesRealBodies = (path: Path): boolean => path[0] === 'credits' || path.at(-1) === 'source';

/** No text in any language contains a number, address or name that a reader could call, write to, visit or look up. */
export function lintRealData(path: Path, text: string, report: Report): void {
  for (const { code, text: words } of realDataIn(text)) {
    if ((code === 'REAL_FIRM' || code === 'REAL_ADDRESS') && namesRealBodies(path)) continue;
    report(code, path, { text: words }, { words });
  }
}
