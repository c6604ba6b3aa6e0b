/** A diagnostic about a scenario file: place, cause and remedy. */

/** Counted from 1, as in editors. */
export interface Position {
  line: number;
  col: number;
}

/** `end` is the first position after the range. */
export interface Range {
  start: Position;
  end: Position;
}

/**
 * - `error`: the case cannot be played and cannot be launched.
 * - `warning`: the case can be played, but is probably not as its author meant it.
 * - `hint`: a suggestion; a case may have good reasons.
 */
export type Severity = 'error' | 'warning' | 'hint';

export interface Diagnostic {
  code: string;
  severity: Severity;
  file: string;
  range: Range;
  message: string;
  remedy: string;
  /** Other places where the author may fix it. */
  related?: readonly { file: string; range: Range }[];
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Sort order: by file, then by place, then by code. The main file comes before its translations. */
export function byPlace(a: Diagnostic, b: Diagnostic): number {
  const main = Number(b.file.endsWith('scenario.yaml')) - Number(a.file.endsWith('scenario.yaml'));
  return (
    main ||
    byText(a.file, b.file) ||
    a.range.start.line - b.range.start.line ||
    a.range.start.col - b.range.start.col ||
    byText(a.code, b.code) ||
    byText(a.message, b.message)
  );
}

/** True if there is no error. */
export const isPlayable = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.every((diagnostic) => diagnostic.severity !== 'error');
