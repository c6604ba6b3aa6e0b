/**
 * Routes for the operator: `/healthz` (the process responds), `/readyz` (a class can run), `/metrics`.
 *
 * `/metrics` needs the metrics token, except for requests of this machine. Behind a reverse proxy on the same machine every request
 * looks local, so a forwarded request, a request with a non-local host name, and every request to a server that trusts a proxy
 * need the token.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import { type Request, Router } from 'express';
import { bearerOf } from '../access/identity.ts';
import type { HostRouteServices } from '../operations/housekeeping.ts';

/** Distinguishes `/healthz` of this program from that of another. */
export const SERVER_NAME = 'baraza';

export function hostRoutes({ metrics, readiness, token, trustsProxy }: HostRouteServices): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.setHeader('Cache-Control', 'no-store');
    response.json({ ok: true, server: SERVER_NAME });
  });
  router.get('/readyz', async (_request, response) => {
    const found = await readiness.look();
    response.setHeader('Cache-Control', 'no-store');
    if (!found.ready) response.setHeader('Retry-After', '5');
    response.status(found.ready ? 200 : 503).json(found);
  });
  router.get('/metrics', async (request, response) => {
    response.setHeader('Cache-Control', 'no-store');
    if (!mayRead(request, token, trustsProxy)) {
      response.setHeader('WWW-Authenticate', 'Bearer realm="metrics"');
      response.status(401).type('text/plain').send('/metrics needs BARAZA_METRICS_TOKEN as bearer token.\n');
      return;
    }
    response.type(metrics.contentType).send(await metrics.page());
  });
  return router;
}

function mayRead(request: Request, token: string | undefined, trustsProxy: boolean): boolean {
  const given = bearerOf(request);
  if (token !== undefined && given !== undefined) return isSame(given, token);
  return !trustsProxy && isLocal(request);
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
const isSame = (given: string, token: string): boolean => timingSafeEqual(digest(given), digest(token));

const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

/** True for a request from this machine, with a local host name and without a proxy in between. */
function isLocal({ socket, headers }: Request): boolean {
  const address = socket.remoteAddress ?? '';
  const loopback = /^(::ffff:)?127\./.test(address) || address === '::1';
  const named = /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/.test(headers.host ?? '');
  return loopback && named && FORWARDED.every((header) => headers[header] === undefined);
}
