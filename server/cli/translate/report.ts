/** What `baraza translate` says about where the translations stand. */
import { progressOf, type Progress, type TextRow, toDo } from '../../../shared/translation/rows.ts';
import { tooLong, type TooLong, withOtherMarks } from '../../../shared/translation/stress.ts';
import type { TakenBack } from './take-back.ts';
import type { Subject, Translated } from './subject.ts';

export interface Standing extends Progress {
  name: string;
  language: string;
  open: Pick<TextRow, 'path' | 'state' | 'source'>[];
  /** Translations without a text in the case. */
  orphans: string[];
  long: TooLong[];
  /** Paths where emphasis or list marks differ from the source. */
  marks: string[];
}

export const standingOf = (subject: Subject, language: string, { rows, orphans }: Translated): Standing => ({
  name: subject.name,
  language,
  ...progressOf(rows),
  open: toDo(rows).map(({ path, state, source }) => ({ path, state, source })),
  orphans: Object.keys(orphans),
  long: tooLong(rows),
  marks: withOtherMarks(rows).map(({ path }) => path),
});

const SHOWN = 12;
const EXCERPT = 60;

/** One line, and then what is still to do; of each kind at most `most` texts. */
export function standingText(standing: Standing, most = SHOWN): string {
  const { name, language, texts, translated, stale, missing, words, open, orphans, long, marks } = standing;
  const share = texts === 0 ? 100 : Math.floor((100 * translated) / texts);
  const head = `${name} → ${language}: ${translated} of ${texts} texts (${share} %)`;
  const rest = open.length === 0 ? '' : `; ${missing} missing, ${stale} stale, about ${words} words to do`;
  const under = (title: string, lines: string[]): string[] =>
    lines.length === 0 ? [] : [`  ${title}:`, ...some(lines, most)];
  return [
    `${head}${rest}`,
    ...some(
      open.map(({ path, state, source }) => `  ${state.padEnd(7)} ${path}  ${excerpt(source)}`),
      most,
    ),
    ...under(
      'not in the case any more',
      orphans.map((path) => `    ${path}`),
    ),
    ...under(
      'other marks (** or lists) than the source',
      marks.map((path) => `    ${path}`),
    ),
    ...under(
      'much longer than its source; look whether it fits',
      long.map(({ path, translation, times }) => `    ${times.toFixed(1)}× ${path}  ${excerpt(translation)}`),
    ),
  ].join('\n');
}

const some = (lines: readonly string[], most = SHOWN): string[] =>
  lines.length <= most ? [...lines] : [...lines.slice(0, most), `    … and ${lines.length - most} more (--all)`];

const excerpt = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length <= EXCERPT ? line : `${line.slice(0, EXCERPT - 1)}…`;
};

export function takenText({ taken, same, unchanged, empty, outdated, unknown }: TakenBack, file: string): string {
  return [
    `${taken.length} texts taken into ${file}; ${same} stood there already, ${empty} came back empty.`,
    ...(unchanged.length > 0
      ? [
          `${unchanged.length} came back unchanged although the text of the case has changed; they stay stale (\`translate accept\` says that they are right):`,
          ...some(unchanged.map((path) => `  ${path}`)),
        ]
      : []),
    ...(outdated.length > 0
      ? [
          `${outdated.length} were made of a text that has changed since; they stay stale:`,
          ...some(outdated.map((path) => `  ${path}`)),
        ]
      : []),
    ...(unknown.length > 0
      ? [
          `${unknown.length} have no text in the case and were not taken:`,
          ...some(unknown.map(({ path, translation }) => `  ${path}  ${excerpt(translation)}`)),
        ]
      : []),
  ].join('\n');
}
