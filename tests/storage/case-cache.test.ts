/** The cache of checked cases; a damaged entry is never used. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rememberIn } from '../../server/cases/case-cache.ts';
import { checkCase } from '../../shared/scenario/parse-case.ts';
import { aCase } from '../support/a-scenario.ts';

describe('the cache of checked cases', () => {
  let parent: string;
  let folder: string;
  let checks: number;
  const files = aCase();
  const check = async (sources: Record<string, string>, hash: string) => {
    checks += 1;
    return checkCase(sources, hash);
  };

  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'baraza-cache-'));
    folder = join(parent, 'checked-cases');
    checks = 0;
  });
  afterEach(() => rmSync(parent, { recursive: true, force: true }));

  it('returns a case unchanged, for its own sources and its own checker only', async () => {
    const first = await rememberIn(folder, 'a', check)(files, 'h1');
    expect(await rememberIn(folder, 'a', check)(files, 'h1')).toEqual(first);
    expect(checks).toBe(1);
    await rememberIn(folder, 'a', check)(files, 'h2');
    await rememberIn(folder, 'b', check)(files, 'h1');
    expect(checks).toBe(3);
  });

  it('checks again if the cached entry is damaged, and is readable for its owner only', async () => {
    const remembered = rememberIn(folder, 'a', check);
    const first = await remembered(files, 'h1');
    const [name = ''] = readdirSync(folder);
    const path = join(folder, name);
    expect([statSync(folder).mode & 0o777, statSync(path).mode & 0o777]).toEqual([0o700, 0o600]);
    const bytes = readFileSync(path);
    bytes[bytes.length - 9] = (bytes[bytes.length - 9] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    expect(await remembered(files, 'h1')).toEqual(first);
    writeFileSync(path, '');
    expect(await remembered(files, 'h1')).toEqual(first);
    expect(checks).toBe(3);
  });

  it('is skipped if its folder is not writable, and the case is checked anyway', async () => {
    writeFileSync(folder, 'a file where the folder should be');
    const checked = await rememberIn(folder, 'a', check)(files, 'h1');
    expect(checked).toEqual(checkCase(files, 'h1'));
  });
});
