/** Removes the name of an erased person from the texts of other people. */

/** Replaces an erased text, in every language. */
export const ERASED = '[…]';
/** Shorter parts of a name are often ordinary words. */
const MIN_PART_LENGTH = 3;

/** Replaces the name and each of its longer parts, ignoring case and the number of spaces. */
export function withoutName(text: string, name: string): string {
  const words = name
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '');
  const whole = words.map(escape).join('\\s+');
  const parts = words.filter((word) => word.length >= MIN_PART_LENGTH).map(escape);
  const patterns = [whole, ...parts].filter((part) => part !== '');
  if (patterns.length === 0) return text;
  return text
    .normalize('NFC')
    .replaceAll(new RegExp(`(?<![\\p{L}\\p{N}])(?:${patterns.join('|')})(?![\\p{L}\\p{N}])`, 'giu'), ERASED);
}

const escape = (word: string): string => word.normalize('NFC').replaceAll(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
