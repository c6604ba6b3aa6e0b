/** A long failing play is shrunk to its few relevant commands, as a runnable playthrough. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { latestEnd } from '../../shared/bots/class-time.ts';
import { parsePlaythrough } from '../../shared/playthrough/parse-playthrough.ts';
import { playThrough } from '../../shared/playthrough/play-through.ts';
import { failingPath } from '../../shared/simulation/failing-path.ts';
import { planOf } from '../../shared/simulation/plan.ts';
import { playPlan, simulatePlays } from '../../shared/simulation/simulate-plays.ts';
import { shrink } from '../../shared/simulation/shrink.ts';
import { aScenario } from '../support/a-scenario.ts';

describe('shrinking a failing list', () => {
  it('keeps exactly the needed steps, at any position', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(99), { minLength: 1, maxLength: 5 }), (needed) => {
        const steps = Array.from({ length: 100 }, (_, index) => index);
        const shrunk = shrink(steps, (some) => needed.every((step) => some.includes(step)));
        expect(shrunk.steps).toEqual(needed.toSorted((a, b) => a - b));
      }),
      { seed: 4, numRuns: 50 },
    );
  });

  it('gives up after its tries, with a list that still fails', () => {
    const steps = Array.from({ length: 300 }, (_, index) => index);
    const fails = (some: readonly number[]) => some.filter((step) => step % 3 === 0).length >= 60;
    const shrunk = shrink(steps, fails, 50);
    expect(shrunk.tries).toBeLessThanOrEqual(51);
    expect(fails(shrunk.steps)).toBe(true);
  });
});

/** A desk that searches the bus park after being told to go triggers a loop in which no time passes. */
const circling = aScenario((draft) => {
  const next = (target: string) => ({ after: { '0m': [{ target }] } });
  const start = { on: { 'item-found': [{ target: 'tick' }] } };
  draft.statecharts['ticker'] = { initial: 'start', states: { start, tick: next('tock'), tock: next('tick') } };
});

describe('a play that throws', () => {
  const source = { compiled: circling, translations: {} };
  const lineUps = ['by-the-book'] as const;

  it('is reported, and does not stop the others', () => {
    const { totals, violations } = simulatePlays(source, { seed: 1, lineUps, from: 1, to: 3 });
    expect(totals.broken).toBe(3);
    expect(violations).toMatchObject([{ play: 1, plays: 3, violation: { kind: 'circle' } }]);
  });

  it('is shrunk to a playthrough that fails in the same way', () => {
    const roles = Object.keys(circling.scenario.roles);
    const plan = planOf(1, 1, lineUps, roles);
    const { commands, failure } = playPlan(circling, plan);
    if (!failure) throw new Error('the play did not break');
    const path = failingPath(source, { seed: plan.seed, roles, until: latestEnd(circling) }, commands, failure);
    expect(path?.of).toBeGreaterThan(2);
    expect(path?.steps).toBe(2);
    const { playthrough, diagnostics } = parsePlaythrough('it.playthrough.yaml', path?.playthrough ?? '', circling);
    expect(diagnostics).toEqual([]);
    if (!playthrough) throw new Error('it cannot be read');
    expect(playthrough.steps.flatMap((step) => (step.kind === 'command' ? [step.do] : []))).toEqual([
      'travel',
      'search',
    ]);
    expect(playThrough(circling, playthrough).failure?.actual).toContain('round in circles');
  });
});
