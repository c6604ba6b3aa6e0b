/**
 * The host names that this server accepts, against DNS rebinding: a foreign site could point its own name at this machine, and
 * its scripts could then read our answers. Public names are accepted only if the operator has listed them; IP addresses and
 * local network names are always accepted.
 */
import { isIP } from 'node:net';

/** Whose `X-Forwarded-*` headers Express trusts: a number of hops, or addresses. */
export type TrustedProxies = number | string[];

export interface OwnNetwork {
  /** Proxies in front of this server; undefined if clients reach it directly. */
  trustProxy?: TrustedProxies | undefined;
  /** Further accepted names. */
  hosts?: readonly string[] | undefined;
}

/** Suffixes that no registry sells. */
const LOCAL = /(^|\.)(localhost|local|lan|home|internal|home\.arpa)$/;
const NAME = /^[a-z0-9]([a-z0-9_-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9_-]*[a-z0-9])?)*$/;

/** The name in a `Host` header, without its port; undefined if the header is invalid. */
export function nameIn(host: string | undefined): string | undefined {
  if (host === undefined || host.length > 255 || !/^[\w.:[\]-]+$/.test(host) || !URL.canParse(`http://${host}/`))
    return undefined;
  const { hostname } = new URL(`http://${host}/`);
  return hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');
}

/** Behind a trusted proxy every name is accepted unless names are listed: the proxy decides. */
export function answersTo(name: string, { trustProxy, hosts = [] }: OwnNetwork): boolean {
  if (isIP(name) !== 0 || !name.includes('.') || LOCAL.test(name) || hosts.includes(name)) return true;
  return trustProxy !== undefined && hosts.length === 0;
}

/** Parses `BARAZA_HOSTS`: names separated by commas. Undefined if it is not a list of names. */
export function readNames(text: string): string[] | undefined {
  const names = text.split(',').map((name) => name.trim().toLowerCase());
  return names.every((name) => name.length <= 253 && NAME.test(name)) ? names : undefined;
}

/** Parses `BARAZA_TRUST_PROXY`: a number of proxies, or their addresses (`loopback`, `10.0.0.0/8`); trusting all is not possible. */
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
