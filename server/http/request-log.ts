/** Logs one line per request with the pattern of its route, because URLs hold class codes and ids. */
import type { Request, RequestHandler } from 'express';
import type { Log } from '../host/log.ts';

/** The pattern, such as `/api/join/:pin`; `none` if no route handled the request. */
export function routeOf({ route, baseUrl }: Request): string {
  const pattern: unknown = (route as { path?: unknown } | undefined)?.path;
  return typeof pattern === 'string' ? `${baseUrl}${pattern}` : 'none';
}

/** Errors are logged at `info`, all other requests at `debug`. A line includes the incident number, if there is one. */
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
