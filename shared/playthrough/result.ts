/** Compares the marks of a debrief with the expected result of a playthrough. */
import type { Debrief } from '../debrief/debrief.ts';
import { isVictimFact } from '../vocabulary/victim-facts.ts';
import type { ExpectedResult } from './playthrough.ts';

type Line = [what: string, expected: string, actual: string];

/** All differences in one finding; undefined if there are none. */
export function compareResult(
  expected: ExpectedResult,
  debrief: Debrief,
): { what: string; expected: string; actual: string } | undefined {
  const different = [
    ...ratings(expected, debrief),
    ...redLines(expected, debrief),
    ...tasks(expected, debrief),
    ...referral(expected, debrief),
    ...victimEye(expected, debrief),
  ].filter(([, wanted, got]) => wanted !== got);
  if (different.length === 0) return undefined;
  const list = (column: 1 | 2): string => different.map((line) => `${line[0]} ${line[column]}`).join(', ');
  return { what: 'the result of the exercise', expected: list(1), actual: list(2) };
}

function ratings({ ratings: wanted }: ExpectedResult, { competencies, headline }: Debrief): Line[] {
  return Object.entries(wanted).map(([name, rating]) => {
    const mark = competencies.find(({ competency }) => competency === name);
    const got = name === 'investigation' ? headline.investigation.rating : (mark?.rating ?? 'none');
    return [name, rating, got];
  });
}

function redLines({ 'red-lines': wanted }: ExpectedResult, { redLines: marks }: Debrief): Line[] {
  if (!wanted) return [];
  const text = (ids: string[]): string => `[${ids.toSorted().join(', ')}]`;
  return [['red-lines', text(wanted), text(marks.map(({ redLine }) => redLine))]];
}

function tasks({ tasks: wanted }: ExpectedResult, { competencies }: Debrief): Line[] {
  const got = new Map(competencies.flatMap((mark) => mark.tasks).map(({ task, result }) => [task, result]));
  return Object.entries(wanted).map(([task, result]) => [task, result, got.get(task) ?? 'no such task']);
}

function referral({ referral: wanted }: ExpectedResult, { headline }: Debrief): Line[] {
  const got = new Map<string, number>(Object.entries(headline.referral));
  return Object.entries(wanted).map(([count, value]) => [
    `referral ${count}`,
    String(value),
    String(got.get(count) ?? 0),
  ]);
}

function victimEye({ 'victim-eye': wanted }: ExpectedResult, { victimEye: lines }: Debrief): Line[] {
  const told = new Set(lines.flatMap(namesOf));
  const check = (names: readonly string[], stands: 'stands' | 'does not stand'): Line[] =>
    names.map((name) => [`the line ${name}`, stands, told.has(name) ? 'stands' : 'does not stand']);
  return wanted ? [...check(wanted.has, 'stands'), ...check(wanted.not, 'does not stand')] : [];
}

/** The names of a line in a playthrough: its id, or person and fact, with and without the number. */
export function namesOf({ line, person, params }: Debrief['victimEye'][number]): string[] {
  if (!isVictimFact(line)) return [line];
  const number = params['minutes'] ?? params['times'];
  const name = `${person} ${line}`;
  return number === undefined ? [name] : [name, `${name} ${number}`];
}
