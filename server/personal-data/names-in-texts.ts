/** A name may stand in what somebody else wrote. Where a person is erased, it goes there too. */

/** What stands in the place of erased words, in every language. */
export const ERASED = '[…]';
/** Shorter parts of a name are words of everyday too often. */
const SHORTEST = 3;

/** `text` without the name, in any case and spelling of spaces; and without each of its longer parts. */
export function withoutName(text: string, name: string): string {
  const words = name
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '');
  const whole = words.map(escape).join('\\s+');
  const parts = words.filter((word) => word.length >= SHORTEST).map(escape);
  const wanted = [whole, ...parts].filter((part) => part !== '');
  if (wanted.length === 0) return text;
  return text
    .normalize('NFC')
    .replaceAll(new RegExp(`(?<![\\p{L}\\p{N}])(?:${wanted.join('|')})(?![\\p{L}\\p{N}])`, 'giu'), ERASED);
}

const escape = (word: string): string => word.normalize('NFC').replaceAll(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
