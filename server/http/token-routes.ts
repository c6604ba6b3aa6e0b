/** API tokens: the host creates, lists and revokes them. */
import { Router } from 'express';
import { TokenBody, type TokenLine, type TokenMade } from '../../shared/protocol/tokens.ts';
import { makeToken } from '../access/api-tokens.ts';
import { HttpError } from '../access/http-error.ts';
import type { ApiToken } from '../storage/rights-store.ts';
import { read } from './api-error.ts';
import { nameMade } from './http-audit.ts';
import type { HttpServices } from './services.ts';

export function tokenRoutes(services: HttpServices): Router {
  const { exercises, personal, store } = services;
  const router = Router();

  router.get('/api/tokens', async (_request, response) => {
    response.json((await store.tokens()).map(lineOf));
  });

  router.post('/api/tokens', async (request, response) => {
    const wanted = read(TokenBody, request.body);
    if (!wanted.classes.every((id) => exercises.get(id))) throw new HttpError('bad-request', 'classes');
    const { token, secret } = await makeToken(store, wanted, Date.now());
    nameMade(response, token.id);
    response.status(201).json({ ...lineOf(token), secret } satisfies TokenMade);
  });

  router.delete('/api/tokens/:token', async (request, response) => {
    if (!(await personal.revokeToken(request.params.token))) throw new HttpError('not-found');
    response.status(204).end();
  });
  return router;
}

const time = (at: number): string => new Date(at).toISOString();

function lineOf(token: ApiToken): TokenLine {
  const { id, label, scopes, classes, lastUsedAt, revokedAt } = token;
  return {
    token: id,
    label,
    scopes: [...scopes],
    classes: [...classes],
    createdAt: time(token.createdAt),
    expiresAt: time(token.expiresAt),
    ...(lastUsedAt !== undefined && { lastUsedAt: time(lastUsedAt) }),
    ...(revokedAt !== undefined && { revokedAt: time(revokedAt) }),
  };
}
