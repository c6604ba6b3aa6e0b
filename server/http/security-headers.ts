/**
 * Security headers: pages may load resources of this server only. A classroom uses plain HTTP, so no header requires TLS (no HSTS,
 * no upgrade), and headers that browsers ignore without TLS are left out.
 */
import type { IncomingMessage } from 'node:http';
import helmet from 'helmet';

/** The WebSocket origins of the same host, which some browsers do not include in `'self'`. */
function socketOf({ headers: { host = '' } }: IncomingMessage): string {
  return /^[\w.:[\]-]+$/.test(host) ? `ws://${host} wss://${host}` : "'self'";
}

/** `framed`: pages of this server may show each other in frames (the author's preview). */
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
        // Drawings are fetched with the seat's token and passed to the scenes as blobs.
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
    // For browsers below the supported floor; on sixty responses these headers would be as large as a script.
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
    referrerPolicy: { policy: 'no-referrer' },
  });
