/**
 * Serves scripts and styles gzipped, because a classroom network carries them to thirty phones at once. Asset names contain a
 * hash, so each asset is packed once and cached.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import type { RequestHandler } from 'express';

const pack = promisify(gzip);
const PACKABLE = /^\/[\w-]+(?:\.[\w-]+)*\.(?:js|css)$/;

/** Handles packable assets for clients that accept gzip; passes all other requests on. */
export function packedAssets(folder: string): RequestHandler {
  const cache = new Map<string, Promise<Buffer>>();
  const packed = (path: string): Promise<Buffer> => {
    const cached = cache.get(path);
    if (cached) return cached;
    const packing = readFile(join(folder, path)).then((file) => pack(file, { level: constants.Z_BEST_COMPRESSION }));
    cache.set(path, packing);
    // A missing file may exist after the next build, so the failure is not cached.
    packing.catch(() => cache.delete(path));
    return packing;
  };
  return (request, response, next) => {
    const { method, path } = request;
    if ((method !== 'GET' && method !== 'HEAD') || !PACKABLE.test(path)) return next();
    response.vary('Accept-Encoding');
    if (request.acceptsEncodings('gzip') !== 'gzip') return next();
    packed(path).then(
      (body) => {
        // Browsers read these headers on pages only; on fifty scripts they would be as large as a font.
        for (const header of ['Content-Security-Policy', 'X-Frame-Options']) response.removeHeader(header);
        response
          .type(path.slice(path.lastIndexOf('.')))
          .set({ 'Content-Encoding': 'gzip', 'Cache-Control': 'public, max-age=31536000, immutable' })
          .send(body);
      },
      () => next(),
    );
  };
}
