/** Everything that must not be guessed, and what is kept of it. */
import { createHash, randomBytes, randomFillSync, randomInt } from 'node:crypto';
import { PIN_ALPHABET, PIN_LENGTH } from '../../shared/protocol/api.ts';

const ID_BYTES = 16;
/** Asking the system for chance costs the same for one id as for hundreds. Every byte is given out once. */
const chance = Buffer.alloc(256 * ID_BYTES);
let given = chance.length;

/** 128 bits as hex. */
export function randomId(): string {
  if (given === chance.length) {
    randomFillSync(chance);
    given = 0;
  }
  given += ID_BYTES;
  return chance.toString('hex', given - ID_BYTES, given);
}

/** A bearer secret, told apart from others by its first letters; only its hash is kept. */
export const newToken = (kind: 'seat' | 'ticket' | 'session'): string =>
  `${kind}_${randomBytes(24).toString('base64url')}`;

/** Tokens are random and long, so a plain hash is enough for them; the trainer key has argon2. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

const letters = (count: number): string =>
  Array.from({ length: count }, () => PIN_ALPHABET[randomInt(PIN_ALPHABET.length)]).join('');

export const newPin = (): string => letters(PIN_LENGTH);
/** What the trainer reads out to somebody who lost the place; 40 bits, short-lived, once. */
export const newRecoveryCode = (): string => letters(8);
/** What is typed once in a while, from paper: four groups of five. */
export const newTrainerKey = (): string => [letters(5), letters(5), letters(5), letters(5)].join('-');
