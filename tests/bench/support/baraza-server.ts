/** The real server on its own core: real store on disk, real cases, all features on. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MeasuredProcess, SERVER_CORE } from './measured-process.ts';

const CASES = new URL('../../../scenarios', import.meta.url);

export interface BarazaServer {
  process: MeasuredProcess;
  url: string;
  key: string;
  folder: string;
  /** Kills it and restarts it on the same data. */
  again(): Promise<BarazaServer>;
  dispose(): Promise<void>;
}

/** Uses a copy of Trial Match with room for sixty people; nothing else is changed. */
export async function startBaraza(): Promise<BarazaServer> {
  const folder = await mkdtemp(join(tmpdir(), 'baraza-bench-'));
  const cases = join(folder, 'scenarios');
  await cp(join(CASES.pathname, 'trial-match'), join(cases, 'trial-match'), { recursive: true });
  await cp(join(CASES.pathname, 'jurisdictions'), join(cases, 'jurisdictions'), { recursive: true });
  const main = join(cases, 'trial-match', 'scenario.yaml');
  const text = await readFile(main, 'utf8');
  await writeFile(main, text.replaceAll(/^( {4}seats: )1-\d+$/gm, '$11-12'));
  return started(folder, '');
}

async function started(folder: string, knownKey: string): Promise<BarazaServer> {
  const process = await MeasuredProcess.start('main', {
    core: SERVER_CORE,
    env: {
      PORT: '0',
      HOST: '127.0.0.1',
      BARAZA_DATA: join(folder, 'data'),
      BARAZA_SCENARIOS: join(folder, 'scenarios'),
    },
  });
  // The last line of its start-up output.
  await process.says(/Class {2}/);
  const [url] = await process.says(/http:\/\/localhost:\d+/);
  const key = /Trainer key ([A-Z0-9-]+)/.exec(process.output)?.[1] ?? knownKey;
  const server: BarazaServer = {
    process,
    url: url.replace('localhost', '127.0.0.1'),
    key,
    folder,
    again: async () => {
      await process.end();
      return started(folder, key);
    },
    dispose: async () => {
      await process.end();
      await rm(folder, { recursive: true, force: true });
    },
  };
  return server;
}
