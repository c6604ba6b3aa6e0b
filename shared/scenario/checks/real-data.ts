/**
 * Finds data in a text that looks real: telephone numbers, addresses, papers, accounts, places, firms. Every pattern
 * has a limited length and starts at a word boundary, so the time is linear in the length of the text.
 */
import type { DiagnosticCode } from '../diagnostic-catalogue.ts';

export type RealCode = Extract<DiagnosticCode, `REAL_${string}`>;

export interface RealData {
  code: RealCode;
  /** As written. */
  text: string;
}

interface Sign {
  code: RealCode;
  /** Must have the flag `g`. */
  pattern: RegExp;
  /** True if a match is visibly invented or is something else. */
  isHarmless?: (found: string) => boolean;
}

const digitsOf = (text: string): string => text.replaceAll(/\D/g, '');

/** Names reserved for examples (RFC 2606, RFC 6761), which can never be registered. */
const EXAMPLE_NAME = /(?:^|\.)(?:example(?:\.(?:com|net|org))?|invalid|test)$/i;
const isExampleName = (name: string): boolean => EXAMPLE_NAME.test(name.replace(/:\d*$/, ''));

/** Numbers reserved for fiction in North America and Britain, the unused country code 999, and repeated digits. */
const FICTIONAL_PHONE = /^(?:1?\d{3}55501\d\d|(?:44|0)(?:7700900|1632960)\d{3}|999\d+|(\d)\1+)$/;
function isNoPhone(found: string): boolean {
  const digits = digitsOf(found);
  return digits.length < 7 || digits.length > 15 || FICTIONAL_PHONE.test(digits.replace(/^00(?=[1-9])/, ''));
}

/** Numbers that were never assigned: they begin with zeros, repeat one digit, or count up. */
const isInventedNumber = (digits: string): boolean =>
  /^000|^(\d)\1+$/.test(digits) || '12345678901234567890'.startsWith(digits);
const isInventedPaper = (found: string): boolean =>
  /^(?:EX|XX|ZZ|X|Z)[ -]?\d/.test(found) || isInventedNumber(digitsOf(found));
const isInventedAccount = (found: string): boolean => {
  const digits = digitsOf(found);
  return /^(?:EX|XX|ZZ)/.test(found) || digits.length < 8 || isInventedNumber(digits.slice(2));
};
const isDay = (digits: string): boolean => /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])(?:\d{2,6})?$/.test(digits);
const areYears = (found: string): boolean => found.split(/[ -]/).every((each) => /^(?:19|20)/.test(each));

const SIGNS: readonly Sign[] = [
  {
    code: 'REAL_ADDRESS',
    pattern: /\b(?:https?|ftp):\/\/[^\s"'<>()]{1,300}/gi,
    isHarmless: (found) =>
      isExampleName(/^\w+:\/\/(?:[^/?#]*@)?([^/?#]*)/.exec(found)?.[1]?.replace(/[.,;]$/, '') ?? ''),
  },
  {
    code: 'REAL_ADDRESS',
    pattern: /(?<![\w.+-])[\w.+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,5}/gi,
    isHarmless: (found) => isExampleName(found.slice(found.indexOf('@') + 1)),
  },
  {
    code: 'REAL_ADDRESS',
    pattern:
      /(?<![\w@.-])(?:[a-z0-9-]{1,63}\.){1,5}(?:com|org|net|info|io|co|app|me|ke|ug|et|dj|tz|so|sd|ss|er|rw|bi|ae|sa|eu|uk)(?![\w-])/gi,
    isHarmless: isExampleName,
  },
  {
    code: 'REAL_PHONE',
    pattern: /(?<![\w.:-])(?:\+|00)\d[\d ()./-]{6,20}\d/g,
    isHarmless: isNoPhone,
  },
  {
    code: 'REAL_PHONE',
    pattern: /(?<![\w.:-])0\d{1,4}[ /-]?\d{3}[ -]?\d{3,5}(?!\w)/g,
    isHarmless: isNoPhone,
  },
  {
    code: 'REAL_PHONE',
    pattern: /(?<![\w.:-])0\d(?:[ .]\d\d){4}(?!\w)/g,
    isHarmless: isNoPhone,
  },
  {
    code: 'REAL_PHONE',
    pattern: /(?:\(\d{3}\) ?|(?<![\w.-])\d{3}-)\d{3}-\d{4}(?![\w-])/g,
    isHarmless: isNoPhone,
  },
  {
    code: 'REAL_NUMBER',
    pattern: /(?<![A-Z0-9])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?(?![A-Z0-9])/g,
    isHarmless: isInventedAccount,
  },
  // Passports and identity cards: one or two letters and six to nine digits.
  {
    code: 'REAL_NUMBER',
    pattern: /(?<![\w-])[A-Z]{1,2}[ -]?\d{6,9}[A-Z]?(?![\w-])/g,
    isHarmless: isInventedPaper,
  },
  // Machine-readable lines of a passport.
  { code: 'REAL_NUMBER', pattern: /[PIACV][A-Z<][A-Z<]{3}[A-Z]{1,30}<<[A-Z<]{1,30}/g },
  // Cards and identity numbers in groups of four.
  {
    code: 'REAL_NUMBER',
    pattern: /(?<![\w.-])\d{4}(?:[ -]\d{4}){2,3}(?![\w-])/g,
    isHarmless: (found) => areYears(found) || isInventedNumber(digitsOf(found)),
  },
  {
    code: 'REAL_NUMBER',
    pattern: /(?<![\w.,+/-])\d{8,19}(?!\w)/g,
    isHarmless: (found) => isDay(found) || isInventedNumber(found),
  },
  // Four decimals locate a house; three may be thousands of something.
  {
    code: 'REAL_COORDINATES',
    pattern: /(?<![\w.])-?\d{1,3}\.\d{4,10}\s?°?\s?[NSEW]?\s{0,3}(?:[,;]\s{0,3}|\s)-?\d{1,3}\.\d{4,10}(?!\d)/g,
  },
  { code: 'REAL_COORDINATES', pattern: /(?<![\w.])\d{1,3}\.\d{3,10}\s?(?:°\s?[NSEW]?|[NSEW]\b)/g },
  { code: 'REAL_COORDINATES', pattern: /(?<!\d)\d{1,3}°\s?\d{1,2}(?:\.\d{1,6})?['′]/g },
  // Open location codes, like 6GCR…+2F.
  {
    code: 'REAL_COORDINATES',
    pattern: /(?<![A-Z0-9+])[2-9CFGHJMPQRVWX]{4,8}\+[2-9CFGHJMPQRVWX]{2,3}(?![A-Z0-9+])/g,
    isHarmless: (found) => !/[A-Z]/.test(found) || !/\d/.test(found),
  },
  // Firms and organisations that cases of this kind may name by mistake: messages, money, travel, work.
  {
    code: 'REAL_FIRM',
    pattern:
      /\b(?:WhatsApp|Facebook|Instagram|TikTok|Telegram Messenger|Snapchat|YouTube|Google|Viber|Imo Messenger|M-?Pesa|Safaricom|Vodacom|Vodafone|Airtel|MTN|Ethio ?telecom|Telebirr|Hormuud|Zaad|Western Union|MoneyGram|Dahabshiil|PayPal|Equity Bank|KCB|Standard Bank|Barclays|Ethiopian Airlines|Kenya Airways|RwandAir|Qatar Airways|Emirates Airlines|Flydubai|Turkish Airlines|Uber|Airbnb|Interpol|Europol|UNICEF|UNHCR|UNODC)\b/g,
  },
];

/** Maximum number of matches per text. */
const MAX_MATCHES = 12;
const MAX_CHECKED = 1000;

/**
 * Each character belongs to one match only, by order of patterns: digits of a telephone number are not reported as a
 * paper too.
 */
export function realDataIn(text: string): RealData[] {
  const plain = withPlainDigits(text);
  const taken: [from: number, to: number][] = [];
  const found = new Map<string, RealData>();
  for (const { code, pattern, isHarmless } of SIGNS) {
    for (const match of plain.matchAll(pattern)) {
      const [from, to] = [match.index, match.index + match[0].length];
      if (taken.some(([start, end]) => from < end && start < to)) continue;
      // A harmless match is not tried as another kind.
      taken.push([from, to]);
      if (isHarmless?.(match[0].trim()) === true) continue;
      const words = text.slice(from, to).trim();
      found.set(words, { code, text: words });
      if (found.size >= MAX_MATCHES || taken.length >= MAX_CHECKED) return [...found.values()];
    }
  }
  return [...found.values()];
}

/** Replaces Arabic and Persian digits one by one; positions stay the same. */
const withPlainDigits = (text: string): string =>
  text.replaceAll(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
