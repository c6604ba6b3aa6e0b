/**
 * Runs plays in worker threads. The assignment to workers is arbitrary, but the result is deterministic, because totals are sums
 * that do not depend on order.
 */
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import type { CompiledScenario } from '../../../shared/scenario/compiled.ts';
import type { LineUp } from '../../../shared/simulation/plan.ts';
import {
  addViolations,
  type Simulated,
  simulatePlays,
  type Stretch,
} from '../../../shared/simulation/simulate-plays.ts';
import { addTotals, noTotals } from '../../../shared/simulation/totals.ts';
import { universeOf } from '../../../shared/simulation/universe.ts';
import type { FromWorker } from './worker.ts';

/** A case as plain data, which can be sent to a worker; the worker compiles it. */
export type CaseData = Pick<CompiledScenario, 'scenario' | 'law' | 'hash'>;

export interface PoolOptions {
  compiled: CompiledScenario;
  seed: number;
  lineUps: readonly LineUp[];
  plays: number;
  workers: number;
  /** Called after every few plays with the number of finished plays. */
  onPlayed?: ((plays: number) => void) | undefined;
}

const YOUNG_MEGABYTES = 64;
/** Fewer plays finish faster than workers start. */
const MIN_PLAYS_FOR_WORKERS = 20;
/** Plays per message to a worker: few enough that all workers finish at about the same time. */
const MAX_PLAYS_PER_STRETCH = 20;

export async function simulateAll(options: PoolOptions): Promise<Simulated> {
  const { compiled, plays, workers } = options;
  const whole: Simulated = {
    totals: noTotals(universeOf(compiled).facts.length),
    violations: [],
    cardPlays: 0,
  };
  const take = ({ totals, violations, cardPlays }: Simulated): void => {
    addTotals(whole.totals, totals);
    addViolations(whole.violations, violations);
    whole.cardPlays += cardPlays;
    options.onPlayed?.(whole.totals.plays + whole.totals.broken);
  };
  if (workers <= 1 || plays < MIN_PLAYS_FOR_WORKERS) await playInThisThread(options, take);
  else await playInWorkers(options, take);
  whole.violations.sort((a, b) => a.play - b.play || (keyOf(a.violation) < keyOf(b.violation) ? -1 : 1));
  return whole;
}

const keyOf = ({ kind, what, card }: { kind: string; what: string; card?: string | undefined }): string =>
  `${kind} ${what} ${card ?? ''}`;

/** Splits the plays into stretches of `size` plays, in order. */
function* stretches({ seed, lineUps, plays }: PoolOptions, size: number): Generator<Stretch> {
  for (let from = 1; from <= plays; from += size) yield { seed, lineUps, from, to: Math.min(plays, from + size - 1) };
}

/** Yields to the event loop after every play, so that the progress line is drawn. */
async function playInThisThread(options: PoolOptions, take: (simulated: Simulated) => void): Promise<void> {
  const source = { compiled: options.compiled, translations: {} };
  for (const stretch of stretches(options, 1)) {
    take(simulatePlays(source, stretch));
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function playInWorkers(options: PoolOptions, take: (simulated: Simulated) => void): Promise<void> {
  const { compiled, plays, workers } = options;
  const code = await workerCode();
  const { scenario, law, hash } = compiled;
  const size = Math.max(1, Math.min(MAX_PLAYS_PER_STRETCH, Math.floor(plays / workers / 4)));
  const waiting = stretches(options, size);
  const threads = Array.from(
    { length: Math.min(workers, Math.ceil(plays / size)) },
    () =>
      new Worker(code, {
        eval: true,
        workerData: { scenario, law, hash } satisfies CaseData,
        // A play makes much short-lived garbage: in a large young generation most of it dies before it is copied.
        resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
      }),
  );
  try {
    await Promise.all(threads.map((thread) => runWorker(thread, waiting, take)));
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
}

function runWorker(thread: Worker, waiting: Iterator<Stretch>, take: (simulated: Simulated) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    thread.on('error', reject);
    thread.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`a worker ended with code ${code}`))));
    thread.on('message', (message: FromWorker) => {
      if ('simulated' in message) take(message.simulated);
      const next = waiting.next();
      if (next.done) resolve();
      else thread.postMessage(next.value, []);
    });
  });
}

/** Bundles the worker into one script, which starts ten times faster than loading every source. */
async function workerCode(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('./worker.ts', import.meta.url))],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}
