/** Parses an agenda from lines. Pure. */

/** The maximum number of points in an invitation. */
export const MAX_POINTS = 8;

/** The points of an agenda: one per line, without bullets, numbers and empty lines. */
export const agendaLines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/^\s*(?:[-•*]\s*|\d+[.)]\s+)?/, '').trim())
    .filter((line) => line !== '');
