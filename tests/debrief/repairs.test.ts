/** "Repaired" is earned by an act of repair, never by what undid the task or by its consequences. */
import { describe, expect, test, vi } from 'vitest';
import { playBots } from '../../shared/bots/play-bots.ts';
import { actsBehind } from '../../shared/debrief/acts.ts';
import { debrief } from '../../shared/debrief/compute.ts';
import type { Event } from '../../shared/exercise/events.ts';
import { parsePlaythrough } from '../../shared/playthrough/parse-playthrough.ts';
import { playThrough } from '../../shared/playthrough/play-through.ts';
import type { CompiledScenario } from '../../shared/scenario/compiled.ts';
import { parseCase } from '../../shared/scenario/parse-case.ts';
import { debriefOf, onSite } from '../support/a-debrief.ts';
import { caseFiles, caseIds, playthroughsOf } from '../support/case-files.ts';

// A play of bots takes a second or two on a quiet machine.
vi.setConfig({ testTimeout: 240_000 });

const SEEDS = [11, 12, 13, 14, 15, 16];

/** Repaired tasks whose evidence after the undoing is no act of a desk, or is the undoing act or comes from it. */
function unearned(compiled: CompiledScenario, events: readonly Event[]): string[] {
  const behind = actsBehind(events);
  const bySeq = new Map(events.map((event) => [event.seq, event]));
  return debrief(compiled, events).competencies.flatMap(({ tasks }) =>
    tasks
      .filter(({ result }) => result === 'repaired')
      .filter(({ because }) => {
        const of = (part: string): number[] =>
          because.filter((one) => one.part === part).flatMap((one) => one.evidence);
        const undone = of('undone');
        const last = Math.max(...undone);
        const undoing = new Set(undone.map((seq) => behind.get(seq)));
        return !of('done').some((seq) => {
          const act = behind.get(seq);
          const actor = act === undefined ? undefined : bySeq.get(act);
          return seq > last && actor !== undefined && 'seat' in actor && !undoing.has(act);
        });
      })
      .map(({ task }) => task),
  );
}

describe.each(caseIds())('no task of %s is repaired by its undoing', (id) => {
  const { compiled } = parseCase(caseFiles(id));
  if (!compiled) throw new Error(`${id} is not playable`);

  test.each(playthroughsOf(id))('in the playthrough $path', ({ path, text }) => {
    const { playthrough } = parsePlaythrough(path, text, compiled);
    if (!playthrough) throw new Error(`${path} cannot be read`);
    expect(unearned(compiled, playThrough(compiled, playthrough).events)).toEqual([]);
  });

  test.each(SEEDS)('in a play of random bots, seed %i', (seed) => {
    expect(unearned(compiled, playBots(compiled, { seed, bots: 'random' }).events)).toEqual([]);
  });
});

const TO_CELLS = { happened: 'person-moved', person: 'nyota', place: 'cells' };

/** A class with one task, which moving Nyota to the cells undoes. */
const withTask = (done: Record<string, unknown>) =>
  onSite((scenario) => {
    const first = Object.values(scenario.rubric)[0];
    if (!first) throw new Error('the small case has tasks');
    scenario.rubric = {
      it: { ...first, do: done, undone: TO_CELLS, chance: undefined, window: undefined },
    };
  });
const resultOf = (play: ReturnType<typeof onSite>) => debriefOf(play).competencies.flatMap(({ tasks }) => tasks)[0];

describe('a task that was done wrong first', () => {
  test('is not repaired by a state that follows from the wrong act', () => {
    const play = withTask({ person: 'nyota', at: 'cells' });
    play.desk('police').does('move-person', { person: 'nyota', place: 'cells' });
    play.passes('5m');
    play.desk('police').does('screen', { person: 'juma', with: 'alone', outcome: 'unclear', child: false });
    expect(resultOf(play)).toMatchObject({ result: 'missed', unrepaired: true });
  });

  test('is repaired by a later act that the task counts', () => {
    const play = withTask({ happened: 'released', person: 'nyota' });
    play.desk('police').does('move-person', { person: 'nyota', place: 'cells' });
    play.passes('5m');
    play.desk('police').does('release', { person: 'nyota' });
    expect(resultOf(play)).toMatchObject({ result: 'repaired' });
    expect(resultOf(play)).not.toHaveProperty('unrepaired');
  });
});

describe('a red line that was crossed by moving a person', () => {
  const crossed = () =>
    onSite((scenario) => {
      const first = Object.values(scenario['red-lines'])[0];
      if (!first) throw new Error('the small case has red lines');
      const there = () => ({ person: 'nyota', at: 'cells' });
      scenario['red-lines'] = { it: { ...first, when: there(), 'repaired-by': { not: there() } } };
    });

  test('is not repaired because another desk sees the person leave', () => {
    const play = crossed();
    play.desk('police').does('move-person', { person: 'nyota', place: 'cells' });
    expect(play.log.some(({ type }) => type === 'person-left')).toBe(true);
    play.passes('2h');
    expect(debriefOf(play).redLines.map(({ repairedAt }) => repairedAt)).toEqual([undefined]);
  });

  test('is repaired by the act that brings the person out', () => {
    const play = crossed();
    play.desk('police').does('move-person', { person: 'nyota', place: 'cells' });
    play.passes('2h');
    play.desk('police').does('travel', { place: 'cells' });
    play.passes('2h');
    play.desk('police').does('move-person', { person: 'nyota', place: 'bus-park' });
    expect(debriefOf(play).redLines.map(({ repairedAt }) => repairedAt)).toEqual([play.world.now]);
  });
});
