/**
 * Scripts and styles packed for the way to the device: a class room's network carries them to thirty phones at once.
 * Names of assets hold their hash, so each is packed once and kept.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import type { RequestHandler } from 'express';

const pack = promisify(gzip);
const PACKABLE = /^\/[\w-]+(?:\.[\w-]+)*\.(?:js|css)$/;

/** Answers what can be packed to whoever can unpack it; leaves the rest to the plain files. */
export function packedAssets(folder: string): RequestHandler {
  const kept = new Map<string, Promise<Buffer>>();
  const packed = (path: string): Promise<Buffer> => {
    const known = kept.get(path);
    if (known) return known;
    const made = readFile(join(folder, path)).then((file) => pack(file, { level: constants.Z_BEST_COMPRESSION }));
    kept.set(path, made);
    // A file that is not there now may be there after the next build.
    made.catch(() => kept.delete(path));
    return made;
  };
  return (request, response, next) => {
    const { method, path } = request;
    if ((method !== 'GET' && method !== 'HEAD') || !PACKABLE.test(path)) return next();
    response.vary('Accept-Encoding');
    if (request.acceptsEncodings('gzip') !== 'gzip') return next();
    packed(path).then(
      (body) => {
        // Browsers read these of the page alone; on fifty scripts they would weigh as much as a font.
        for (const ofPages of ['Content-Security-Policy', 'X-Frame-Options']) response.removeHeader(ofPages);
        response
          .type(path.slice(path.lastIndexOf('.')))
          .set({ 'Content-Encoding': 'gzip', 'Cache-Control': 'public, max-age=31536000, immutable' })
          .send(body);
      },
      () => next(),
    );
  };
}
