/** Formats a diagnostic for a terminal: place, code, sentence, the line with a caret, the remedy. */
import type { Diagnostic } from './diagnostic.ts';

const TAB = /\t/g;
const MAX_WIDTH = 160;

/** `text` is the text of the file; without it, line and caret are left out. */
export function formatDiagnostic(diagnostic: Diagnostic, text?: string): string {
  const { line, col } = diagnostic.range.start;
  const head = `${diagnostic.file}:${line}:${col}  ${diagnostic.severity} ${diagnostic.code}  ${diagnostic.message}`;
  const shown = text === undefined ? [] : excerpt(diagnostic, text);
  const also = (diagnostic.related ?? []).map(({ file, range: { start } }) => `${file}:${start.line}:${start.col}`);
  const see = also.length === 0 ? [] : [`    See also ${also.join(', ')}.`];
  return [head, ...shown, `    ${diagnostic.remedy}`, ...see].join('\n');
}

function excerpt(diagnostic: Diagnostic, text: string): string[] {
  const { start, end } = diagnostic.range;
  const source = text.split('\n')[start.line - 1]?.replace(/\r$/, '').replace(TAB, ' ');
  if (source === undefined || source.trim() === '') return [];
  // Cuts a long line so that the caret stays on screen.
  const from = Math.max(0, start.col - 1 - MAX_WIDTH / 2);
  const line = source.slice(from, from + MAX_WIDTH);
  const column = start.col - 1 - from;
  const last = end.line === start.line ? end.col - start.col : source.length - start.col + 1;
  const width = Math.max(1, Math.min(last, line.length - column));
  const gutter = `${String(start.line).padStart(5)} | `;
  return [`${gutter}${line}`, `${' '.repeat(gutter.length + Math.max(0, column))}${'^'.repeat(width)}`];
}
