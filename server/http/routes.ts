/** All routes in their order, put on the Express app. */
import express, { type Application, type Router } from 'express';
import type { ApiError } from '../../shared/protocol/api.ts';
import { errorHandler, HttpError } from './api-error.ts';
import { cardRoutes } from './card-routes.ts';
import { consoleRoute } from './console-route.ts';
import { debriefRoutes } from './debrief-routes.ts';
import { exerciseRoutes } from './exercise-routes.ts';
import { sameOriginOnly } from './identity.ts';
import { joinRoutes } from './join-routes.ts';
import { practiceRoutes } from './practice-routes.ts';
import { securityHeaders } from './security-headers.ts';
import type { HttpServices } from './services.ts';
import { staticClient } from './static-client.ts';
import { trainerRoutes } from './trainer-routes.ts';

export const BODY_LIMIT = 64 * 1024;

export function addRoutes(
  app: Application,
  services: HttpServices,
  clientFolder: string | undefined,
  preview?: Router,
): void {
  app.disable('x-powered-by');
  app.use(securityHeaders(preview !== undefined));
  app.get('/healthz', (_request, response) => {
    response.status(services.now.ready ? 200 : 503).json({ ok: services.now.ready });
  });
  app.use('/api', sameOriginOnly, express.json({ limit: BODY_LIMIT }), (_request, response, next) => {
    if (!services.now.ready) throw new HttpError('server-busy');
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  app.use(
    trainerRoutes(services),
    joinRoutes(services),
    cardRoutes(services),
    exerciseRoutes(services),
    practiceRoutes(services),
    consoleRoute(services),
    debriefRoutes(services),
  );
  if (preview) app.use(preview);
  app.use('/api', (_request, response) => {
    response.status(404).json({ error: 'not-found' } satisfies ApiError);
  });
  if (clientFolder !== undefined) app.use(staticClient(clientFolder));
  app.use(errorHandler(services.log));
}
