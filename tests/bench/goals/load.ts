/** L: the load targets with figures: a class, a central server, recovery after a kill, and a long run. */
import { performance } from 'node:perf_hooks';
import type { RunResult } from '../load/crowd.ts';
import { enterClass } from '../load/baraza-rooms.ts';
import { startBaraza } from '../support/baraza-server.ts';
import { type Finding, figure, quantile } from '../support/figures.ts';
import { LOAD_CORE, MeasuredProcess } from '../support/measured-process.ts';
import type { Scale } from '../support/scale.ts';

interface Load {
  name: string;
  rooms: number;
  members: number;
  p95: number;
  p99: number;
}

/** Every client acts every two seconds. */
const ACTS_A_SECOND = 0.5;
const CLASS: Load = { name: '60 clients', rooms: 5, members: 12, p95: 30, p99: 75 };
const CENTRAL: Load = { name: '1,008 clients in 84 rooms', rooms: 84, members: 12, p95: 75, p99: 200 };
const MEGABYTE = 1024 * 1024;

export async function classFindings(scale: Scale): Promise<Finding[]> {
  return under(CLASS, async (ours, run) => {
    const { ack, lost } = await run(scale.loadTargetSeconds);
    const { loopDelay } = await ours.used();
    return [...answers(CLASS, ack, lost), one(`delay of the event loop, p99, ${CLASS.name}`, loopDelay, ' ms', 25)];
  });
}

export async function centralFindings(scale: Scale): Promise<Finding[]> {
  return under(CENTRAL, async (ours, run) => {
    const { ack, lost } = await run(scale.loadTargetSeconds);
    const { rss } = await ours.used();
    return [...answers(CENTRAL, ack, lost), one(`memory, ${CENTRAL.name}`, rss / MEGABYTE, ' MB', 500)];
  });
}

/** The growth of memory while every client acts. The acts replace earlier values, so that no world grows. */
export async function soakFindings(seconds: number): Promise<Finding[]> {
  return under(CENTRAL, async (ours, run) => {
    const samples: { at: number; rss: number }[] = [];
    const step = Math.max(10, Math.min(60, seconds / 20));
    for (let at = 0; at < seconds; at += step) {
      await run(step, 'place');
      const { rss } = await ours.used(true);
      if (at >= seconds / 3) samples.push({ at: at + step, rss });
    }
    return [one(`memory's slope, ${figure(seconds / 60)} min of ${CENTRAL.name}`, slope(samples), ' MB/h', 5)];
  });
}

type Run = (seconds: number, act?: 'place') => Promise<RunResult>;

async function under(
  { rooms, members }: Load,
  work: (ours: MeasuredProcess, run: Run) => Promise<Finding[]>,
): Promise<Finding[]> {
  const load = await MeasuredProcess.start('generator', { core: LOAD_CORE, probe: false });
  const server = await startBaraza();
  try {
    await load.ask({ do: 'open', url: server.url, key: server.key, rooms, members });
    await load.ask({ do: 'enter', url: server.url });
    const rate = rooms * members * ACTS_A_SECOND;
    const run: Run = (seconds, act) => load.ask({ do: 'run', side: 'ours', options: { rate, seconds, act } });
    await run(3);
    await server.process.used();
    return await work(server.process, run);
  } finally {
    await load.end();
    await server.dispose();
  }
}

/** Ten classes with long logs are killed: time until the process is ready and a trainee is back in the room. */
export async function recoveryFindings(scale: Scale): Promise<Finding[]> {
  const [rooms, members] = [10, 12];
  const load = await MeasuredProcess.start('generator', { core: LOAD_CORE, probe: false });
  let server = await startBaraza();
  try {
    const places = await load.ask<{ room: string; token: string }[][]>({
      do: 'open',
      url: server.url,
      key: server.key,
      rooms,
      members,
    });
    await load.ask({ do: 'enter', url: server.url });
    const { acts } = await load.ask<RunResult>({
      do: 'run',
      side: 'ours',
      options: { seconds: scale.loadTargetSeconds },
    });
    const times: number[] = [];
    for (let round = 0; round < Math.min(5, scale.rounds); round += 1) {
      const began = performance.now();
      server = await server.again();
      const clients = await enterClass(server.url, places[0]?.slice(0, 1) ?? []);
      times.push((performance.now() - began) / 1000);
      for (const client of clients) client.close();
    }
    const what = `kill to first trainee back, ${rooms} rooms with ${figure(acts / rooms)} acts each, p95`;
    return [one(what, quantile(times, 0.95), ' s', 3)];
  } finally {
    await load.end();
    await server.dispose();
  }
}

const answers = ({ name, p95, p99 }: Load, ack: readonly number[], lost: number): Finding[] => [
  one(`answer p95, ${name}`, quantile(ack, 0.95), ' ms', p95),
  one(`answer p99, ${name}`, quantile(ack, 0.99), ' ms', p99),
  one(`connections lost, ${name}`, lost, '', 0),
];

const one = (what: string, value: number, unit: string, limit: number): Finding => ({
  goal: 'L',
  what,
  value,
  unit,
  limit,
  measured: `${figure(value)}${unit}`,
});

/** Megabytes per hour, by least squares. */
function slope(samples: readonly { at: number; rss: number }[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(samples.map(({ at }) => at)), mean(samples.map(({ rss }) => rss))];
  const over = samples.reduce((sum, { at, rss }) => sum + (at - x) * (rss - y), 0);
  const under = samples.reduce((sum, { at }) => sum + (at - x) ** 2, 0);
  return ((over / under) * 3600) / MEGABYTE;
}
