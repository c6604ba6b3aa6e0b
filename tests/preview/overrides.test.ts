/** Facts that an author sets before play have the same consequences as in play. */
import { describe, expect, it } from 'vitest';
import { foldExercise } from '../../shared/exercise/exercise.ts';
import { openSession } from '../../shared/playthrough/session.ts';
import {
  applyOverrides,
  isEmpty,
  noOverrides,
  type Overrides,
  unknownOverrides,
} from '../../shared/preview/overrides.ts';
import { explainCondition, whatWaits } from '../../shared/preview/why-not.ts';
import type { CompiledScenario } from '../../shared/scenario/compiled.ts';
import { parseCase } from '../../shared/scenario/parse-case.ts';
import { HOUR } from '../../shared/time.ts';
import { caseFiles } from '../support/case-files.ts';

const compiled = parseCase(caseFiles('trial-match')).compiled as CompiledScenario;
const seats = Object.fromEntries(Object.keys(compiled.scenario.roles).map((role) => [role, 1]));
const START = compiled.scenario.starts;

function begin(overrides: Partial<Overrides>) {
  const session = openSession(compiled, { seed: 1, seats });
  const changed = applyOverrides(compiled, session.exercise, { ...noOverrides, ...overrides });
  const log = [...session.events, ...changed.events];
  // The state of the preview equals the fold of its log.
  expect(foldExercise(compiled, log)).toEqual(changed.exercise);
  return changed.exercise;
}

describe('facts set before play', () => {
  it('enter a state with its entry effects and timers', () => {
    const { world } = begin({ states: { case: 'on-the-road', 'first-bus': 'stopped' } });
    expect(world.charts['first-bus']).toBe('stopped');
    expect(world.people['nyota']?.place).toBe('rest-hall');
    expect(world.injects['children-arrive']?.firedAt).toBe(START);
    // The signal moved the case, and the timer of the left state is cleared.
    expect(world.charts['case']).toBe('first-hours');
    expect(Object.keys(world.timers).filter((id) => id.startsWith('chart:first-bus'))).toEqual([]);
    expect(Object.keys(world.timers)).toContain('chart:case:first-hours:3h');
  });

  it('skip to a later moment, at which everything due before has happened', () => {
    const { world } = begin({ at: START + 2 * HOUR });
    expect(world.injects['adila-on-the-bench']?.firedAt).toBe(START + HOUR / 6);
    expect(world.now).toBeGreaterThan(START + HOUR);
  });

  it('set people, items, consents and signals', () => {
    const { world } = begin({
      people: { nyota: { trust: 9, stress: 1, place: 'rest-hall' } },
      items: [{ role: 'prosecutor', item: 'quota-notebook' }],
      consents: [{ person: 'nyota', kind: 'interview', role: 'child-protection' }],
      signals: ['coach-warned'],
    });
    expect(world.people['nyota']).toMatchObject({ mood: { trust: 9, stress: 1 }, place: 'rest-hall' });
    expect(world.items['quota-notebook']?.known['prosecutor']?.how).toBe('story');
    expect(Object.values(world.consents)).toMatchObject([{ person: 'nyota', kind: 'interview', state: 'given' }]);
    expect(world.charts['suspects']).toBe('alerted');
  });

  it('change nothing if empty, and unknown ids are listed and ignored', () => {
    expect(isEmpty(noOverrides)).toBe(true);
    expect(isEmpty({ ...noOverrides, at: 5 })).toBe(false);
    const strange: Overrides = {
      ...noOverrides,
      states: { 'first-bus': 'flown' },
      items: [{ role: 'police', item: 'no-such' }],
      people: { nobody: { place: 'nowhere' } },
    };
    expect(unknownOverrides(compiled, strange)).toEqual(['first-bus.flown', 'no-such', 'nobody', 'nowhere']);
    expect(begin(strange).world.charts).toEqual(begin({}).world.charts);
  });
});

describe('why not', () => {
  const exercise = begin({});

  it('marks exactly the parts that block the condition', () => {
    const part = explainCondition(
      compiled,
      {
        all: [
          { clock: { after: START } },
          { not: { in: 'press.quiet' } },
          { any: [{ reached: 'case.evening' }, { in: 'suspects.held' }] },
        ],
      },
      exercise,
    );
    const leaves: string[] = [];
    const look = (one: typeof part): void => {
      if (one.blocks) leaves.push(one.words);
      one.parts.forEach(look);
    };
    look(part);
    expect(part.holds).toBe(false);
    expect(leaves).toEqual(['in press.quiet', 'reached case.evening', 'in suspects.held']);
  });

  it('lists every inject, decision and question with a condition, and the transitions of active states', () => {
    const waiting = whatWaits(compiled, exercise);
    const ids = (kind: string) => waiting.filter((one) => one.kind === kind).map(({ id }) => id);
    expect(ids('transition')).toEqual(['suspects.unaware/always/0']);
    const conditional = Object.entries(compiled.scenario.injects).filter(([, { when, unless }]) => when ?? unless);
    expect(ids('inject')).toEqual(conditional.map(([id]) => id));
    expect(waiting.find(({ id }) => id === 'home-is-nearly-full')).toMatchObject({ state: 'waits' });
    expect(waiting.every(({ conditions }) => conditions.length > 0)).toBe(true);
  });
});
