/** Reads a typed class code: lower case, spaces, hyphens, or a pasted link. */
import { PIN_ALPHABET, PIN_LENGTH } from '../../shared/protocol/pin.ts';

/** Keeps the characters of a code, at most six. A pasted join link counts as its code. */
export function readPin(typed: string): string {
  const fromLink = /\/j\/([^/?#]+)/i.exec(typed)?.[1] ?? typed;
  return Array.from(fromLink.toUpperCase())
    .filter((letter) => /[A-Z0-9]/.test(letter))
    .join('')
    .slice(0, PIN_LENGTH);
}

export const isCompletePin = (pin: string): boolean =>
  pin.length === PIN_LENGTH && Array.from(pin).every((letter) => PIN_ALPHABET.includes(letter));

/** The characters that no code contains (0, O, 1, I, L), for a hint. */
export const invalidLetters = (pin: string): string[] => [
  ...new Set(Array.from(pin).filter((letter) => !PIN_ALPHABET.includes(letter))),
];

/** Formats a code as on the wall: `K7M 4QP`. */
export const formatPin = (pin: string): string => (pin.length > 3 ? `${pin.slice(0, 3)} ${pin.slice(3)}` : pin);
