/**
 * Loaded before a server that is measured (`--import`): answers what its process has used so far. The server itself knows
 * nothing of it.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';

export interface Used {
  /** Milliseconds of CPU since the process began. */
  cpu: number;
  rss: number;
  /** As `rss`, without what the engine keeps of its heap for later: that comes and goes by itself, megabytes at a time. */
  held: number;
  /** 99th percentile of the event loop's delay since the last question, in milliseconds. */
  loopDelay: number;
}

const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();

process.on('message', (message) => {
  if (message !== 'used' && message !== 'used after gc') return;
  // What the first round finds to be closed is gone after the second.
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
// The channel to the benchmark keeps nobody alive.
process.channel?.unref();
