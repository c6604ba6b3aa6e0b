/**
 * What browsers may load and do on our pages: only what this server gives. Made for plain HTTP in a class room, so nothing
 * here asks for TLS (no HSTS, no upgrade), and nothing that browsers ignore without it.
 */
import type { IncomingMessage } from 'node:http';
import helmet from 'helmet';

/** Some browsers do not count the WebSocket of the same host as `'self'`. */
function socketOf({ headers: { host = '' } }: IncomingMessage): string {
  return /^[\w.:[\]-]+$/.test(host) ? `ws://${host} wss://${host}` : "'self'";
}

/** `framed`: our own pages may show our pages in frames (the author's preview). */
export const securityHeaders = (framed = false) =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'blob:', 'data:'],
        fontSrc: ["'self'", 'data:'],
        // Drawings come with the seat's token and reach the scenes as blobs of this page.
        connectSrc: ["'self'", 'blob:', socketOf],
        workerSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: [framed ? "'self'" : "'none'"],
      },
    },
    strictTransportSecurity: false,
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    // For browsers that nobody has had for ten years; on sixty answers they weigh as much as a script.
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
    referrerPolicy: { policy: 'no-referrer' },
  });
