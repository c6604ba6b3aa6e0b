/** Checks whether phones can reach this machine: port, addresses, firewall. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { isWildcard, type NetworkAddress, networkAddresses } from '../../host/addresses.ts';
import { SERVER_NAME } from '../../http/host-routes.ts';
import { fail, type Finding, messageOf, ok, type Subject, warn } from './finding.ts';

const HEALTH_TIMEOUT_MS = 1500;

export async function checkPort(subject: Subject): Promise<Finding[]> {
  const { port, host } = subject;
  const local = isWildcard(host) ? '127.0.0.1' : host;
  const base = `http://${local.includes(':') ? `[${local}]` : local}:${port}`;
  if (await isBaraza(base)) return [await runningAt(base, port)];
  const remedy = `choose another port: PORT=${port + 1} npx baraza start`;
  const code = await tryToListen(port, host);
  if (code === undefined) return [ok('port', `port ${port} is free`)];
  if (code === 'EADDRINUSE') return [fail('port', `port ${port} is in use by another program`, remedy)];
  if (code === 'EACCES')
    return [fail('port', `you have no permission to use port ${port}`, 'choose one above 1023: PORT=2567')];
  return [
    fail(
      'port',
      `the server cannot listen on ${host} (${code})`,
      'set HOST to an address of this machine, or unset it',
    ),
  ];
}

async function isBaraza(base: string): Promise<boolean> {
  try {
    const answer = await fetch(`${base}/healthz`, { signal: AbortSignal.timeout(HEALTH_TIMEOUT_MS) });
    const body: unknown = await answer.json();
    return (body as { server?: unknown } | null)?.server === SERVER_NAME;
  } catch {
    return false;
  }
}

const NOT_READY: Readonly<Record<string, string>> = {
  opening: 'it is opening the stored exercises: wait a moment',
  stopping: 'it is stopping: wait a moment',
  disk: 'the data folder accepts no writes: free some space, or check its permissions',
  database: 'the database accepts no writes: find the other program that locks it',
};

async function runningAt(base: string, port: number): Promise<Finding> {
  try {
    const answer = await fetch(`${base}/readyz`, { signal: AbortSignal.timeout(5000) });
    const { because = '' } = (await answer.json()) as { because?: string };
    return answer.ok
      ? ok('port', `Baraza is running on port ${port}, and ready`)
      : fail('port', `Baraza is running on port ${port}, and not ready`, NOT_READY[because] ?? 'read its log');
  } catch (error) {
    return fail(
      'port',
      `Baraza is running on port ${port} and does not answer (${messageOf(error)})`,
      'read its log; start it again',
    );
  }
}

/** The error code; undefined if listening works. */
function tryToListen(port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    probe.listen(port, host, () => probe.close(() => resolve(undefined)));
  });
}

const listed = (addresses: readonly NetworkAddress[]): string =>
  addresses.map(({ address, via }) => `${address} (${via})`).join(', ');

/** Lists the addresses that phones can use, and warns of those that only seem usable. */
export function checkAddresses({ host }: Subject, found = networkAddresses()): Finding[] {
  if (!isWildcard(host))
    return [
      /^(127\.|::1$|localhost$)/.test(host)
        ? warn('addresses', `only this machine can reach it (HOST=${host})`, 'for a class, unset HOST')
        : ok('addresses', `it can be reached at ${host} only`),
    ];
  const of = (kind: NetworkAddress['kind']) => found.filter((one) => one.kind === kind);
  return [...lans(of('lan')), ...others(of('virtual'), of('self-given'))];
}

function lans(lan: readonly NetworkAddress[]): Finding[] {
  if (lan.length === 0)
    return [
      warn(
        'addresses',
        'no network: only this machine can reach it',
        'connect to the Wi-Fi of the classroom, or switch on a hotspot',
      ),
    ];
  if (lan.length === 1) return [ok('addresses', `phones use ${listed(lan)}`)];
  return [
    warn(
      'addresses',
      `several networks: ${listed(lan)}`,
      'phones must be in the same network as the address they use: compare with the address of the phone (Settings, Wi-Fi)',
    ),
  ];
}

function others(virtual: readonly NetworkAddress[], selfGiven: readonly NetworkAddress[]): Finding[] {
  const findings: Finding[] = [];
  if (virtual.length > 0)
    findings.push(
      warn('vpn', `not for phones: ${listed(virtual)}`, 'a VPN can block phones: stop it if they cannot connect'),
    );
  if (selfGiven.length > 0)
    findings.push(
      warn(
        'no-router',
        `no router answered: ${listed(selfGiven)}`,
        'reconnect to the Wi-Fi, or start the router and wait',
      ),
    );
  return findings;
}

/** Reports what an unprivileged user can know about the firewall, and hints. */
export function checkFirewall({ port }: Subject, system: NodeJS.Platform = process.platform): Finding[] {
  const allow = (name: string, command: string) =>
    warn('firewall', `${name} is on and may block phones`, `allow the port: ${command}`);
  if (system === 'win32')
    return [ok('firewall', 'when Windows asks, allow Node.js on private networks; set the Wi-Fi to “Private network”')];
  if (system === 'darwin')
    return [
      ok('firewall', 'when macOS asks, allow incoming connections for node (System Settings, Network, Firewall)'),
    ];
  if (isUfwOn()) return [allow('the firewall ufw', `sudo ufw allow ${port}/tcp`)];
  if (existsSync('/run/firewalld'))
    return [allow('the firewall firewalld', `sudo firewall-cmd --add-port=${port}/tcp`)];
  return [ok('firewall', 'no firewall was detected')];
}

function isUfwOn(): boolean {
  try {
    return /^ENABLED=yes/m.test(readFileSync('/etc/ufw/ufw.conf', 'utf8'));
  } catch {
    return false;
  }
}
