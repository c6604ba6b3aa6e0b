/** Serves the built client: hashed assets are cached for ever, all other files are revalidated. All pages share one document. */
import { join } from 'node:path';
import express, { Router } from 'express';
import { packedAssets } from './packed-assets.ts';

export function staticClient(folder: string): Router {
  const router = Router();
  router.use(
    '/assets',
    packedAssets(join(folder, 'assets')),
    express.static(join(folder, 'assets'), { immutable: true, maxAge: '1y', index: false, fallthrough: false }),
  );
  router.use(
    express.static(folder, {
      index: false,
      cacheControl: false,
      setHeaders: (response) => response.setHeader('Cache-Control', 'no-cache'),
    }),
  );
  router.get('/{*page}', (request, response, next) => {
    if (request.path.startsWith('/api/')) return next();
    response.sendFile(
      'index.html',
      { root: folder, cacheControl: false, headers: { 'Cache-Control': 'no-cache' } },
      (error) => {
        if (error) next();
      },
    );
  });
  return router;
}
