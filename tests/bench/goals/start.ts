/** P9: from starting the process to readiness, with every case of the library, compared with a hello server. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { bundled, ROOT } from '../support/bundle.ts';
import { type Finding, compare, figure, rounds } from '../support/figures.ts';
import type { Scale } from '../support/scale.ts';

const GIVE_UP_MS = 120_000;

/** Milliseconds until its output contains `said`. */
async function start(file: string, said: string, env: Record<string, string>): Promise<number> {
  const began = performance.now();
  const child = spawn(process.execPath, [file], { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const gone = once(child, 'exit');
  const late = setTimeout(() => child.kill('SIGKILL'), GIVE_UP_MS);
  let output = '';
  const ready = new Promise<number>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes(said)) resolve(performance.now() - began);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', () => reject(new Error(`${file} did not start:\n${output}`)));
  });
  try {
    return await ready;
  } finally {
    clearTimeout(late);
    child.kill('SIGTERM');
    await gone;
  }
}

export async function startFindings(scale: Scale): Promise<Finding[]> {
  const data = await mkdtemp(join(tmpdir(), 'baraza-bench-start-'));
  const env = { PORT: '0', HOST: '127.0.0.1', BARAZA_DATA: data, BARAZA_SCENARIOS: join(ROOT, 'scenarios') };
  const folder = await bundled();
  const ours = () => start(join(folder, 'main.js'), 'Baraza is ready', env);
  try {
    const first = await ours();
    const all = await rounds(
      { count: Math.min(10, scale.rounds) },
      () => start(join(folder, 'hello.js'), 'hello is ready', {}),
      ours,
    );
    const { ratio, spread, floor, measured } = compare(all.floor, all.ours);
    return [
      {
        goal: 'P9',
        what: `server ready with every case; the very first start took ${figure(first / 1000)} s`,
        value: ratio,
        unit: '×',
        limit: 2,
        spread,
        floor: `${figure(floor)} ms`,
        measured: `${figure(measured)} ms`,
      },
    ];
  } finally {
    await rm(data, { recursive: true, force: true });
  }
}
