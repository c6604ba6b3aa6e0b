/** What the store keeps of rights: grants of people in a class, and API tokens of programs. Of codes and secrets it keeps hashes. */
import type { Invited, Scope } from '../../shared/access/actor.ts';

/** A right in one class, given by its lead. */
export interface Grant {
  id: string;
  exercise: string;
  actor: Invited;
  madeAt: number;
}

/** Rights in classes, and the sessions that hold them. */
export interface GrantStore {
  addGrant(grant: Grant, codeHash: string): Promise<void>;
  grants(exercise: string): Promise<Grant[]>;
  grantByCode(codeHash: string): Promise<Grant | undefined>;
  /** Answers the hashes of the sessions that held it; undefined where the class has no such grant. */
  removeGrant(exercise: string, id: string): Promise<string[] | undefined>;
  holdGrant(tokenHash: string, grant: string): Promise<void>;
  /** What an open session holds. */
  heldGrants(tokenHash: string, now: number): Promise<Grant[]>;
}

/** Rights of a program, given by the host. Times are milliseconds since 1970. */
export interface ApiToken {
  id: string;
  /** SHA-256 of the secret. */
  hash: string;
  /** Typed by the host. */
  label: string;
  scopes: readonly Scope[];
  /** Ids of the classes that it names. */
  classes: readonly string[];
  createdAt: number;
  expiresAt: number;
  lastUsedAt?: number | undefined;
  revokedAt?: number | undefined;
}

/** A token that expired or was revoked stays in the list of the host for this long. */
export const ENDED_TOKENS_KEPT_MS = 30 * 24 * 3_600_000;

export interface TokenStore {
  addToken(token: ApiToken): Promise<void>;
  /** All that are kept, oldest first; also those that expired or were revoked. */
  tokens(): Promise<ApiToken[]>;
  /** Also one that expired or was revoked. */
  tokenByHash(hash: string): Promise<ApiToken | undefined>;
  /** Adds a class to those that the token names. */
  addTokenClass(id: string, exercise: string): Promise<void>;
  markTokenUsed(id: string, at: number): Promise<void>;
  /** False where there is no such token, or it was revoked before. */
  revokeToken(id: string, at: number): Promise<boolean>;
}
