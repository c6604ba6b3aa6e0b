/** The addresses at which clients on the local network reach this machine, most likely first. */
import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os';

/** `lan`: a network that phones can join. `virtual`: containers, virtual machines or a VPN. `self-given`: no router answered. */
export type NetworkKind = 'lan' | 'virtual' | 'self-given';

export interface NetworkAddress {
  address: string;
  /** Name of the network interface. */
  via: string;
  kind: NetworkKind;
}

type Interfaces = NodeJS.Dict<NetworkInterfaceInfo[]>;

/** `host` is the listening address; only the wildcard is reachable at every address of the machine. */
export function lanAddresses(host: string, port: number, interfaces?: Interfaces): string[] {
  const url = (address: string) => `http://${address.includes(':') ? `[${address}]` : address}:${port}`;
  if (!isWildcard(host)) return [url(host)];
  return [...networkAddresses(interfaces).map(({ address }) => address), 'localhost'].map(url);
}

/**
 * The addresses to show a class: those that other devices can use. If there is none, the one that the trainer's browser uses,
 * unless it is on this machine: behind a proxy only the proxy's name is of use.
 */
export function joinAddresses(addresses: readonly string[], used: string): string[] {
  const shared = addresses.filter((address) => !isOwnMachine(address));
  return shared.length > 0 ? shared : [used].filter((address) => URL.canParse(address) && !isOwnMachine(address));
}

/** True for an address that means another machine on every other device. */
function isOwnMachine(address: string): boolean {
  const { hostname } = new URL(address);
  return /^(.*\.)?localhost$|^127\.|^\[::1\]$|^0\.0\.0\.0$|^\[::\]$/.test(hostname);
}

export const isWildcard = (host: string): boolean => host === '0.0.0.0' || host === '::';

/** All IPv4 addresses that other machines could use, most likely first. */
export function networkAddresses(interfaces: Interfaces = networkInterfaces()): NetworkAddress[] {
  return Object.entries(interfaces)
    .flatMap(([via, addresses = []]) =>
      addresses
        .filter(({ family, internal }) => family === 'IPv4' && !internal)
        .map(({ address }): NetworkAddress => ({ address, via, kind: kindOf(via, address) })),
    )
    .sort((a, b) => likelihood(b) - likelihood(a));
}

/** Interface names of networks that are neither cable nor Wi-Fi. */
const VIRTUAL =
  /^(br-|cni|docker|flannel|ham|lxc|lxd|podman|ppp|tailscale|tap|tun|utun|vbox|veth|virbr|vmnet|wg|zt)|hyper-v|vethernet|virtualbox|vmware|vpn|wsl/i;

function kindOf(via: string, address: string): NetworkKind {
  if (address.startsWith('169.254.')) return 'self-given';
  const [first = 0, second = 0] = address.split('.').map(Number);
  // 100.64.0.0/10 is the address range of some VPNs.
  const ofVpn = first === 100 && second >= 64 && second < 128;
  return ofVpn || VIRTUAL.test(via) ? 'virtual' : 'lan';
}

/** Ranks home and class-room networks first, virtual networks and link-local addresses last. */
function likelihood({ address, kind }: NetworkAddress): number {
  if (kind === 'self-given') return 0;
  if (kind === 'virtual') return 1;
  if (address.startsWith('192.168.')) return 4;
  return address.startsWith('10.') ? 3 : 2;
}
