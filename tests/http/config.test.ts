/** Invalid settings end the program with one line. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readConfig } from '../../server/host/config.ts';

const folder = mkdtempSync(join(tmpdir(), 'baraza-config-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('a missing data folder is created with its parents', () => {
  const wanted = join(folder, 'a', 'b');
  expect(readConfig({ BARAZA_DATA: wanted }).dataFolder).toBe(wanted);
  expect(statSync(wanted).mode & 0o077).toBe(0);
});

it('a file is rejected as data folder', () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  expect(() => readConfig({ BARAZA_DATA: join(file, 'data') })).toThrow(/cannot be written \(E[A-Z]+\)/);
  expect(() => readConfig({ BARAZA_DATA: file })).toThrow(/cannot be written \(E[A-Z]+\)/);
});

it('a read-only folder is rejected as data folder', () => {
  const shut = join(folder, 'shut');
  readConfig({ BARAZA_DATA: shut });
  chmodSync(shut, 0o500);
  // Root can write even there; the file system of the kernel refuses every user.
  const refusing = process.getuid?.() === 0 ? '/proc' : shut;
  expect(() => readConfig({ BARAZA_DATA: refusing })).toThrow(/cannot be written \(E[A-Z]+\)/);
});

it('if the data folder cannot be created, the program ends at once with one line', () => {
  const code =
    "import('./server/host/config.ts').then(({ readConfig }) => readConfig({ BARAZA_DATA: '/proc/baraza/data' })).catch(({ message }) => console.log(message))";
  const { stdout, signal } = spawnSync(process.execPath, ['--import', 'tsx', '-e', code], { timeout: 20_000 });
  expect(signal).toBeNull();
  expect(stdout.toString().trim().split('\n')).toEqual([expect.stringMatching(/cannot be written \(E[A-Z]+\)/)]);
});
