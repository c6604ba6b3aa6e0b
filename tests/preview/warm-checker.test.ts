/** The warm checker answers each caller about its own texts, also for concurrent calls. */
import { afterEach, expect, it } from 'vitest';
import { WarmChecker } from '../../server/preview/warm-checker.ts';
import { hashOf } from '../../server/cases/scenario-files.ts';
import { smallestFiles } from '../scenario/fixtures.ts';

const checker = new WarmChecker();
afterEach(() => checker.stop());

it('the warm checker answers in order, and continues after its child process died', async () => {
  const good = smallestFiles();
  const bad = { ...good, 'scenario.yaml': (good['scenario.yaml'] ?? '').replace('initial: open', 'initial: opn') };
  const [first, second] = await Promise.all([checker.check(good), checker.check(bad)]);
  expect([first.hash, second.hash]).toEqual([hashOf(good), hashOf(bad)]);
  expect([first.compiled?.hash, second.compiled]).toEqual([hashOf(good), undefined]);
  checker.stop();
  expect((await checker.check(good)).compiled?.hash).toBe(hashOf(good));
});
