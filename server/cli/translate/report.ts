/** The output of `baraza translate status` and `import`. */
import { progressOf, type Progress, type TextRow, toDo } from '../../../shared/translation/rows.ts';
import { tooLong, type TooLong, withDifferentMarkup } from '../../../shared/translation/stress.ts';
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
  marks: withDifferentMarkup(rows).map(({ path }) => path),
});

const MAX_SHOWN = 12;
const EXCERPT_LENGTH = 60;

/** One summary line, then the open texts, at most `max` of each kind. */
export function standingText(standing: Standing, max = MAX_SHOWN): string {
  const { name, language, texts, translated, stale, missing, words, open, orphans, long, marks } = standing;
  const share = texts === 0 ? 100 : Math.floor((100 * translated) / texts);
  const head = `${name} → ${language}: ${translated} of ${texts} texts (${share} %)`;
  const rest = open.length === 0 ? '' : `; ${missing} missing, ${stale} stale, about ${words} words to do`;
  const under = (title: string, lines: string[]): string[] =>
    lines.length === 0 ? [] : [`  ${title}:`, ...firstLines(lines, max)];
  return [
    `${head}${rest}`,
    ...firstLines(
      open.map(({ path, state, source }) => `  ${state.padEnd(7)} ${path}  ${excerpt(source)}`),
      max,
    ),
    ...under(
      'no longer in the case',
      orphans.map((path) => `    ${path}`),
    ),
    ...under(
      'formatting marks (** or lists) differ from the source',
      marks.map((path) => `    ${path}`),
    ),
    ...under(
      'much longer than the source; check that it fits',
      long.map(({ path, translation, times }) => `    ${times.toFixed(1)}× ${path}  ${excerpt(translation)}`),
    ),
  ].join('\n');
}

const firstLines = (lines: readonly string[], max = MAX_SHOWN): string[] =>
  lines.length <= max ? [...lines] : [...lines.slice(0, max), `    … and ${lines.length - max} more (--all)`];

const excerpt = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length <= EXCERPT_LENGTH ? line : `${line.slice(0, EXCERPT_LENGTH - 1)}…`;
};

export function takenText({ taken, same, unchanged, empty, outdated, unknown }: TakenBack, file: string): string {
  return [
    `${taken.length} texts written to ${file}; ${same} unchanged, ${empty} empty.`,
    ...(unchanged.length > 0
      ? [
          `${unchanged.length} came back unchanged although their source has changed; they stay stale (\`translate accept\` marks them as correct):`,
          ...firstLines(unchanged.map((path) => `  ${path}`)),
        ]
      : []),
    ...(outdated.length > 0
      ? [
          `${outdated.length} translate a source that has changed since; they stay stale:`,
          ...firstLines(outdated.map((path) => `  ${path}`)),
        ]
      : []),
    ...(unknown.length > 0
      ? [
          `${unknown.length} have no text in the case and were ignored:`,
          ...firstLines(unknown.map(({ path, translation }) => `  ${path}  ${excerpt(translation)}`)),
        ]
      : []),
  ].join('\n');
}
