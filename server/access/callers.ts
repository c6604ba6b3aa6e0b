/** Identifies HTTP callers and resolves their actor, in a class and on the whole server. */
import type { Request } from 'express';
import type { Actor } from '../../shared/access/actor.ts';
import { sessionName, tokenIdOf } from '../audit/audit-trail.ts';
import { hashToken } from '../host/ids.ts';
import type { Log } from '../host/log.ts';
import type { ApiToken, TokenStore } from '../storage/rights-store.ts';
import { ApiTokens } from './api-tokens.ts';
import { HttpError } from './http-error.ts';
import { apiTokenOf, sessionOf } from './identity.ts';
import { addressOf, FailureLimit } from './limits.ts';
import type { TrainerAccess } from './trainer-access.ts';

/** A person with or without a session, a program with a valid token, or a program whose token was refused. `name` is its audit name. */
export type Caller = { name: string } & (
  | { kind: 'person'; session: string | undefined }
  | { kind: 'program'; token: ApiToken }
  | { kind: 'refused'; error: HttpError }
);

export class Callers {
  readonly #trainers: Pick<TrainerAccess, 'actorIn' | 'isSignedIn'>;
  readonly #tokens: ApiTokens;
  readonly #cache = new WeakMap<Request, Promise<Caller>>();

  constructor(trainers: Pick<TrainerAccess, 'actorIn' | 'isSignedIn'>, tokens: ApiTokens) {
    this.#trainers = trainers;
    this.#tokens = tokens;
  }

  /** Resolved once per request, so that a wrong token counts once. */
  of(request: Request): Promise<Caller> {
    const caller = this.#cache.get(request) ?? this.#find(request);
    this.#cache.set(request, caller);
    return caller;
  }

  async #find(request: Request): Promise<Caller> {
    const secret = apiTokenOf(request);
    if (secret === undefined) {
      const session = sessionOf(request);
      return { kind: 'person', session, name: sessionName(session) };
    }
    const name = tokenIdOf(hashToken(secret));
    try {
      const token = await this.#tokens.find(secret, addressOf(request));
      return token ? { kind: 'program', token, name } : { kind: 'refused', error: new HttpError('bad-token'), name };
    } catch (error) {
      if (error instanceof HttpError) return { kind: 'refused', error, name };
      throw error;
    }
  }

  /** Undefined if the caller has no right in the class, or if there is no such class. */
  async inClass(caller: Caller, exercise: string): Promise<Actor | undefined> {
    if (caller.kind === 'person') return this.#trainers.actorIn(caller.session, exercise);
    return caller.kind === 'program' && caller.token.classes.includes(exercise) ? actorOf(caller.token) : undefined;
  }

  /** Undefined if the caller is neither the host nor a program with a valid token. */
  async inHouse(caller: Caller): Promise<Actor | undefined> {
    if (caller.kind === 'program') return actorOf(caller.token);
    const isHost = caller.kind === 'person' && (await this.#trainers.isSignedIn(caller.session));
    return isHost ? { kind: 'host' } : undefined;
  }

  /** True if the caller may list the class: the host lists all classes, a program those of its token. */
  mayList(caller: Caller, exercise: string): boolean {
    return caller.kind === 'person' || (caller.kind === 'program' && caller.token.classes.includes(exercise));
  }

  /** Adds a class to the token of the program that opened it. */
  async opened(caller: Caller, exercise: string): Promise<void> {
    if (caller.kind === 'program') await this.#tokens.addClass(caller.token, exercise);
  }
}

/** Allows twenty wrong tokens per minute from one address. */
export function createCallers(trainers: TrainerAccess, store: TokenStore, log: Log): Callers {
  const onError = (err: unknown) => log.error({ err }, 'the use of a token could not be stored');
  return new Callers(trainers, new ApiTokens({ store, tries: new FailureLimit(20, 60), onError }));
}

const actorOf = ({ scopes }: ApiToken): Actor => ({ kind: 'token', scopes });
