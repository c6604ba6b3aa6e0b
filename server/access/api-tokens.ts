/** API tokens: made and revoked by the host, found again by their secret. Only a hash of the secret is stored. */
import type { TokenWanted } from '../../shared/protocol/tokens.ts';
import { tokenIdOf } from '../audit/audit-trail.ts';
import { hashToken, newToken } from '../host/ids.ts';
import type { ApiToken, TokenStore } from '../storage/rights-store.ts';
import type { FailureLimit } from './limits.ts';

const DAY_MS = 24 * 3_600_000;
/** When a token was used is kept as exactly as this: writing it at each request would cost a commit each. */
const USE_AGAIN_MS = 10 * 60_000;

/** The secret is answered once. */
export async function makeToken(
  store: Pick<TokenStore, 'addToken'>,
  { label, scopes, classes, days }: TokenWanted,
  now: number,
): Promise<{ token: ApiToken; secret: string }> {
  const secret = newToken('api');
  const hash = hashToken(secret);
  const token = {
    id: tokenIdOf(hash),
    hash,
    label,
    scopes: [...new Set(scopes)],
    classes: [...new Set(classes)],
    createdAt: now,
    expiresAt: now + days * DAY_MS,
  };
  await store.addToken(token);
  return { token, secret };
}

export const isValid = ({ expiresAt, revokedAt }: ApiToken, now: number): boolean =>
  revokedAt === undefined && expiresAt > now;

interface Services {
  store: TokenStore;
  /** Wrong secrets, by address. */
  tries: FailureLimit;
  /** Is told that the time of use could not be stored. */
  onError: (error: unknown) => void;
}

export class ApiTokens {
  readonly #services: Services;

  constructor(services: Services) {
    this.#services = services;
  }

  /** The valid token with this secret. Throws `too-many-tries` after many wrong secrets from one address. */
  async find(secret: string, address: string): Promise<ApiToken | undefined> {
    const { store, tries } = this.#services;
    const hash = hashToken(secret);
    const { counted } = await tries.begin(address, hash);
    const token = await store.tokenByHash(hash);
    const now = Date.now();
    if (!token || !isValid(token, now)) return undefined;
    if (counted) await tries.succeeded(address);
    tries.vouch(address, hash);
    this.#used(token, now);
    return token;
  }

  /** The token names this class from now on, because it opened it. */
  async opened({ id }: ApiToken, exercise: string): Promise<void> {
    await this.#services.store.addTokenClass(id, exercise);
  }

  #used({ id, lastUsedAt }: ApiToken, now: number): void {
    const { store, onError } = this.#services;
    if (lastUsedAt !== undefined && now - lastUsedAt < USE_AGAIN_MS) return;
    store.markTokenUsed(id, now).catch(onError);
  }
}
