/** What people type as a class code: in lower case, with spaces or hyphens, pasted as a whole link. */
import { PIN_ALPHABET, PIN_LENGTH } from '../../../shared/protocol/pin.ts';

/** Only the characters of a code, at most six. A pasted join link counts as its code. */
export function readPin(typed: string): string {
  const fromLink = /\/j\/([^/?#]+)/i.exec(typed)?.[1] ?? typed;
  return Array.from(fromLink.toUpperCase())
    .filter((letter) => /[A-Z0-9]/.test(letter))
    .join('')
    .slice(0, PIN_LENGTH);
}

export const isWholePin = (pin: string): boolean =>
  pin.length === PIN_LENGTH && Array.from(pin).every((letter) => PIN_ALPHABET.includes(letter));

/** Characters that no code has (0, O, 1, I, L), for a hint instead of an error. */
export const strangersIn = (pin: string): string[] => [
  ...new Set(Array.from(pin).filter((letter) => !PIN_ALPHABET.includes(letter))),
];

/** `K7M 4QP`, as it stands on the wall. */
export const showPin = (pin: string): string => (pin.length > 3 ? `${pin.slice(0, 3)} ${pin.slice(3)}` : pin);
