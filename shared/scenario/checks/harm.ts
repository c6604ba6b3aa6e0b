/** Words and data that must not stand in any text of a case: real-looking contact data, blame by origin, words that wound. */
import type { Report } from '../case-under-check.ts';
import { textsOf } from '../schema-walk.ts';
import type { DiagnosticCode } from '../diagnostic-catalogue.ts';
import type { Jurisdiction } from '../schema/jurisdiction.ts';
import type { Scenario } from '../schema/scenario.ts';

type TextCode = Extract<
  DiagnosticCode,
  'REAL_PHONE' | 'REAL_ADDRESS' | 'REAL_COORDINATES' | 'REAL_NUMBER' | 'REAL_FIRM' | 'NATIONALITY_AS_INDICATOR'
>;

const DATA: readonly [RegExp, TextCode][] = [
  [/(?<![\w.:-])(?:\+|00)\d[\d ()./-]{6,}\d/, 'REAL_PHONE'],
  [/(?<![\w.:-])0\d{1,3}[ /-]?\d{3}[ -]?\d{3,5}(?!\w)/, 'REAL_PHONE'],
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.(?!example\b|invalid\b|test\b)[a-z]{2,}\b/i, 'REAL_ADDRESS'],
  [/\bhttps?:\/\/(?!\S*\.(?:example|invalid|test)\b)\S+/i, 'REAL_ADDRESS'],
  [/\b(?:www\.)?[a-z0-9-]+\.(?:com|org|net|info|io|co|app|me|ke|ug|et|dj|tz|so|sd|ae|sa|eu|uk)\b/i, 'REAL_ADDRESS'],
  [/-?\b\d{1,2}\.\d{3,}\s*°?\s*[NS]?\s*[,;]\s*-?\d{1,3}\.\d{3,}/, 'REAL_COORDINATES'],
  [/\b\d{1,3}°\s?\d{1,2}['′]/, 'REAL_COORDINATES'],
  [/\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,}/, 'REAL_NUMBER'],
  // Firms that cases of this kind are tempted to name: messages, money, travel, work.
  [
    /\b(?:WhatsApp|Facebook|Instagram|TikTok|Telegram Messenger|Snapchat|YouTube|Google|Viber|Imo Messenger|M-?Pesa|Safaricom|Vodacom|Vodafone|Airtel|MTN|Ethio ?telecom|Telebirr|Hormuud|Zaad|Western Union|MoneyGram|Dahabshiil|PayPal|Equity Bank|KCB|Standard Bank|Barclays|Ethiopian Airlines|Kenya Airways|RwandAir|Qatar Airways|Emirates Airlines|Flydubai|Turkish Airlines|Uber|Airbnb|Booking\.com|Interpol|Europol|UNICEF|UNHCR|UNODC)\b/,
    'REAL_FIRM',
  ],
];

/** A sign of a crime is never where somebody comes from: origin, people or faith beside a word of suspicion. */
const ORIGIN =
  /\b(?:(?:because|since|as) (?:he|she|they) (?:is|are|was|were) (?:a )?(?:foreign|from|an? immigrant)|looks? foreign|foreign[- ]looking|(?:typical|known) (?:of|for) (?:that|this|their) (?:country|nation(?:ality)?|tribe|people|religion)|(?:nationality|ethnicity|tribe|religion) (?:is|as) (?:an? )?(?:indicator|sign)|such (?:foreigners|nationals))\b/i;
/** In an indicator itself the mere mention is enough. */
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

/** Checks all texts that people read. Speech of people in the case is exempt from word choice: bad words may be heard. */
export function lintTexts(
  schema: typeof Scenario | typeof Jurisdiction,
  value: Scenario | Jurisdiction,
  report: Report,
): void {
  for (const { path, text } of textsOf(schema, value)) {
    const said = new Set<TextCode>();
    for (const [pattern, code] of DATA) {
      const match = said.has(code) ? null : pattern.exec(text);
      if (!match) continue;
      said.add(code);
      report(code, path, { text: match[0].trim() }, { words: match[0].trim() });
    }
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
