/** Generates ids, tokens, codes and keys that cannot be guessed, and the hashes that are stored of them. */
import { createHash, randomBytes, randomFillSync, randomInt } from 'node:crypto';
import { PIN_ALPHABET, PIN_LENGTH } from '../../shared/protocol/api.ts';

const ID_BYTES = 16;
/** A pool of random bytes: one system call costs the same for one id as for hundreds. Every byte is used once. */
const pool = Buffer.alloc(256 * ID_BYTES);
let used = pool.length;

/** 128 bits as hex. */
export function randomId(): string {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += ID_BYTES;
  return pool.toString('hex', used - ID_BYTES, used);
}

/** A bearer token with its kind as prefix; only its hash is stored. */
export const newToken = (kind: 'seat' | 'ticket' | 'session' | 'api'): string =>
  `${kind}_${randomBytes(24).toString('base64url')}`;

/** Tokens are long and random, so SHA-256 is enough; the short trainer key uses argon2. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

const letters = (count: number): string =>
  Array.from({ length: count }, () => PIN_ALPHABET[randomInt(PIN_ALPHABET.length)]).join('');

export const newPin = (): string => letters(PIN_LENGTH);
/** The trainer reads this code out to a trainee who lost the seat: 40 bits, short-lived, valid once. */
export const newRecoveryCode = (): string => letters(8);
/** Typed from paper: four groups of five characters. */
export const newTrainerKey = (): string => [letters(5), letters(5), letters(5), letters(5)].join('-');
