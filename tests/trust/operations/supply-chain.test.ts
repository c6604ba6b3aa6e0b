/** Case 57 and the supply chain: exactly the chosen packages, no install scripts of theirs, no network afterwards. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { LONG } from '../support/scale.ts';

const ROOT = resolve(import.meta.dirname, '../../..');

interface Locked {
  version?: string;
  resolved?: string;
  integrity?: string;
  link?: boolean;
  dev?: boolean;
  hasInstallScript?: boolean;
  engines?: { node?: string };
}
interface Manifest {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  overrides: Record<string, string>;
  allowScripts: Record<string, boolean>;
  scripts: Record<string, string>;
}

const read = (name: string): unknown => JSON.parse(readFileSync(join(ROOT, name), 'utf8'));
const manifest = read('package.json') as Manifest;
const locked = Object.entries((read('package-lock.json') as { packages: Record<string, Locked> }).packages).filter(
  ([path]) => path !== '',
);
const nameOf = (path: string): string => path.split('node_modules/').at(-1) ?? path;

describe('the packages', () => {
  it('have exact versions, never ranges', () => {
    const named = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.overrides };
    expect(Object.entries(named).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  it('are locked with their checksums, and come from the public registry only', () => {
    expect(locked.length).toBeGreaterThan(100);
    const loose = locked.filter(
      ([, { integrity, link }]) => link === true || integrity?.startsWith('sha512-') !== true,
    );
    expect(loose.map(([path]) => path)).toEqual([]);
    const elsewhere = locked.filter(
      ([, { resolved }]) => resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/'),
    );
    expect(elsewhere.map(([path, { resolved }]) => `${path} ${resolved}`)).toEqual([]);
    expect(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).not.toMatch(/"(git\+|git:|github:|file:|http:)/);
  });

  it('run no install scripts except those allowed by name', () => {
    const withScripts = locked.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => nameOf(path));
    const allowed = Object.keys(manifest.allowScripts).filter((name) => manifest.allowScripts[name]);
    expect(withScripts.filter((name) => !allowed.includes(name))).toEqual([]);
    expect(allowed.filter((name) => !withScripts.includes(name))).toEqual([]);
    expect(Object.keys(manifest.scripts).filter((name) => /^(pre|post)?(install|prepare|publish)/.test(name))).toEqual(
      [],
    );
  });

  it('are installed exactly, by the same registry and rules on every machine', () => {
    const settings = readFileSync(join(ROOT, '.npmrc'), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    expect(settings).toEqual(['save-exact=true']);
  });

  it('agree with what is installed', () => {
    const differing = Object.entries(manifest.dependencies).filter(
      ([name, version]) => (read(`node_modules/${name}/package.json`) as { version: string }).version !== version,
    );
    expect(differing).toEqual([]);
  });
});

describe('`npm run sbom`', () => {
  it('lists every package that a class uses, by name and version, in CycloneDX', () => {
    const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'sbom'], {
      cwd: ROOT,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      shell: process.platform === 'win32',
    });
    expect(status, stderr).toBe(0);
    const bill = JSON.parse(stdout) as {
      bomFormat: string;
      components: { name: string; group?: string; version: string }[];
    };
    expect(bill.bomFormat).toBe('CycloneDX');
    const listed = new Set(
      bill.components.map(({ group, name, version }) => `${group === undefined ? '' : `${group}/`}${name}@${version}`),
    );
    const needed = locked.filter(([, { dev }]) => !dev).map(([path, { version }]) => `${nameOf(path)}@${version}`);
    expect(needed.length).toBeGreaterThan(Object.keys(manifest.dependencies).length);
    expect(needed.filter((one) => !listed.has(one))).toEqual([]);
    const dev = Object.entries(manifest.devDependencies).map(([name, version]) => `${name}@${version}`);
    expect(dev.filter((one) => listed.has(one) && !needed.includes(one))).toEqual([]);
  });
});

/** All outgoing requests go to a closed port. Not to another registry: the cache keys each package by its registry. */
const NOWHERE = { npm_config_proxy: 'http://127.0.0.1:9', npm_config_https_proxy: 'http://127.0.0.1:9' };

if (LONG) {
  describe('an installation without a network', () => {
    const place = mkdtempSync(join(tmpdir(), 'baraza-offline-'));
    afterAll(() => rmSync(place, { recursive: true, force: true }));

    it('works from the lock file and a cache that was filled once', () => {
      for (const name of ['package.json', 'package-lock.json', '.npmrc']) cpSync(join(ROOT, name), join(place, name));
      const cache = ['--cache', join(place, 'cache')];
      const ci = (...more: string[]) =>
        spawnSync('npm', ['ci', '--omit=dev', '--no-audit', '--no-fund', ...cache, ...more], {
          cwd: place,
          encoding: 'utf8',
          env: { ...process.env, ...(more.length > 0 && NOWHERE) },
        });
      const first = ci();
      expect(first.status, first.stderr).toBe(0);
      rmSync(join(place, 'node_modules'), { recursive: true });
      const again = ci('--offline');
      expect(again.status, again.stderr).toBe(0);
      const installed = readFileSync(join(place, 'node_modules/libsql/package.json'), 'utf8');
      expect((JSON.parse(installed) as { version: string }).version).toBe(manifest.dependencies['libsql']);
      // With the native binary of this machine: the database opens.
      const opens = `new (require('libsql'))(':memory:').exec('SELECT 1')`;
      const ran = spawnSync(process.execPath, ['-e', opens], { cwd: place, encoding: 'utf8' });
      expect(ran.status, ran.stderr).toBe(0);
    });
  });
}
