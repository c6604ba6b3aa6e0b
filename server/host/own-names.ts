/**
 * Under which names this server answers. A page of somebody else's site could have its own name lead to this machine (DNS
 * rebinding): its scripts would then read our answers as their own site's. So names that anybody can register are answered
 * only where whoever runs the server has written them down; numbers, and names that exist only on a local network, always.
 */
import { isIP } from 'node:net';

/** How Express is told which senders of `X-Forwarded-*` to believe: a number of hops, or addresses. */
export type TrustedProxies = number | string[];

export interface OwnNetwork {
  /** Proxies in front of this server; undefined where people reach it directly. */
  trustProxy?: TrustedProxies | undefined;
  /** Further names it answers to. */
  hosts?: readonly string[] | undefined;
}

/** Endings that no registry sells. */
const LOCAL = /(^|\.)(localhost|local|lan|home|internal|home\.arpa)$/;
const NAME = /^[a-z0-9]([a-z0-9_-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9_-]*[a-z0-9])?)*$/;

/** The name in a `Host` header, without its port; undefined where the header is none. */
export function nameIn(host: string | undefined): string | undefined {
  if (host === undefined || host.length > 255 || !/^[\w.:[\]-]+$/.test(host) || !URL.canParse(`http://${host}/`))
    return undefined;
  const { hostname } = new URL(`http://${host}/`);
  return hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');
}

/** A proxy of one's own decides about names itself, unless names are written down here as well. */
export function answersTo(name: string, { trustProxy, hosts = [] }: OwnNetwork): boolean {
  if (isIP(name) !== 0 || !name.includes('.') || LOCAL.test(name) || hosts.includes(name)) return true;
  return trustProxy !== undefined && hosts.length === 0;
}

/** `BARAZA_HOSTS`: names with commas between them. Undefined where that is no list of names. */
export function readNames(text: string): string[] | undefined {
  const names = text.split(',').map((name) => name.trim().toLowerCase());
  return names.every((name) => name.length <= 253 && NAME.test(name)) ? names : undefined;
}

/** `BARAZA_TRUST_PROXY`: how many proxies, or their addresses (`loopback`, `10.0.0.0/8`). To believe everybody is not on offer. */
export function readTrustedProxies(text: string): TrustedProxies | undefined {
  if (/^[1-9]$/.test(text)) return Number(text);
  const proxies = text.split(',').map((proxy) => proxy.trim());
  return proxies.every(isProxy) ? proxies : undefined;
}

function isProxy(text: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true;
  const [address = '', bits, ...rest] = text.split('/');
  const most = isIP(address) === 6 ? 128 : 32;
  return (
    isIP(address) !== 0 &&
    rest.length === 0 &&
    (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) > 0 && Number(bits) <= most))
  );
}
