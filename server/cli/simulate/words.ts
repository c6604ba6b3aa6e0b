/** Texts of the report, shared by terminal and page. */
import { LINE_UPS } from '../../../shared/simulation/plan.ts';
import type { Report } from '../../../shared/simulation/report.ts';
import type { FactKind } from '../../../shared/simulation/universe.ts';

export const HEADINGS = {
  never: 'Never reached',
  idle: 'Desks with nothing to do',
  endings: 'Endings',
};

export const KIND_TITLES: Record<FactKind, string> = {
  state: 'states',
  transition: 'transitions',
  inject: 'injects',
  item: 'items',
  part: 'parts of items',
  needed: 'items with the desks that need them',
  person: 'people',
  interview: 'interviews',
  question: 'questions',
  answer: 'answers',
  service: 'services offered',
  holding: 'answers of outside bodies',
  decision: 'decisions',
  option: 'options chosen',
  operation: 'operations',
  'task-chance': 'tasks that had their chance',
  'task-done': 'tasks done at least once',
  'task-missed': 'tasks missed at least once',
  'red-line': 'red lines crossed',
  pin: 'pins of the debrief',
  'victim-eye': 'victim’s-eye lines',
};

export const plural = (count: number, word: string): string =>
  `${count.toLocaleString('en-GB')} ${word}${count === 1 ? '' : 's'}`;
/** `12 %`; a share above zero is never shown as 0 %. */
export const percent = (share: number): string =>
  share > 0 && share < 0.01 ? 'under 1 %' : `${Math.round(share * 100)} %`;

/** The command that repeats one play of a report. */
export function repeatCommand({ seed, lineUps, case: { id } }: Report, play: number): string {
  const kinds = lineUps.map(({ lineUp }) => lineUp);
  const bots = kinds.join() === LINE_UPS.join() ? '' : ` --bots ${kinds.join()}`;
  return `npx baraza simulate ${id} --seed ${seed}${bots} --only ${play}`;
}

/** Title and summary of a report. */
export function verdict(report: Report): { title: string; lines: string[] } {
  const { plays, broken, seed, lineUps, violations, proof, refused, commands } = report;
  const kinds = lineUps.map(({ lineUp }) => lineUp).join(', ');
  const title = `${report.case.title}: ${plural(plays + broken, 'play')} (seed ${seed}; ${kinds})`;
  const found = violations.length;
  const lines = [
    proof.leaks === 0
      ? `No leaks: no desk received information without a right to it, in every event of ${plural(plays, 'play')} and on the cards of ${proof.cardPlays}.`
      : `${plural(proof.leaks, 'leak')}: a desk received information without a right to it.`,
    found === 0
      ? 'No play was aborted, and every log replays to the same exercise.'
      : `${plural(found, 'violation')} in total; the first ones are listed with the shortest path to them.`,
    `${plural(commands, 'command')}, ${refused === 0 ? 'none' : percent(refused / commands)} of them rejected.`,
  ];
  return { title, lines };
}

export function endingLines({ endings, plays }: Report): string[] {
  const finals = endings.final.map(({ state, plays: count }) => `\`${state}\` in ${plural(count, 'play')}`);
  const charts = Object.entries(endings.charts).map(([chart, states]) => {
    const list = Object.entries(states)
      .toSorted(([, a], [, b]) => b - a)
      .map(([state, count]) => `${state} ${count}`);
    return `\`${chart}\` ended in: ${list.join(', ')}`;
  });
  return [
    finals.length === 0 ? 'The case has no final state.' : `Final states: ${finals.join(', ')}.`,
    `The case suggested the end in ${endings.suggested} of ${plural(plays, 'play')}; in the others time ran out.`,
    ...charts,
  ];
}

export interface Table {
  title: string;
  /** The first row is the header. */
  rows: string[][];
}

export const tables = (report: Report): Table[] =>
  [coverageTable(report), workTable(report), ...ratingTables(report), refusalTable(report)].filter(
    ({ rows }) => rows.length > 1,
  );

const coverageTable = ({ coverage }: Report): Table => ({
  title: 'Reached by at least one play',
  rows: [
    ['', 'reached', 'of', ''],
    ...coverage.map(({ kind, reached, of }) => [KIND_TITLES[kind], String(reached), String(of), percent(reached / of)]),
  ],
});

const workTable = ({ work }: Report): Table => ({
  title: `Work of the desks, in case minutes per play (${work.lineUp})`,
  rows: [
    ['', 'mean', 'min', 'max', 'busy', 'commands'],
    ...work.desks.map(({ role, minutes: { mean, least, most }, busy, commands }) => [
      role,
      String(mean),
      String(least),
      String(most),
      percent(busy),
      String(commands),
    ]),
  ],
});

const RATINGS: Readonly<Record<string, string>> = { P: 'P', S: 'S', M: 'M', U: 'U', none: '–' };

/** One table: a row per competency, a column per line-up; a cell counts the plays per rating. */
function ratingTables({ lineUps }: Report): Table[] {
  const competencies = [...new Set(lineUps.flatMap(({ ratings }) => Object.keys(ratings)))];
  const cell = (ratings: Record<string, number> | undefined): string =>
    Object.entries(RATINGS)
      .flatMap(([rating, letter]) => (ratings?.[rating] ? [`${letter}${ratings[rating]}`] : []))
      .join(' ');
  return [
    {
      title: 'Ratings: P6 means six plays with rating P (– not exercised)',
      rows: [
        ['', ...lineUps.map(({ lineUp }) => lineUp)],
        ...competencies.map((competency) => [competency, ...lineUps.map(({ ratings }) => cell(ratings[competency]))]),
      ],
    },
  ];
}

/** Rejections per play below which a row is left out. */
const MIN_REJECTION_RATE = 0.02;
const MAX_REJECTION_ROWS = 12;

const refusalTable = ({ refusals, plays }: Report): Table => ({
  title: 'Most frequent rejections (many of one kind suggest that an action is unclear)',
  rows: [
    ['', 'reason', 'times', 'first in play'],
    ...refusals
      .filter(({ times }) => times >= plays * MIN_REJECTION_RATE)
      .slice(0, MAX_REJECTION_ROWS)
      .map(({ command, code, times, firstPlay }) => [command, code, String(times), String(firstPlay)]),
  ],
});
