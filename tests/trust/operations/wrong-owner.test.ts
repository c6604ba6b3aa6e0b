/**
 * Case 13: the data belongs to another user, for example after one start by an administrator. Start and doctor print
 * path and remedy.
 */
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../../server/cli/doctor/finding.ts';
import { checkFolder } from '../../../server/cli/doctor/data.ts';
import { ServerProcess } from '../../support/server-process.ts';
import { bundledServer } from '../../support/bundled-server.ts';
import { canBecomeSomebody, SOMEBODY, THROUGH_SOMEBODY } from '../support/machine.ts';

const LOOKS = fileURLToPath(new URL('../../../server/cli/doctor/data.ts', import.meta.url));

describe.runIf(canBecomeSomebody())('data that belongs to another user', () => {
  let server: ServerProcess;
  let name: string;
  /** The data checks of `doctor`, as one file that every user may read. */
  let doctor: string;
  beforeAll(async () => {
    name = execFileSync('id', ['-un', String(SOMEBODY)], { encoding: 'utf8' }).trim();
    const main = await bundledServer();
    doctor = join(dirname(main), 'doctor', 'data.js');
    await build({
      entryPoints: [LOOKS],
      outfile: doctor,
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
    });
    server = await ServerProcess.prepare();
    chmodSync(server.folder, 0o755);
    await server.start();
    await server.end('SIGTERM');
  });
  afterAll(() => server.dispose());

  /** The output of a start by a user who is not root. */
  async function startSays(): Promise<string> {
    const child = server.spawn({}, [], { through: THROUGH_SOMEBODY });
    await once(child, 'close');
    expect(child.exitCode).toBe(78);
    const lines = server.output.trim().split('\n');
    expect(lines).toHaveLength(1);
    return lines[0] ?? '';
  }

  /** The finding of `doctor` on the folder, for a user who is not root. */
  function doctorSays(): Finding | undefined {
    const [program, ...rest] = [...THROUGH_SOMEBODY, process.execPath, '--input-type=module', '-e'];
    const script = `import { checkFolder } from ${JSON.stringify(pathToFileURL(doctor).href)};
      console.log(JSON.stringify(checkFolder({ dataFolder: ${JSON.stringify(server.dataFolder)} })));`;
    const [finding] = JSON.parse(execFileSync(program, [...rest, script], { encoding: 'utf8' })) as Finding[];
    return finding;
  }

  it('is reported with its owner and the command that takes it over, by start and by doctor', async () => {
    const says = await startSays();
    expect(says).toContain(`${server.dataFolder} belongs to another user (number 0)`);
    expect(says).toContain(`sudo chown -R ${name} ${server.dataFolder}`);
    expect(doctorSays()).toMatchObject({
      state: 'fail',
      says: expect.stringContaining(`${server.dataFolder} belongs to another user (number 0)`) as string,
      remedy: expect.stringContaining(`sudo chown -R ${name} ${server.dataFolder}`) as string,
    });
  });

  it('in single files is reported with the first of them, by start and by doctor', async () => {
    chownSync(server.dataFolder, SOMEBODY, SOMEBODY);
    const file = join(server.dataFolder, 'baraza.db');
    const says = await startSays();
    expect(says).toContain(`${file} belongs to another user (number 0)`);
    expect(says).toContain(`sudo chown -R ${name} ${server.dataFolder}`);
    expect(doctorSays()).toMatchObject({ state: 'fail', says: expect.stringContaining(file) as string });
    // An administrator who would start it again is told the owner of the folder.
    const [found] = checkFolder({
      dataFolder: server.dataFolder,
      port: 0,
      host: '127.0.0.1',
      scenarios: '',
      backups: '',
      automatic: false,
    });
    expect(found).toMatchObject({ state: 'warn', says: expect.stringContaining(`number ${SOMEBODY}`) as string });
  });

  it('starts once taken over, and doctor reports no problem', async () => {
    for (const file of ['', ...readdirSync(server.dataFolder)])
      chownSync(join(server.dataFolder, file), SOMEBODY, SOMEBODY);
    await server.start({}, { through: THROUGH_SOMEBODY });
    expect(doctorSays()).toMatchObject({ state: 'ok' });
    await server.end('SIGTERM');
  });
});
