/** Sends an `HttpError` as an `ApiError`. Any other error gets an incident number, under which the log has the details. */
import type { ErrorRequestHandler } from 'express';
import type { z } from 'zod';
import type { ApiError } from '../../shared/protocol/api.ts';
import { HttpError } from '../access/http-error.ts';
import { randomId } from '../host/ids.ts';
import type { Log } from '../host/log.ts';
import { RefusedLog } from '../host/refused-log.ts';
import { routeOf } from './request-log.ts';
import { StorageError } from '../storage/exercise-store.ts';

/** The `Retry-After` header in seconds, for errors that a retry can solve. */
const RETRY_AFTER_SECONDS: Partial<Record<ApiError['error'], string>> = {
  'too-many-tries': '60',
  'server-busy': '10',
  'disk-full': '60',
};

/** Validates a body (or a part of the URL); throws `bad-request` with the path of the first invalid field as detail. */
export function read<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new HttpError('bad-request', parsed.error.issues[0]?.path.join('.') ?? '');
}

/** Errors of callers without the right to the request. */
const REFUSALS: ReadonlySet<string> = new Set(['not-signed-in', 'bad-token', 'forbidden', 'too-many-tries']);

export function errorHandler(log: Log): ErrorRequestHandler {
  const refused = new RefusedLog(log);
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    const { status, body } = explain(error);
    if (status >= 500) {
      response.locals['incident'] = body.detail;
      log.error({ incident: body.detail, route: routeOf(request), err: error }, 'a request failed');
    }
    if (REFUSALS.has(body.error)) refused.note({ error: body.error, method: request.method, route: routeOf(request) });
    const wait = RETRY_AFTER_SECONDS[body.error];
    if (wait !== undefined) response.setHeader('Retry-After', wait);
    response.status(status).json(body);
  };
}

function explain(error: unknown): { status: number; body: ApiError } {
  if (error instanceof HttpError) return error;
  const incident = randomId().slice(0, 12);
  if (error instanceof StorageError) {
    const code = error.reason === 'full' ? 'disk-full' : 'server-busy';
    return new HttpError(code, incident);
  }
  // Errors of express.json(): the body is not JSON, or too long.
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 500;
  if (status >= 400 && status < 500) return { status, body: { error: 'bad-request' } };
  return { status: 500, body: { error: 'internal', detail: incident } };
}
