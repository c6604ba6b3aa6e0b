/**
 * For whoever looks after the machine: `/healthz` (the process answers), `/readyz` (a class can be held), `/metrics`.
 *
 * The figures are shown to a bearer of the metrics token, and without it to this very machine only. A reverse proxy on the
 * same machine makes everybody look local: a request that was forwarded, or was asked under another host name than a local
 * one, or any request where a proxy is trusted, needs the token.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import { type Request, Router } from 'express';
import { bearerOf } from '../access/identity.ts';
import type { HostRouteParts } from '../operations/housekeeping.ts';

/** How `/healthz` of this program is told from that of another. */
export const SERVER_NAME = 'baraza';

export function hostRoutes({ metrics, readiness, token, trustsProxy }: HostRouteParts): Router {
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
      response.status(401).type('text/plain').send('The figures need BARAZA_METRICS_TOKEN as a bearer token.\n');
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

/** From this machine, by this machine's own name, with nobody in between. */
function isLocal({ socket, headers }: Request): boolean {
  const address = socket.remoteAddress ?? '';
  const loopback = /^(::ffff:)?127\./.test(address) || address === '::1';
  const named = /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/.test(headers.host ?? '');
  return loopback && named && FORWARDED.every((header) => headers[header] === undefined);
}
