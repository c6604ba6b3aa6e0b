/**
 * Loaded into a measured server (`--import`): answers with the resources that its process has used. The server does not
 * know about it.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';

export interface Used {
  /** Milliseconds of CPU since the process began. */
  cpu: number;
  rss: number;
  /** Like `rss`, without the unused heap that the engine keeps and releases by itself, megabytes at a time. */
  held: number;
  /** 99th percentile of the event loop's delay since the last question, in milliseconds. */
  loopDelay: number;
}

const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();

process.on('message', (message) => {
  if (message !== 'used' && message !== 'used after gc') return;
  // Objects that the first round finalises are collected in the second.
  if (message === 'used after gc') for (let round = 0; round < 2; round += 1) globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  const { rss, heapTotal, heapUsed } = process.memoryUsage();
  const used: Used = {
    cpu: (user + system) / 1000,
    rss,
    held: rss - heapTotal + heapUsed,
    loopDelay: delay.percentile(99) / 1e6,
  };
  delay.reset();
  process.send?.({ used });
});
// The channel to the benchmark must not keep the process alive.
process.channel?.unref();
