/** The version of the wire contract: room messages, HTTP bodies, the shape of a view. Client and server must agree on it. */

/**
 * Raise it if a client of the previous version could misread this server, or this server such a client. History: 1
 * never compared versions; 2 compares them at every join and HTTP call.
 */
export const PROTOCOL_VERSION = 2;

/** HTTP request header with the client's version; the answer to another version is 426 `other-version`. */
export const PROTOCOL_HEADER = 'baraza-protocol';

/** Matchmaking code for a client of another version; its message is the server's version as a decimal number. */
export const OTHER_VERSION = 426;

/** Compares a client of version `client` (undefined: version 1) with a server of version `server`. */
export function compareVersions(client: number | undefined, server = PROTOCOL_VERSION): 'same' | 'older' | 'newer' {
  const known = client ?? 1;
  if (known === server) return 'same';
  return known < server ? 'older' : 'newer';
}
