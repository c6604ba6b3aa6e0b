/** Real-looking data in a case is reported; visibly invented data is not. */
import { expect, test } from 'vitest';
import { realDataIn } from '../../shared/scenario/checks/real-data.ts';
import { artFindings } from '../../shared/scenario/checks/art.ts';
import { nowhere } from '../../shared/scenario/source-map.ts';

const told = (text: string): string[] => realDataIn(text).map(({ code, text: words }) => `${code} ${words}`);

test.each([
  ['Call +254 712 345 678 now.', 'REAL_PHONE +254 712 345 678'],
  ['Call 00254712345678 now.', 'REAL_PHONE 00254712345678'],
  ['Ring 0712-345-678.', 'REAL_PHONE 0712-345-678'],
  ['Ring 0712 345678.', 'REAL_PHONE 0712 345678'],
  ['Appelez le 06 12 34 56 78.', 'REAL_PHONE 06 12 34 56 78'],
  ['Ring (212) 736-5000.', 'REAL_PHONE (212) 736-5000'],
  ['اتصل على +٢٥٤ ٧١٢ ٣٤٥ ٦٧٨', 'REAL_PHONE +٢٥٤ ٧١٢ ٣٤٥ ٦٧٨'],
  ['Write to coach@football-star.com.', 'REAL_ADDRESS coach@football-star.com'],
  ['Write to jane.doe+x@mail.seaside.travel', 'REAL_ADDRESS jane.doe+x@mail.seaside.travel'],
  ['See http://user@jobs.example.travel/a?b', 'REAL_ADDRESS http://user@jobs.example.travel/a?b'],
  ['See https://example.evil-jobs.club', 'REAL_ADDRESS https://example.evil-jobs.club'],
  ['See www.heron-jobs.co.ke today', 'REAL_ADDRESS www.heron-jobs.co.ke'],
  ['Paid to GB29 NWBK 6016 1331 9268 19.', 'REAL_NUMBER GB29 NWBK 6016 1331 9268 19'],
  ['Paid to DE89370400440532013000.', 'REAL_NUMBER DE89370400440532013000'],
  ['Passport A1988217, page 3', 'REAL_NUMBER A1988217'],
  ['Passport BK 4471906', 'REAL_NUMBER BK 4471906'],
  ['Identity card 29815507.', 'REAL_NUMBER 29815507'],
  ['Identity card 5481 2207 9913', 'REAL_NUMBER 5481 2207 9913'],
  ['P<UTOERIKSSON<<ANNA<MARIA<<<', 'REAL_NUMBER P<UTOERIKSSON<<ANNA<MARIA<<<'],
  ['Meet at -1.28333, 36.81667 tonight', 'REAL_COORDINATES -1.28333, 36.81667'],
  ['Meet at -1.28333 36.81667 tonight', 'REAL_COORDINATES -1.28333 36.81667'],
  ['1.2833° S', 'REAL_COORDINATES 1.2833° S'],
  ['1°17′ S', 'REAL_COORDINATES 1°17′'],
  ['The code is 6GCRPR6C+2F.', 'REAL_COORDINATES 6GCRPR6C+2F'],
  ['He came by WhatsApp.', 'REAL_FIRM WhatsApp'],
])('%s is reported as real data', (text, finding) => {
  expect(told(text)).toEqual([finding]);
});

test.each([
  'Call 0XX-555, or +1 202 555 0143, or 07700 900123, or 01632 960 001, or +999 12 345 678.',
  'Write to office@heron-line.example, boss@example.org, or see https://heron.example/jobs and www.example.com.',
  'Account EX29 NWBK 6016 1331 9268 19, passport EX-4471906, XX 1234567, A0001234, card 0000 0000 0000.',
  'It holds 12,500 shillings, 1.500, 1.750 and 250 000 000 in all, day 2 14:30, 08:00-17:00, 2023/114, no. 20260312.',
  'Registered in 2019-2020, 1998 1999 2000; 12.500, 13.750 kilos; 40 %, 3.5 km, 12.5000 m.',
  'Plate KBX 123A, room B12, container 40-17, file CR-0042, IMG_20260312_081500, v1.2.3.',
  'He said: go.Then he left.No word more. Mr. Ado, e.g. today, i.e. now.',
])('%s is not reported', (text) => {
  expect(told(text)).toEqual([]);
});

test('each match is reported once, and as one kind only', () => {
  expect(told('Call +254 712 345 678 or coach@star.com. Again: +254 712 345 678.')).toEqual([
    'REAL_ADDRESS coach@star.com',
    'REAL_PHONE +254 712 345 678',
  ]);
});

test('a number on a drawn sign is reported at its line', () => {
  const svg = '<svg viewBox="0 0 700 900">\n<path d="M0712 345 678"/>\n<text>Call 0712 345 678</text></svg>';
  expect(
    artFindings({ 'art/sign.svg': svg }, undefined, nowhere('scenario.yaml')).map(({ code, range }) => [
      code,
      range.start,
      range.end,
    ]),
  ).toEqual([['REAL_PHONE', { line: 3, col: 12 }, { line: 3, col: 24 }]]);
});

/** Texts that make a quadratic pattern rescan every letter. */
const TRAPS: readonly [string, (size: number) => string][] = [
  ['letters', (size) => 'a'.repeat(size)],
  ['letters and hyphens', (size) => 'a-'.repeat(size / 2)],
  ['names without an end', (size) => 'a.'.repeat(size / 2)],
  ['addresses without an end', (size) => 'a@'.repeat(size / 2)],
  ['links in links', (size) => 'http://'.repeat(size / 7)],
  ['digits', (size) => '0'.repeat(size)],
  ['numbers in brackets', (size) => '(00'.repeat(size / 3)],
  ['a number with nothing but spaces', (size) => `+1${' '.repeat(size)}`],
  ['plus signs', (size) => '+1 '.repeat(size / 3)],
  ['pairs of digits', (size) => '01 '.repeat(size / 3)],
  ['capitals', (size) => 'AB12'.repeat(size / 4)],
  ['lines of a passport', (size) => 'PABC<'.repeat(size / 5)],
  ['decimals', (size) => '1.23456 '.repeat(size / 8)],
  ['degrees', (size) => '1.234 °'.repeat(size / 7)],
];

function timeOf(text: string): number {
  const began = performance.now();
  realDataIn(text);
  return performance.now() - began;
}

test.each(TRAPS)('reading %s takes linear time', (_, make) => {
  const [short, long] = [make(20_000), make(160_000)];
  let [small, large] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  // Eight times the text takes a quadratic pattern sixty-four times as long, even at its fastest. The fastest of many
  // tries counts, because another process can delay any single one.
  for (let tries = 0; tries < 60 && large >= Math.max(small, 1) * 32; tries += 1) {
    small = Math.min(small, timeOf(short));
    large = Math.min(large, timeOf(long));
  }
  expect(large).toBeLessThan(Math.max(small, 1) * 32);
});
