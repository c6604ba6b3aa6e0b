/** Firing injects, by time, by condition, by the story or from the trainer's hand. */
import { role as roleAudience } from '../audience.ts';
import type { Actor } from '../ids.ts';
import type { Stage } from '../stage.ts';
import { applyEffects } from './effects.ts';
import { learnItem } from './knowledge.ts';

/** Fires an inject once, unless held, skipped or overtaken by events (`unless`; the trainer's hand goes before that). */
export function fireInject(stage: Stage, id: string, by: Actor): void {
  const inject = stage.compiled.scenario.injects[id];
  const state = stage.world.injects[id];
  if (!inject || state?.firedAt !== undefined || state?.skipped) return;
  if (by !== 'trainer') {
    if (state?.held) return;
    if (inject.unless && stage.holds(inject.unless)) {
      stage.emit({ type: 'inject-skipped', audience: ['trainer'], by: 'story', inject: id });
      return;
    }
  }
  const to = inject.to.includes('everyone')
    ? stage.world.roles
    : stage.world.roles.filter((role) => inject.to.includes(role));
  stage.clearTimer(`inject:${id}`);
  stage.emit({ type: 'inject-fired', audience: to.length > 0 ? roleAudience(...to) : ['trainer'], by, inject: id, to });
  for (const item of inject.gives) for (const role of to) learnItem(stage, role, item, 'inject', 'story');
  applyEffects(stage, inject.does, `inject:${id}`);
  if (inject.expects) {
    const due = stage.at + inject.expects.within;
    stage.emit({ type: 'expectation-set', audience: ['trainer'], inject: id, due });
    stage.setTimer(`expectation:${id}`, due, { do: 'expectation', inject: id });
  }
}
