/** API tokens on the wire: the host gives a program rights in the classes that its token names. */
import { z } from 'zod';
import { CLASS_SCOPES, Scope } from '../access/actor.ts';

/** A token lives for at most this many days. */
export const MAX_TOKEN_DAYS = 366;

/** POST /api/tokens → TokenMade */
export const TokenBody = z
  .strictObject({
    label: z.string().trim().min(1).max(60),
    scopes: z.array(Scope).min(1).max(Scope.options.length),
    /** Ids of classes. A class that the token opens is added to them. */
    classes: z.array(z.string().min(1).max(64)).max(200).default([]),
    /** It expires after this many days. */
    days: z.number().int().min(1).max(MAX_TOKEN_DAYS),
  })
  .refine(({ scopes, classes }) => classes.length > 0 || !needsClass(scopes), { path: ['classes'] });
export type TokenWanted = z.infer<typeof TokenBody>;

/** Without a class and without the right to open one, a token that reads classes opens nothing. */
const needsClass = (scopes: readonly Scope[]): boolean =>
  !scopes.includes('open-classes') && scopes.some((scope) => CLASS_SCOPES.includes(scope));

/** GET /api/tokens → TokenLine[]; DELETE /api/tokens/:token */
export interface TokenLine {
  /** Its id, which is also its name in the audit. */
  token: string;
  label: string;
  scopes: Scope[];
  classes: string[];
  createdAt: string;
  expiresAt: string;
  /** Exact to ten minutes. */
  lastUsedAt?: string;
  revokedAt?: string;
}
/** The secret is shown once. */
export interface TokenMade extends TokenLine {
  secret: string;
}
