/** P12: an act costs the same at the end of a long exercise as at its start; with the real store and snapshots. */
import { LiveExercise } from '../../../server/exercises/live-exercise.ts';
import type { Timing } from '../../../server/exercises/timing.ts';
import { Streams } from '../../../server/exercises/streams.ts';
import { foldExercise } from '../../../shared/exercise/exercise.ts';
import { openSession, seatOf } from '../../../shared/playthrough/session.ts';
import { randomId } from '../../../server/host/ids.ts';
import { trialMatch } from '../support/cases.ts';
import { type Finding, compare, figure } from '../support/figures.ts';
import { actNumber } from '../support/long-log.ts';
import type { Scale } from '../support/scale.ts';
import { keepExercise, withStore } from '../support/store.ts';

const EVENTS = 20_000;
const WINDOW = 1000;
/** Number of concurrent acts, as in a class. */
const TOGETHER = 10;
/** A stopped clock, so that only the acts happen. */
const still: Timing = { now: () => 0, after: () => () => undefined };

/** Milliseconds of CPU per window of a thousand events. */
async function play(events: number): Promise<number[]> {
  const compiled = trialMatch();
  const roles = Object.keys(compiled.scenario.roles);
  const session = openSession(compiled, { seed: 1, seats: Object.fromEntries(roles.map((role) => [role, 1])) });
  const seats = roles.map((role) => seatOf(role));
  return withStore(async (store) => {
    const record = await keepExercise(store, compiled, session.events);
    const exercise = foldExercise(compiled, session.events);
    const streams = new Streams();
    streams.add(session.events, exercise.world);
    const onError = (error: unknown) => {
      throw error;
    };
    const live = new LiveExercise({ record, compiled, store, timing: still, exercise, streams, onError });
    const windows: number[] = [];
    const start = live.seq;
    let [number, used] = [0, process.cpuUsage()];
    while (live.seq - start < events) {
      const asked = Array.from({ length: TOGETHER }, () => actNumber(roles, number++, seats));
      await Promise.all(asked.map(({ from, body }) => live.submit(from, randomId(), body)));
      if (live.seq - start < (windows.length + 1) * WINDOW) continue;
      const { user, system } = process.cpuUsage(used);
      windows.push((user + system) / 1000);
      used = process.cpuUsage();
    }
    live.close();
    return windows;
  });
}

export async function lengthFindings(scale: Scale): Promise<Finding[]> {
  await play(4 * WINDOW);
  const [first, last]: [number[], number[]] = [[], []];
  for (let round = 0; round < Math.max(3, Math.round(scale.rounds / 3)); round += 1) {
    const windows = await play(EVENTS);
    first.push(windows[0] ?? Number.NaN);
    last.push(windows.at(-1) ?? Number.NaN);
  }
  const { ratio, spread, floor, measured } = compare(first, last);
  return [
    {
      goal: 'P12',
      what: `CPU per event, last 1,000 of ${EVENTS.toLocaleString('en')} against the first 1,000`,
      value: ratio,
      unit: '×',
      limit: 1.1,
      spread,
      floor: `${figure(floor)} us`,
      measured: `${figure(measured)} us`,
    },
  ];
}
