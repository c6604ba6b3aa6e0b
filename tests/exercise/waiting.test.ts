/**
 * Waiting conditions are evaluated only after a change of what they read; evaluating all of them finds nothing more.
 */
import { describe, expect, it } from 'vitest';
import { playBots } from '../../shared/bots/play-bots.ts';
import { settle } from '../../shared/exercise/decide/settle.ts';
import { emptyExercise, foldExercise, type EventObserver } from '../../shared/exercise/exercise.ts';
import { conditionsOf } from '../../shared/exercise/condition-index.ts';
import { EVERYTHING, overlaps } from '../../shared/exercise/reads.ts';
import { foldObserved } from '../../shared/debrief/sightings.ts';
import { Stage } from '../../shared/exercise/stage.ts';
import { parseCase } from '../../shared/scenario/parse-case.ts';
import type { CompiledScenario } from '../../shared/scenario/compiled.ts';
import type { Condition } from '../../shared/vocabulary/conditions.ts';
import { caseFiles } from '../support/case-files.ts';

const caseOf = (id: string): CompiledScenario => {
  const { compiled } = parseCase(caseFiles(id));
  if (!compiled) throw new Error(`${id} cannot be played`);
  return compiled;
};

const PLAYS = [
  { id: 'hello-baraza', seed: 4, bots: 'by-the-book' },
  { id: 'trial-match', seed: 1, bots: 'random' },
  { id: 'silver-nets', seed: 2, bots: 'careless' },
] as const;

/** Every condition anywhere in a case. */
function conditionsIn(value: unknown, found: Condition[] = []): Condition[] {
  if (typeof value !== 'object' || value === null) return found;
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'when' || key === 'guard' || key === 'do' || key === 'chance') found.push(inner as Condition);
    conditionsIn(inner, found);
  }
  return found;
}

describe.each(PLAYS)('a play of $bots bots in $id, seed $seed', ({ id, seed, bots }) => {
  const compiled = caseOf(id);
  const { events } = playBots(compiled, { seed, bots });

  it('settles completely: evaluating every condition again has no consequences', () => {
    const followed: string[] = [];
    let looks = 0;
    let exercise = emptyExercise();
    for (const [index, event] of events.entries()) {
      exercise = foldExercise(compiled, [event], exercise);
      // The case is settled before each command and each timer, that is, when time has passed.
      const rests = (events[index + 1]?.at ?? 0) > event.at;
      if (!rests || exercise.world.status !== 'running') continue;
      looks += 1;
      const stage = new Stage(compiled, exercise, exercise.world.now);
      stage.changes = EVERYTHING;
      lookAt(stage);
      followed.push(...stage.events.map(({ type }) => `${type} after ${event.seq}`));
    }
    expect(looks).toBeGreaterThan(10);
    expect(followed).toEqual([]);
  }, 60_000);

  it('changes no condition without a change in what the condition reads', () => {
    const conditions = conditionsIn(compiled.scenario).filter((one) => typeof one === 'object');
    expect(conditions.length).toBeGreaterThan(0);
    const prepared = conditionsOf(compiled);
    let held = conditions.map((one) => prepared.holds(one, emptyExercise()));
    const unseen: string[] = [];
    const after: EventObserver['after'] = (event, exercise, change) => {
      const now = conditions.map((one) => prepared.holds(one, exercise));
      for (const [index, condition] of conditions.entries())
        if (now[index] !== held[index] && !overlaps(prepared.readsOf(condition), change))
          unseen.push(`${JSON.stringify(condition)} at ${event.seq} ${event.type}`);
      held = now;
    };
    foldObserved({ before: () => undefined, after }, compiled, events);
    expect(unseen).toEqual([]);
  }, 60_000);
});

/** Settles as if the last event had just happened. */
function lookAt(stage: Stage): void {
  stage.settled = -1;
  settle(stage);
}
