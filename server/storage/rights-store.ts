/** The store of rights: grants of people in a class, and API tokens of programs. Only hashes of codes and secrets are stored. */
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
  /** Returns the token hashes of the sessions that held it; undefined if the class has no such grant. */
  removeGrant(exercise: string, id: string): Promise<string[] | undefined>;
  holdGrant(tokenHash: string, grant: string): Promise<void>;
  /** The grants of a session that has not expired. */
  heldGrants(tokenHash: string, now: number): Promise<Grant[]>;
}

/** Rights of a program, given by the host. Times are milliseconds since 1970. */
export interface ApiToken {
  id: string;
  /** SHA-256 of the secret. */
  hash: string;
  /** Free text of the host. */
  label: string;
  scopes: readonly Scope[];
  /** Ids of the classes to which the token is limited. */
  classes: readonly string[];
  createdAt: number;
  expiresAt: number;
  lastUsedAt?: number | undefined;
  revokedAt?: number | undefined;
}

/** An expired or revoked token stays in the host's list for this time. */
export const ENDED_TOKENS_KEPT_MS = 30 * 24 * 3_600_000;

export interface TokenStore {
  addToken(token: ApiToken): Promise<void>;
  /** All stored tokens, oldest first, including expired and revoked ones. */
  tokens(): Promise<ApiToken[]>;
  /** Also finds an expired or revoked token. */
  tokenByHash(hash: string): Promise<ApiToken | undefined>;
  /** Adds a class to the token. */
  addTokenClass(id: string, exercise: string): Promise<void>;
  markTokenUsed(id: string, at: number): Promise<void>;
  /** False if there is no such token, or if it was already revoked. */
  revokeToken(id: string, at: number): Promise<boolean>;
}
