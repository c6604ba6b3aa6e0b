/** One line a request, by the pattern of its route: addresses of pages hold class codes and ids of people's things. */
import type { Request, RequestHandler } from 'express';
import type { Log } from '../host/log.ts';

/** `/api/join/:pin`, never the code itself; `none` where no route took the request. */
export function routeOf({ route, baseUrl }: Request): string {
  const pattern: unknown = (route as { path?: unknown } | undefined)?.path;
  return typeof pattern === 'string' ? `${baseUrl}${pattern}` : 'none';
}

/** Refusals at `info`, everything else at `debug`. Where an incident was answered, its number stands in the line. */
export function requestLog(log: Log): RequestHandler {
  return (request, response, next) => {
    if (!log.isLevelEnabled('info')) return next();
    const began = performance.now();
    response.once('finish', () => {
      const { statusCode: status } = response;
      const incident: unknown = response.locals['incident'];
      const line = {
        method: request.method,
        route: routeOf(request),
        status,
        ms: Math.round(performance.now() - began),
        ...(typeof incident === 'string' && { incident }),
      };
      log[status >= 400 ? 'info' : 'debug'](line, 'a request was answered');
    });
    next();
  };
}
