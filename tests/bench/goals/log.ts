/**
 * P6: reading and folding a log of 20,000 events, and its debrief, compared with the simplest fold of the same lines.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { debrief } from '../../../shared/debrief/compute.ts';
import type { Event } from '../../../shared/exercise/events.ts';
import { foldExercise } from '../../../shared/exercise/exercise.ts';
import { trialMatch } from '../support/cases.ts';
import { type Finding, compare, figure, rounds } from '../support/figures.ts';
import { longLog } from '../support/long-log.ts';
import type { Scale } from '../support/scale.ts';
import { keepExercise, withStore } from '../support/store.ts';

const EVENTS = 20_000;

/** Milliseconds of CPU. */
async function cost(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Parses JSON lines one by one and folds them into a record by type: the minimum work. */
async function plainFold(file: string): Promise<Record<string, { count: number; last: number }>> {
  const state: Record<string, { count: number; last: number }> = {};
  for (const line of (await readFile(file, 'utf8')).split('\n')) {
    if (line === '') continue;
    const event = JSON.parse(line) as Event;
    const entry = (state[event.type] ??= { count: 0, last: 0 });
    entry.count += 1;
    entry.last = event.at;
  }
  return state;
}

export async function logFindings(scale: Scale): Promise<Finding[]> {
  const compiled = trialMatch();
  const log = longLog(compiled, EVENTS);
  const folder = await mkdtemp(join(tmpdir(), 'baraza-bench-log-'));
  const file = join(folder, 'log.jsonl');
  await writeFile(file, `${log.map((event) => JSON.stringify(event)).join('\n')}\n`);
  try {
    return await withStore(async (store) => {
      const { id } = await keepExercise(store, compiled, log);
      const count = scale.rounds;
      const floor = () => cost(() => plainFold(file));
      const load = await rounds({ count, warmUp: 3 }, floor, () =>
        cost(async () => foldExercise(compiled, await store.read(id, 0))),
      );
      const told = await rounds({ count, warmUp: 2 }, floor, () => cost(() => debrief(compiled, log)));
      return [
        finding('load and fold of 20,000 events', 6, compare(load.floor, load.ours)),
        finding('debrief of 20,000 events', 20, compare(told.floor, told.ours)),
      ];
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const finding = (
  what: string,
  limit: number,
  { ratio, spread, floor, measured }: ReturnType<typeof compare>,
): Finding => ({
  goal: 'P6',
  what,
  value: ratio,
  unit: '×',
  limit,
  spread,
  floor: `${figure(floor)} ms`,
  measured: `${figure(measured)} ms`,
});
