/** A worker of a simulation: receives the case once, then stretches of plays, and returns the totals of each. */
import { parentPort, workerData } from 'node:worker_threads';
import { compileScenario } from '../../../shared/scenario/compile-scenario.ts';
import { type Simulated, simulatePlays, type Stretch } from '../../../shared/simulation/simulate-plays.ts';
import type { CaseData } from './pool.ts';

export type FromWorker = { ready: true } | { stretch: Stretch; simulated: Simulated };

const { scenario, law, hash } = workerData as CaseData;
const compiled = compileScenario(scenario, law, hash);
const source = { compiled, translations: {} };

parentPort?.on('message', (stretch: Stretch) => {
  parentPort?.postMessage({ stretch, simulated: simulatePlays(source, stretch) } satisfies FromWorker, []);
});
parentPort?.postMessage({ ready: true } satisfies FromWorker, []);
