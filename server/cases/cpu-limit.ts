/**
 * A limit on the work of this process, not on the time that passes: a good case must not be refused because the machine is busy
 * with something else, and a hostile one must not keep a processor for ever.
 */
import { Worker } from 'node:worker_threads';

/** Runs beside whatever keeps this process busy, and ends the process by the one signal that cannot be held up. */
const WATCH = `
const { workerData: most } = require('node:worker_threads');
const begun = process.cpuUsage();
setInterval(() => {
  const { user, system } = process.cpuUsage(begun);
  if ((user + system) / 1000 > most) process.kill(process.pid, 'SIGKILL');
}, 50);
`;

/** From now on this process may compute for `milliseconds`; then it is killed. */
export function limitCpu(milliseconds: number): void {
  new Worker(WATCH, { eval: true, workerData: milliseconds, execArgv: [] }).unref();
}
