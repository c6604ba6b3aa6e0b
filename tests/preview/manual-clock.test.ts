/** The clock of a preview: the author's speed multiplies the pace of the case. */
import { expect, it } from 'vitest';
import { ManualClock } from '../../server/preview/manual-clock.ts';

function aClock(speed: number) {
  let now = 0;
  const clock = new ManualClock(speed, () => now);
  clock.set({ at: 1000, pace: 6, running: true });
  return { clock, pass: (ms: number) => (now += ms) };
}

it('a clock at speed 0 stays stopped although the exercise runs', () => {
  const { clock, pass } = aClock(0);
  pass(10_000);
  expect([clock.read(), clock.pace, clock.running, clock.untilReal(2000)]).toEqual([1000, 0, false, undefined]);
});

it('the speed multiplies the pace, also after the pace changes', () => {
  const { clock, pass } = aClock(10);
  pass(100);
  expect([clock.read(), clock.pace]).toEqual([7000, 60]);
  clock.set({ pace: 1 });
  pass(100);
  expect([clock.read(), clock.pace]).toEqual([8000, 10]);
});

it('a pause of the exercise stops a fast clock', () => {
  const { clock, pass } = aClock(10);
  clock.set({ running: false });
  pass(100);
  expect([clock.read(), clock.running]).toEqual([1000, false]);
});
