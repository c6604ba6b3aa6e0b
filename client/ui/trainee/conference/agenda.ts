/** An agenda is typed as lines. Pure. */

/** As many points as one invitation carries. */
export const MOST_POINTS = 8;

/** The points of an agenda: one on each line, without bullets, numbers and empty lines. */
export const agendaLines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/^\s*(?:[-•*]\s*|\d+[.)]\s+)?/, '').trim())
    .filter((line) => line !== '');
