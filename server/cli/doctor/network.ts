/** The way from the phones to this machine: the port, the addresses, the firewall. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { isWildcard, type NetworkAddress, networkAddresses } from '../../host/addresses.ts';
import { SERVER_NAME } from '../../http/host-routes.ts';
import { fail, type Finding, messageOf, ok, type Subject, warn } from './finding.ts';

const ANSWER_MS = 1500;

export async function lookAtPort(subject: Subject): Promise<Finding[]> {
  const { port, host } = subject;
  const local = isWildcard(host) ? '127.0.0.1' : host;
  const base = `http://${local.includes(':') ? `[${local}]` : local}:${port}`;
  if (await isBaraza(base)) return [await runningAt(base, port)];
  const other = `choose another port: PORT=${port + 1} npx baraza start`;
  const taken = await tryToListen(port, host);
  if (taken === undefined) return [ok('port', `port ${port} is free`)];
  if (taken === 'EADDRINUSE') return [fail('port', `port ${port} is in use by another program`, other)];
  if (taken === 'EACCES')
    return [fail('port', `port ${port} may not be used without more rights`, 'choose one above 1023: PORT=2567')];
  return [
    fail('port', `${host} cannot be listened on (${taken})`, 'set HOST to an address of this machine, or leave it out'),
  ];
}

async function isBaraza(base: string): Promise<boolean> {
  try {
    const answer = await fetch(`${base}/healthz`, { signal: AbortSignal.timeout(ANSWER_MS) });
    const body: unknown = await answer.json();
    return (body as { server?: unknown } | null)?.server === SERVER_NAME;
  } catch {
    return false;
  }
}

const NOT_READY: Readonly<Record<string, string>> = {
  opening: 'it still opens what was kept: wait a moment',
  stopping: 'it is ending: wait a moment',
  disk: 'the data folder takes no bytes: make room, or look at its rights',
  database: 'the database takes no writes: see which other program holds it open',
};

async function runningAt(base: string, port: number): Promise<Finding> {
  try {
    const answer = await fetch(`${base}/readyz`, { signal: AbortSignal.timeout(5000) });
    const { because = '' } = (await answer.json()) as { because?: string };
    return answer.ok
      ? ok('port', `Baraza is running on port ${port}, and ready`)
      : fail('port', `Baraza is running on port ${port} and not ready`, NOT_READY[because] ?? 'look at its log');
  } catch (error) {
    return fail(
      'port',
      `Baraza is on port ${port} and does not answer (${messageOf(error)})`,
      'look at its log; start it again',
    );
  }
}

/** The code of the refusal; undefined where listening works. */
function tryToListen(port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    probe.listen(port, host, () => probe.close(() => resolve(undefined)));
  });
}

const listed = (addresses: readonly NetworkAddress[]): string =>
  addresses.map(({ address, via }) => `${address} (${via})`).join(', ');

/** Which addresses phones can use, and which only look so. */
export function lookAtAddresses({ host }: Subject, found = networkAddresses()): Finding[] {
  if (!isWildcard(host))
    return [
      /^(127\.|::1$|localhost$)/.test(host)
        ? warn('addresses', `only this machine reaches it (HOST=${host})`, 'for a class leave HOST out')
        : ok('addresses', `it is reached under ${host} only`),
    ];
  const of = (kind: NetworkAddress['kind']) => found.filter((one) => one.kind === kind);
  return [...lans(of('lan')), ...others(of('virtual'), of('self-given'))];
}

function lans(lan: readonly NetworkAddress[]): Finding[] {
  if (lan.length === 0)
    return [
      warn(
        'addresses',
        'no network: only this machine reaches it',
        'connect to the Wi-Fi of the room, or switch on a hotspot',
      ),
    ];
  if (lan.length === 1) return [ok('addresses', `phones use ${listed(lan)}`)];
  return [
    warn(
      'addresses',
      `several networks: ${listed(lan)}`,
      'phones must be on the network of the address they use; their own begins alike (Settings, Wi-Fi)',
    ),
  ];
}

function others(virtual: readonly NetworkAddress[], selfGiven: readonly NetworkAddress[]): Finding[] {
  const findings: Finding[] = [];
  if (virtual.length > 0)
    findings.push(
      warn('vpn', `not for phones: ${listed(virtual)}`, 'a VPN can keep phones out: end it if they do not get through'),
    );
  if (selfGiven.length > 0)
    findings.push(
      warn(
        'no-router',
        `no router answered: ${listed(selfGiven)}`,
        'join the Wi-Fi again, or start the router and wait',
      ),
    );
  return findings;
}

/** What can be known of the firewall without asking for rights; the rest is a hint. */
export function lookAtFirewall({ port }: Subject, system: NodeJS.Platform = process.platform): Finding[] {
  const allow = (name: string, command: string) =>
    warn('firewall', `${name} is on and may keep phones out`, `allow the port: ${command}`);
  if (system === 'win32')
    return [ok('firewall', 'when Windows asks, allow Node.js on private networks; set the Wi-Fi to “Private network”')];
  if (system === 'darwin')
    return [
      ok('firewall', 'when macOS asks, allow incoming connections for node (System Settings, Network, Firewall)'),
    ];
  if (isUfwOn()) return [allow('the firewall ufw', `sudo ufw allow ${port}/tcp`)];
  if (existsSync('/run/firewalld'))
    return [allow('the firewall firewalld', `sudo firewall-cmd --add-port=${port}/tcp`)];
  return [ok('firewall', 'none that could be seen')];
}

function isUfwOn(): boolean {
  try {
    return /^ENABLED=yes/m.test(readFileSync('/etc/ufw/ufw.conf', 'utf8'));
  } catch {
    return false;
  }
}
