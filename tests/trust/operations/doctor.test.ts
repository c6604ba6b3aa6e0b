/** `baraza doctor`: what it detects, and that every problem has a remedy. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { lanAddresses, networkAddresses } from '../../../server/host/addresses.ts';
import { checkBackups, checkFolder } from '../../../server/cli/doctor/data.ts';
import type { Finding, Subject } from '../../../server/cli/doctor/finding.ts';
import { checkClock, checkMemory, checkNode } from '../../../server/cli/doctor/machine.ts';
import { checkAddresses } from '../../../server/cli/doctor/network.ts';
import { runBaraza } from '../../support/run-baraza.ts';
import { ServerProcess } from '../../support/server-process.ts';
import { TestTrainer } from '../../support/test-trainer.ts';

interface Told {
  ready: boolean;
  urls: string[];
  findings: Finding[];
}

const set = new Map<string, string | undefined>();
/** Settings as in a shell; reset after each test. */
function settings(env: Record<string, string>): void {
  for (const [name, value] of Object.entries(env)) {
    if (!set.has(name)) set.set(name, process.env[name]);
    process.env[name] = value;
  }
}
afterEach(() => {
  for (const [name, value] of set) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  set.clear();
});

let server: ServerProcess;
beforeAll(async () => {
  server = await ServerProcess.prepare();
});
afterAll(() => server.dispose());

const ofServer = () => ({
  PORT: String(server.port),
  HOST: '127.0.0.1',
  BARAZA_DATA: server.dataFolder,
  BARAZA_SCENARIOS: join(server.folder, 'scenarios'),
});

async function doctor(): Promise<Told & { exit: number; find: (id: string) => Finding }> {
  const { exit, text } = await runBaraza(['doctor', '--format', 'json']);
  const told = JSON.parse(text) as Told;
  return {
    ...told,
    exit,
    find: (id) => told.findings.find((one) => one.id === id) ?? { id, state: 'ok', says: 'not there' },
  };
}

describe('`baraza doctor`', () => {
  it('before the first start reports no problem, and creates nothing', async () => {
    settings(ofServer());
    const { exit, ready, find } = await doctor();
    expect([exit, ready]).toEqual([0, true]);
    expect(find('data').says).toContain('will be created at the first start');
    expect(find('database').says).toBe('there is no data yet');
    expect(find('cases').says).toBe('1 of 1 case can be played');
    expect(find('port').says).toContain('is free');
    const { text } = await runBaraza(['doctor']);
    expect(text).toContain('Ready for a class');
    expect(text).toContain(`http://localhost:${server.port}/trainer`);
    expect(text).toMatch(/[█▄▀]{4}/);
    expect(text).not.toContain('\u001b[');
  });

  it('recognises Baraza itself on the port, and its readiness; checks its data without disturbing it', async () => {
    await server.start();
    settings(ofServer());
    const trainer = await TestTrainer.signsIn(server.url, server.trainerKey);
    await trainer.opensClass();
    const { exit, find } = await doctor();
    expect(exit).toBe(0);
    expect(find('port')).toMatchObject({ state: 'ok', says: expect.stringContaining('running') });
    expect(find('database').says).toContain('1 exercise');
    expect(find('audit').says).toMatch(/intact: \d+ lines?/);
    expect(find('backups').state).toBe('warn');
    await runBaraza(['backup']);
    expect((await doctor()).find('backups').state).toBe('ok');
  });

  it('detects a line of the audit that was changed outside Baraza', async () => {
    await server.end('SIGTERM');
    settings(ofServer());
    const database = new Database(join(server.dataFolder, 'baraza.db'));
    database.exec("UPDATE audit SET act = 'nothing' WHERE seq = 2");
    database.close();
    const { exit, find } = await doctor();
    expect(exit).toBe(1);
    expect(find('audit')).toMatchObject({ state: 'fail', says: expect.stringContaining('line 2') });
  });

  it('detects a damaged database, and names the backup that can replace it', async () => {
    settings(ofServer());
    writeFileSync(join(server.dataFolder, 'baraza.db'), 'No database at all. '.repeat(500));
    const { exit, find } = await doctor();
    expect(exit).toBe(1);
    expect(find('database')).toMatchObject({
      state: 'fail',
      remedy: expect.stringMatching(/restore \S+\.baraza-backup/),
    });
  });

  it('detects a port in use, an empty folder of cases, and an invalid setting', async () => {
    const other = createServer().listen(server.port, '127.0.0.1');
    await once(other, 'listening');
    mkdirSync(join(server.folder, 'empty'), { recursive: true });
    settings({ ...ofServer(), BARAZA_SCENARIOS: join(server.folder, 'empty') });
    try {
      const { find, exit } = await doctor();
      expect(exit).toBe(1);
      expect(find('port')).toMatchObject({ state: 'fail', remedy: expect.stringContaining(`PORT=${server.port + 1}`) });
      expect(find('cases').state).toBe('fail');
    } finally {
      other.close();
    }
    settings({ PORT: 'eighty' });
    expect(await runBaraza(['doctor'])).toMatchObject({ exit: 2, notes: expect.stringContaining('PORT must be') });
  });

  it('has a remedy under each problem, and one line for each', async () => {
    settings(ofServer());
    const { findings } = await doctor();
    const text = (await runBaraza(['doctor'])).text;
    const unwell = findings.filter(({ state }) => state !== 'ok');
    expect(unwell.length).toBeGreaterThan(0);
    for (const { remedy, says } of unwell) {
      expect(remedy?.length).toBeGreaterThan(10);
      expect(text).toContain(says);
    }
    expect(findings.filter(({ says }) => says.includes('\n'))).toEqual([]);
  });
});

describe('the findings of doctor', () => {
  const lan = (address: string) => ({
    address,
    family: 'IPv4' as const,
    internal: false,
    netmask: '',
    mac: '',
    cidr: null,
  });
  const subject: Subject = {
    port: 2567,
    host: '0.0.0.0',
    dataFolder: '/nowhere/data',
    scenarios: '',
    backups: '/nowhere/backups',
    automatic: true,
  };

  it('on addresses prefer the class-room network to containers and VPNs', () => {
    const interfaces = {
      docker0: [lan('172.17.0.1')],
      tailscale0: [lan('100.101.102.103')],
      'vEthernet (WSL)': [lan('172.28.0.1')],
      wlan0: [lan('192.168.43.5')],
      lo: [{ ...lan('127.0.0.1'), internal: true }],
    };
    expect(lanAddresses('0.0.0.0', 80, interfaces)[0]).toBe('http://192.168.43.5:80');
    const found = checkAddresses(subject, networkAddresses(interfaces));
    expect(found).toMatchObject([
      { state: 'ok', says: 'phones use 192.168.43.5 (wlan0)' },
      { id: 'vpn', state: 'warn', says: expect.stringContaining('docker0') },
    ]);
  });

  it('on addresses cover several networks, no network, no router, and this machine only', () => {
    const says = (interfaces: Parameters<typeof networkAddresses>[0], host = '0.0.0.0') =>
      checkAddresses({ ...subject, host }, networkAddresses(interfaces)).map(
        ({ state, says: text }) => `${state} ${text}`,
      );
    expect(says({ eth0: [lan('10.0.0.5')], wlan0: [lan('192.168.1.5')] })).toEqual([
      'warn several networks: 192.168.1.5 (wlan0), 10.0.0.5 (eth0)',
    ]);
    expect(says({})).toEqual(['warn no network: only this machine can reach it']);
    expect(says({ wlan0: [lan('169.254.7.7')] })).toEqual([
      'warn no network: only this machine can reach it',
      'warn no router answered: 169.254.7.7 (wlan0)',
    ]);
    expect(says({ wlan0: [lan('192.168.1.5')] }, '127.0.0.1')).toEqual([
      'warn only this machine can reach it (HOST=127.0.0.1)',
    ]);
  });

  it('on Node, memory and the clock name the limits', () => {
    expect(checkNode('20.18.3')).toMatchObject([{ state: 'fail' }]);
    expect(checkNode('20.19.0')).toMatchObject([{ state: 'ok' }]);
    expect(checkNode('24.1.0')).toMatchObject([{ state: 'ok' }]);
    expect(checkMemory(100e6, 4e9)).toMatchObject([{ state: 'fail', says: '100 MB of 4 GB memory are free' }]);
    expect(checkMemory(300e6, 4e9)).toMatchObject([{ state: 'warn' }]);
    expect(checkClock(subject, Date.parse('1970-01-02'))).toMatchObject([{ state: 'warn' }]);
    expect(checkClock(subject, Date.parse('2026-11-22'))).toMatchObject([{ state: 'ok' }]);
  });

  it('on the data folder cover readable by others, copied folders, and old backups', () => {
    const folder = mkdtempSync(join(tmpdir(), 'baraza-doctor-'));
    try {
      chmodSync(folder, 0o755);
      expect(checkFolder({ ...subject, dataFolder: folder })).toMatchObject([
        { state: 'warn', remedy: expect.stringContaining('chmod 700') },
      ]);
      chmodSync(folder, 0o700);
      expect(checkFolder({ ...subject, dataFolder: folder })).toMatchObject([{ state: 'ok' }]);
      expect(checkFolder({ ...subject, dataFolder: join(folder, 'OneDrive - School', 'data') })).toMatchObject([
        { state: 'warn' },
      ]);
      writeFileSync(join(folder, 'baraza.db'), 'x');
      writeFileSync(join(folder, '2026-11-01T05-43-41-123Z.daily.baraza-backup'), 'x');
      const now = Date.now();
      expect(checkBackups({ ...subject, dataFolder: folder, backups: folder }, now)).toMatchObject([{ state: 'warn' }]);
      expect(checkBackups({ ...subject, dataFolder: folder, automatic: false }, now)).toMatchObject([
        { says: expect.stringContaining('off') },
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
