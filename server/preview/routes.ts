/** The routes of a preview. Every request needs the preview's key, so that other pages and users of this machine are rejected. */
import { timingSafeEqual } from 'node:crypto';
import { type Request, type Response, Router } from 'express';
import { randomId } from '../host/ids.ts';
import { author } from '../../shared/access/actor.ts';
import {
  ActBody,
  type ActAnswer,
  ClockBody,
  type FactsAnswer,
  type GraphAnswer,
  KEY_HEADER,
  PendingBody,
  PREVIEW_API,
  SaveBody,
  type SourceAnswer,
  StartBody,
} from '../../shared/preview/wire.ts';
import { HttpError } from '../access/http-error.ts';
import { read } from '../http/api-error.ts';
import { factsOf, marksIn, placedWaiting, svgOf } from './case-pictures.ts';
import type { Preview } from './preview.ts';

export function previewRoutes(preview: () => Preview, key: string): Router {
  const router = Router();
  router.use(PREVIEW_API, (request, _response, next) => {
    if (!isKey(request.get(KEY_HEADER) ?? queryParameter(request, 'key'), key)) throw new HttpError('forbidden');
    next();
  });
  router.get(`${PREVIEW_API}/live`, (request, response) => stream(preview(), request, response));
  router.get(`${PREVIEW_API}/graph`, (_request, response) => {
    const { graph, case: played } = preview();
    response.json({ hash: played.hash, svg: svgOf(graph) } satisfies GraphAnswer);
  });
  router.get(`${PREVIEW_API}/source`, async (request, response) => {
    const file = queryParameter(request, 'file');
    const text = await preview().readSource(file);
    if (text === undefined) throw new HttpError('not-found');
    response.json({ file, text, marks: marksIn(preview().graph, file) } satisfies SourceAnswer);
  });
  router.get(`${PREVIEW_API}/waiting`, (_request, response) => {
    const { case: played, open } = preview();
    response.json(placedWaiting(played, open.live.exercise));
  });
  router.get(`${PREVIEW_API}/facts`, (_request, response) => {
    response.json(factsOf(preview().case.compiled) satisfies FactsAnswer);
  });
  router.post(`${PREVIEW_API}/clock`, async (request, response) => {
    if (!(await preview().moveClock(read(ClockBody, request.body)))) throw new HttpError('bad-request', 'to');
    response.status(204).end();
  });
  router.post(`${PREVIEW_API}/start`, async (request, response) => {
    await preview().startFrom(read(StartBody, request.body).overrides);
    response.status(204).end();
  });
  router.post(`${PREVIEW_API}/act`, async (request, response) => {
    const answer = await preview().open.live.submit(author, randomId(), read(ActBody, request.body).body);
    response.json((answer.ok ? { ok: true } : answer) satisfies ActAnswer);
  });
  router.post(`${PREVIEW_API}/pending`, async (request, response) => {
    await preview().settlePending(read(PendingBody, request.body).do);
    response.status(204).end();
  });
  router.post(`${PREVIEW_API}/save`, async (request, response) => {
    response.json(await preview().save(read(SaveBody, request.body)));
  });
  return router;
}

/** A query parameter; empty if it is missing. */
function queryParameter(request: Request, name: string): string {
  const value: unknown = request.query[name];
  return typeof value === 'string' ? value : '';
}

function isKey(given: string, key: string): boolean {
  const [one, two] = [Buffer.from(given), Buffer.from(key)];
  return one.length === two.length && timingSafeEqual(one, two);
}

/** Server-sent events: sends the whole status at once and after every change; changes during a send share the next one. */
function stream(preview: Preview, request: Request, response: Response): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  let [isSending, isOutdated] = [false, false];
  const send = async (): Promise<void> => {
    if (isSending) {
      isOutdated = true;
      return;
    }
    isSending = true;
    do {
      isOutdated = false;
      const status = await preview.status();
      response.write(`data: ${JSON.stringify(status)}\n\n`);
    } while (isOutdated);
    isSending = false;
  };
  const changed = () => void send().catch(() => response.end());
  const stop = preview.listen(changed);
  // The clock may run without events, so the status is also sent at intervals.
  const tick = setInterval(changed, TICK_MS);
  request.on('close', () => {
    stop();
    clearInterval(tick);
  });
  changed();
}

const TICK_MS = 5000;
