import { describe, expect, it } from 'vitest';
import { lanesOf, nextInject, planOf, spanOf } from '../../../client/ui/trainer/console/coming/coming.ts';
import type { ComingInject } from '../../../shared/console/console.ts';
import { emptyWorld } from '../../../shared/exercise/world.ts';
import type { World } from '../../../shared/exercise/world.ts';
import { HOUR, MINUTE } from '../../../shared/time.ts';

const inject = (id: string, more: Partial<ComingInject> = {}): ComingInject => ({
  inject: id,
  to: ['police'],
  channel: 'call',
  waits: [],
  conditional: false,
  overtaken: false,
  ...more,
});
const world = (more: Partial<World> = {}): World => ({ ...emptyWorld(), now: 10 * HOUR, ...more });
const planned = inject('home-full', { at: 11 * HOUR });
const waiting = inject('parent', { waits: [{ leaf: { reached: 'case.screening' }, wanted: true }] });
const pocket = inject('clerk', { pocket: 'help' });

const statusIn = (state: World, ...injects: ComingInject[]) => planOf(injects, state).map((i) => [i.inject, i.status]);

describe('planOf', () => {
  it('separates planned, waiting and pocket injects', () => {
    expect(statusIn(world(), pocket, waiting, planned)).toEqual([
      ['home-full', 'planned'],
      ['clerk', 'pocket'],
      ['parent', 'waiting'],
    ]);
  });
  it('classifies a fired, held or skipped inject as such', () => {
    const injects = {
      'home-full': { to: ['police'], firedAt: 10.5 * HOUR },
      parent: { to: [], held: true },
      clerk: { to: [], skipped: true },
    };
    expect(statusIn(world({ injects }), planned, waiting, pocket)).toEqual([
      ['home-full', 'fired'],
      ['parent', 'held'],
      ['clerk', 'skipped'],
    ]);
  });
  it('lists a delayed conditional inject as due, at the time of its timer', () => {
    const timers = { t1: { due: 10 * HOUR + 20 * MINUTE, action: { do: 'inject' as const, inject: 'parent' } } };
    expect(planOf([waiting], world({ timers }))).toMatchObject([{ status: 'due', time: 10 * HOUR + 20 * MINUTE }]);
  });
  it('reports whether the expected answer came', () => {
    const expected = { ...planned, expects: { who: ['police'] } };
    const fired = (more: object) =>
      world({ injects: { 'home-full': { to: ['police'], firedAt: 1, due: 2, ...more } } });
    expect(planOf([expected], fired({}))[0]?.answer).toEqual({ until: 2, state: 'open' });
    expect(planOf([expected], fired({ met: true }))[0]?.answer?.state).toBe('met');
    expect(planOf([expected], fired({ missed: true }))[0]?.answer?.state).toBe('missed');
  });
});

describe('nextInject', () => {
  it('is the earliest inject that has a time and has not fired; held ones come last', () => {
    const held = world({ injects: { 'home-full': { to: [], held: true } } });
    const later = inject('radio', { at: 12 * HOUR });
    expect(nextInject(planOf([later, planned, pocket, waiting], world()))?.inject).toBe('home-full');
    expect(nextInject(planOf([later, planned], held))?.inject).toBe('radio');
    expect(nextInject(planOf([planned, pocket], held))?.inject).toBe('home-full');
    expect(nextInject(planOf([pocket, waiting], world()))).toBeUndefined();
  });
});

describe('lanesOf', () => {
  const span = { from: 10 * HOUR, to: 12 * HOUR };
  it('puts each receiver in a lane, several receivers under everyone', () => {
    const both = inject('radio', { at: 11 * HOUR, to: ['police', 'service'] });
    expect(lanesOf(planOf([planned, both], world()), span, 0.2).map((lane) => lane.lane)).toEqual([
      'police',
      'everyone',
    ]);
  });
  it('pills of one row do not overlap', () => {
    const near = [0, 5, 10, 60, 65].map((minutes) => inject(`i${minutes}`, { at: 10.5 * HOUR + minutes * MINUTE }));
    const [lane] = lanesOf(planOf(near, world()), span, 0.2);
    const pills = lane?.injects ?? [];
    for (const a of pills) {
      for (const b of pills)
        if (a !== b && a.row === b.row) expect(Math.abs(a.start - b.start)).toBeGreaterThanOrEqual(0.2 - 1e-9);
    }
    expect(lane?.rows).toBe(3);
  });
  it('the span contains now and the next injects', () => {
    const plan = planOf([planned, inject('far', { at: 20 * HOUR })], world());
    const drawn = spanOf(plan, 10 * HOUR);
    expect(drawn.from).toBeLessThan(10 * HOUR);
    expect(drawn.to).toBeGreaterThan(20 * HOUR);
  });
});
