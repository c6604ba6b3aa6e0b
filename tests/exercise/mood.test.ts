/** Trust and stress: what changes them, and the posture that shows them. */
import { describe, expect, it } from 'vitest';
import { changeMood, postureOf } from '../../shared/exercise/decide/mood.ts';
import { Stage } from '../../shared/exercise/stage.ts';
import type { Posture } from '../../shared/vocabulary/enums.ts';
import { aClass } from '../support/a-class.ts';

/** A stage of the small case in which Nyota has this mood. */
function stageWith(trust: number, stress: number): Stage {
  const play = aClass();
  const stage = new Stage(play.compiled, play.exercise, play.now);
  const { trust: trustNow = 0, stress: stressNow = 0 } = stage.world.people['nyota']?.mood ?? {};
  changeMood(stage, 'nyota', { trust: trust - trustNow, stress: stress - stressNow });
  return stage;
}

describe('the posture of a person', () => {
  it.each<[string, ...[trust: number, stress: number, posture: Posture][]]>([
    ['distressed from a stress of 8 on', [5, 7, 'tired'], [5, 8, 'distressed'], [2, 9, 'distressed']],
    ['guarded up to a trust of 3', [3, 3, 'guarded'], [2, 7, 'guarded'], [4, 3, 'calm']],
    ['tired from a stress of 6 on', [5, 5, 'calm'], [5, 6, 'tired'], [9, 6, 'tired']],
    ['relieved with a trust of 7 and a stress of 3', [7, 3, 'relieved'], [7, 4, 'calm'], [6, 3, 'calm']],
    ['relieved with more trust and less stress', [8, 2, 'relieved'], [8, 4, 'calm'], [6, 2, 'calm']],
  ])('is %s', (_what, ...moods) => {
    for (const [trust, stress, posture] of moods)
      expect(postureOf(stageWith(trust, stress), 'nyota'), `trust ${trust}, stress ${stress}`).toBe(posture);
  });

  it('is tired from the twelfth question on, in every mood', () => {
    const stage = stageWith(9, 0);
    expect([0, 11, 12, 13].map((turns) => postureOf(stage, 'nyota', turns))).toEqual([
      'relieved',
      'relieved',
      'tired',
      'tired',
    ]);
  });
});

describe('a change of mood', () => {
  it('stays between 0 and 10', () => {
    expect(stageWith(14, -3).world.people['nyota']?.mood).toEqual({ trust: 10, stress: 0 });
  });

  it('is told to trainers only, and not at all if nothing changes', () => {
    const stage = stageWith(10, 0);
    const before = stage.events.length;
    changeMood(stage, 'nyota', { trust: 1, stress: -1 });
    changeMood(stage, 'nyota', {});
    changeMood(stage, 'nyota', undefined);
    expect(stage.events).toHaveLength(before);
    changeMood(stage, 'nyota', { stress: 1 });
    changeMood(stage, 'nyota', { trust: -1 });
    expect(stage.events.slice(before)).toMatchObject([
      { type: 'mood-changed', audience: ['trainer'], trust: 10, stress: 1 },
      { type: 'mood-changed', audience: ['trainer'], trust: 9, stress: 1 },
    ]);
  });
});
