/** API tokens: the host creates and revokes them; programs present their secret. Only a hash of the secret is stored. */
import type { TokenWanted } from '../../shared/protocol/tokens.ts';
import { tokenIdOf } from '../audit/audit-trail.ts';
import { hashToken, newToken } from '../host/ids.ts';
import type { ApiToken, TokenStore } from '../storage/rights-store.ts';
import type { FailureLimit } from './limits.ts';

const DAY_MS = 24 * 3_600_000;
/** The resolution of the stored time of use; storing it for every request would cost a commit each. */
const USE_RESOLUTION_MS = 10 * 60_000;

/** Returns the secret once; it cannot be read again. */
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

interface ApiTokensOptions {
  store: TokenStore;
  /** Limits wrong secrets per address. */
  tries: FailureLimit;
  /** Receives the error if the time of use cannot be stored. */
  onError: (error: unknown) => void;
}

export class ApiTokens {
  readonly #options: ApiTokensOptions;

  constructor(options: ApiTokensOptions) {
    this.#options = options;
  }

  /** The valid token with this secret. Throws `too-many-tries` after many wrong secrets from one address. */
  async find(secret: string, address: string): Promise<ApiToken | undefined> {
    const { store, tries } = this.#options;
    const hash = hashToken(secret);
    const { counted } = await tries.begin(address, hash);
    const token = await store.tokenByHash(hash);
    const now = Date.now();
    if (!token || !isValid(token, now)) return undefined;
    if (counted) await tries.succeeded(address);
    tries.vouch(address, hash);
    this.#markUsed(token, now);
    return token;
  }

  /** Adds a class that the program has opened to its token. */
  async addClass({ id }: ApiToken, exercise: string): Promise<void> {
    await this.#options.store.addTokenClass(id, exercise);
  }

  #markUsed({ id, lastUsedAt }: ApiToken, now: number): void {
    const { store, onError } = this.#options;
    if (lastUsedAt !== undefined && now - lastUsedAt < USE_RESOLUTION_MS) return;
    store.markTokenUsed(id, now).catch(onError);
  }
}
