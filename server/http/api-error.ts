/** Errors of the routes: thrown as `HttpError`, answered as `ApiError`. Anything else becomes an incident number. */
import type { ErrorRequestHandler } from 'express';
import type { z } from 'zod';
import type { ApiError } from '../../shared/protocol/api.ts';
import { randomId } from '../ids.ts';
import type { Log } from '../log.ts';
import { RefusedLog } from '../refused-log.ts';
import { routeOf } from './request-log.ts';
import { StorageError } from '../storage/exercise-store.ts';

const STATUS: Record<ApiError['error'], number> = {
  'bad-request': 400,
  'bad-key': 401,
  'not-signed-in': 401,
  'bad-token': 401,
  forbidden: 403,
  'no-such-class': 404,
  'not-found': 404,
  'unknown-scenario': 404,
  'class-full': 409,
  'class-under-way': 409,
  'not-ended': 409,
  'name-taken': 409,
  'class-ended': 410,
  'too-many-tries': 429,
  'server-busy': 503,
  'disk-full': 507,
  internal: 500,
};

/** Seconds, where asking again can help. */
const RETRY_AFTER: Partial<Record<ApiError['error'], string>> = {
  'too-many-tries': '60',
  'server-busy': '10',
  'disk-full': '60',
};

export class HttpError extends Error {
  readonly body: ApiError;
  readonly status: number;

  constructor(error: ApiError['error'], detail?: string) {
    super(error);
    this.body = detail === undefined ? { error } : { error, detail };
    this.status = STATUS[error];
  }
}

/** Reads a body (or a part of the address) by its schema; the detail names the place that is wrong. */
export function read<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new HttpError('bad-request', parsed.error.issues[0]?.path.join('.') ?? '');
}

/** Whoever is answered one of these had no right to what was asked. */
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
    const wait = RETRY_AFTER[body.error];
    if (wait !== undefined) response.setHeader('Retry-After', wait);
    response.status(status).json(body);
  };
}

function explain(error: unknown): { status: number; body: ApiError } {
  if (error instanceof HttpError) return error;
  const incident = randomId().slice(0, 12);
  if (error instanceof StorageError) {
    const code = error.reason === 'full' ? 'disk-full' : 'server-busy';
    return { status: STATUS[code], body: { error: code, detail: incident } };
  }
  // What express.json() says of a body that is no JSON, or too long.
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 500;
  if (status >= 400 && status < 500) return { status, body: { error: 'bad-request' } };
  return { status: 500, body: { error: 'internal', detail: incident } };
}
