/** Refuses pages that speak another version of the protocol: a tab that was open while the server was updated. */
import type { RequestHandler } from 'express';
import { compareVersions, PROTOCOL_HEADER, PROTOCOL_VERSION } from '../../shared/protocol/version.ts';
import { HttpError } from '../access/http-error.ts';

/** A request without the header passes: scripts of hosts do not send it. The detail of the refusal is the server's version. */
export const sameVersionOnly: RequestHandler = (request, _response, next) => {
  const said = request.get(PROTOCOL_HEADER);
  if (said !== undefined && compareVersions(Number(said)) !== 'same')
    throw new HttpError('other-version', String(PROTOCOL_VERSION));
  next();
};
