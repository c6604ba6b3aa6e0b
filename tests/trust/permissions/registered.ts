/** Every `METHOD /path` of the server, read from its router. */
import express, { type Router } from 'express';
import { addRoutes } from '../../../server/http/routes.ts';
import type { HttpServices } from '../../../server/http/services.ts';

export function registered(): string[] {
  const app = express();
  const anything: unknown = new Proxy(() => undefined, { get: () => anything, apply: () => anything });
  addRoutes(app, anything as HttpServices, undefined);
  const routesOf = (router: Router): string[] =>
    router.stack.flatMap(({ route, handle }) => {
      if (!route) return 'stack' in handle ? routesOf(handle as unknown as Router) : [];
      const methods = route.stack.map(({ method }) => method.toUpperCase());
      return [...new Set(methods)].map((method) => `${method} ${route.path}`);
    });
  return [...new Set(routesOf(app.router))];
}
