/**
 * Limits the CPU time of this process, not the elapsed time: a valid case must not be refused because the machine is busy, and
 * a hostile case must not occupy a processor for ever.
 */
import { Worker } from 'node:worker_threads';

/** Runs in a thread of its own and ends a busy process by the one signal that cannot be blocked. */
const WATCH = `
const { workerData: max } = require('node:worker_threads');
const start = process.cpuUsage();
setInterval(() => {
  const { user, system } = process.cpuUsage(start);
  if ((user + system) / 1000 > max) process.kill(process.pid, 'SIGKILL');
}, 50);
`;

/** Kills this process once it has used `milliseconds` of CPU time from now on. */
export function limitCpu(milliseconds: number): void {
  new Worker(WATCH, { eval: true, workerData: milliseconds, execArgv: [] }).unref();
}
