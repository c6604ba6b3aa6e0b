/** The checker that is kept warm answers each asker about its own texts, also when asked twice at once. */
import { afterEach, expect, it } from 'vitest';
import { WarmChecker } from '../../server/preview/warm-checker.ts';
import { hashOf } from '../../server/cases/scenario-files.ts';
import { smallestFiles } from '../scenario/fixtures.ts';

const checker = new WarmChecker();
afterEach(() => checker.stop());

it('answers in turn, and goes on after its child has died', async () => {
  const good = smallestFiles();
  const bad = { ...good, 'scenario.yaml': (good['scenario.yaml'] ?? '').replace('initial: open', 'initial: opn') };
  const [first, second] = await Promise.all([checker.check(good), checker.check(bad)]);
  expect([first.hash, second.hash]).toEqual([hashOf(good), hashOf(bad)]);
  expect([first.compiled?.hash, second.compiled]).toEqual([hashOf(good), undefined]);
  checker.stop();
  expect((await checker.check(good)).compiled?.hash).toBe(hashOf(good));
});
