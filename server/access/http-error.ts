/** An error with an HTTP status; `http/api-error.ts` answers it. */
import type { ApiError } from '../../shared/protocol/api.ts';

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
  'other-version': 426,
  'too-many-tries': 429,
  'server-busy': 503,
  'disk-full': 507,
  internal: 500,
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
