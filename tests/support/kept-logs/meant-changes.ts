/**
 * What was changed on purpose since a set of logs was recorded. A kept log is compared byte for byte; where a later version means
 * to say more, an entry here takes that away again before the comparison, with the reason. Recorded files are never edited.
 */
export interface MeantChange {
  /** Why the result differs, and what old exercises gain by it. */
  reason: string;
  of: 'debrief' | 'deskDebrief' | 'view' | 'export';
  /** Turns what the code computes today into what it computed when the logs were recorded. */
  undo: (value: unknown, name: string) => unknown;
}

export const MEANT_CHANGES: readonly MeantChange[] = [];

/** The text as it would have been when the logs were recorded. `name` is the desk, viewer or file. */
export function asRecorded(of: MeantChange['of'], name: string, text: string): string {
  const changes = MEANT_CHANGES.filter((change) => change.of === of);
  if (changes.length === 0) return text;
  const isJson = text.startsWith('{');
  const value = changes.reduce<unknown>((now, { undo }) => undo(now, name), isJson ? JSON.parse(text) : text);
  return isJson ? JSON.stringify(value) : String(value);
}
