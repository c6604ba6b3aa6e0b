/** The size of the trainer's words on the wall, so that the other lines of the wall stay on the screen. */

/** Hundredths of the width of a 16:9 screen. */
const SIZES = [3, 2.6, 2.2, 1.9, 1.6, 1.35, 1.15, 1, 0.85, 0.7] as const;
const WIDTH = 88;
const HEIGHT = 17;
/** The line height, and the greatest usual width of a letter, as parts of the size. */
const LINE = 1.4;
const LETTER = 0.54;

/** The number of lines that the words take at this size. */
const linesAt = (words: string, size: number): number =>
  words.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * LETTER * size) / WIDTH)), 0);

/** The greatest size at which the words fit, in hundredths of the screen's width. */
export function wallType(words: string): number {
  return SIZES.find((size) => linesAt(words, size) * size * LINE <= HEIGHT) ?? 0.7;
}
