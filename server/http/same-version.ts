/** Rejects pages with another protocol version: tabs that were open while the server was updated. */
import type { RequestHandler } from 'express';
import { compareVersions, PROTOCOL_HEADER, PROTOCOL_VERSION } from '../../shared/protocol/version.ts';
import { HttpError } from '../access/http-error.ts';

/** A request without the header passes, because scripts of operators do not send it. The error detail is the server's version. */
export const sameVersionOnly: RequestHandler = (request, _response, next) => {
  const version = request.get(PROTOCOL_HEADER);
  if (version !== undefined && compareVersions(Number(version)) !== 'same')
    throw new HttpError('other-version', String(PROTOCOL_VERSION));
  next();
};
