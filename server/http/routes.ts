/** Adds all middleware and routes to the Express app, in their order. */
import express, { type Application, type Router } from 'express';
import type { ApiError } from '../../shared/protocol/api.ts';
import { auditRequests } from './http-audit.ts';
import { HttpError } from '../access/http-error.ts';
import { errorHandler } from './api-error.ts';
import { cardRoutes } from './card-routes.ts';
import { consoleRoute } from './console-route.ts';
import { debriefRoutes } from './debrief-routes.ts';
import { BODY_LIMIT } from './guarded-server.ts';
import { exerciseRoutes } from './exercise-routes.ts';
import { sameOriginOnly } from '../access/identity.ts';
import { joinRoutes } from './join-routes.ts';
import { hostRoutes } from './host-routes.ts';
import { personalDataRoutes } from './personal-data-routes.ts';
import { practiceRoutes } from './practice-routes.ts';
import { requestLog } from './request-log.ts';
import { securityHeaders } from './security-headers.ts';
import type { HttpServices } from './services.ts';
import { sameVersionOnly } from './same-version.ts';
import { staticClient } from './static-client.ts';
import { trainerRoutes } from './trainer-routes.ts';
import { grantRoutes } from './grant-routes.ts';
import { requireRights } from './rights.ts';
import { tokenRoutes } from './token-routes.ts';
import { unopenedRoutes } from './unopened-routes.ts';

export function addRoutes(
  app: Application,
  services: HttpServices,
  clientFolder: string | undefined,
  preview?: Router,
): void {
  app.disable('x-powered-by');
  app.use(securityHeaders(preview !== undefined));
  app.use(requestLog(services.log), hostRoutes(services.host));
  app.use('/api', sameOriginOnly, express.json({ limit: BODY_LIMIT }), (_request, response, next) => {
    if (!services.now.ready) throw new HttpError('server-busy');
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  app.use('/api', sameVersionOnly);
  app.use(auditRequests(services.audit, services.callers), requireRights(services.callers));
  app.use(
    trainerRoutes(services),
    joinRoutes(services),
    cardRoutes(services),
    unopenedRoutes(services),
    grantRoutes(services),
    tokenRoutes(services),
    exerciseRoutes(services),
    practiceRoutes(services),
    consoleRoute(services),
    debriefRoutes(services),
    personalDataRoutes(services),
  );
  if (preview) app.use(preview);
  app.use('/api', (_request, response) => {
    response.status(404).json({ error: 'not-found' } satisfies ApiError);
  });
  if (clientFolder !== undefined) app.use(staticClient(clientFolder));
  app.use(errorHandler(services.log));
}
