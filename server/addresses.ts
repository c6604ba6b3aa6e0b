/** The addresses under which people in the room reach this machine, the likeliest first. */
import { networkInterfaces } from 'node:os';

/** `host` is the address listened on; only the wildcard is reachable under all of the machine's addresses. */
export function lanAddresses(host: string, port: number): string[] {
  const url = (address: string) => `http://${address.includes(':') ? `[${address}]` : address}:${port}`;
  if (host !== '0.0.0.0' && host !== '::') return [url(host)];
  const found = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);
  return [...found.sort((a, b) => likelihood(b) - likelihood(a)), 'localhost'].map(url);
}

/** Home and class-room networks first, virtual machines and link-local addresses last. */
function likelihood(address: string): number {
  if (address.startsWith('192.168.')) return 3;
  if (address.startsWith('10.')) return 2;
  if (address.startsWith('169.254.')) return 0;
  return 1;
}
