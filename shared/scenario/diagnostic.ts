/** A finding about a scenario file: where, what is wrong, and what would put it right. */

/** Counted from 1, as editors do. */
export interface Position {
  line: number;
  col: number;
}

/** `end` is the first position after the finding. */
export interface Range {
  start: Position;
  end: Position;
}

/**
 * - `error`: the case cannot be played; it cannot be launched.
 * - `warning`: it can be played, but an author would agree that this is not meant.
 * - `hint`: worth a thought; a case may have good reasons.
 */
export type Severity = 'error' | 'warning' | 'hint';

export interface Diagnostic {
  code: string;
  severity: Severity;
  file: string;
  range: Range;
  message: string;
  remedy: string;
  /** Other places where an author may mend it. */
  related?: readonly { file: string; range: Range }[];
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The order people read in: by file, then by place, then by code. The main file comes before its translations. */
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

/** True where nothing stands in the way of playing. */
export const isPlayable = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.every((diagnostic) => diagnostic.severity !== 'error');
