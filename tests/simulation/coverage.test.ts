/**
 * The unreached facts of a simulation: planted unreachable things are reported with their reason, without those that
 * only follow.
 */
import { describe, expect, it, vi } from 'vitest';
import { parsePlaythrough } from '../../shared/playthrough/parse-playthrough.ts';
import { playThrough } from '../../shared/playthrough/play-through.ts';
import { readFileSync } from 'node:fs';
import { playBots } from '../../shared/bots/play-bots.ts';
import { contributionOf, foldsToLiveExercise, PlayObserver } from '../../shared/simulation/contribution.ts';
import { coverageOf, neverReached } from '../../shared/simulation/never.ts';
import { seedOf, planOf, LINE_UPS } from '../../shared/simulation/plan.ts';
import { simulatePlays } from '../../shared/simulation/simulate-plays.ts';
import { addPlay, addTotals, noTotals } from '../../shared/simulation/totals.ts';
import { universeOf } from '../../shared/simulation/universe.ts';
import { foldExercise } from '../../shared/exercise/exercise.ts';
import { aScenario, type Change } from '../support/a-scenario.ts';

vi.setConfig({ testTimeout: 60_000 });

const SMALL = 'tests/fixtures/playthroughs/small-case.playthrough.yaml';
const plays = { seed: 1, lineUps: LINE_UPS, from: 1, to: 20 };

const neverIn = (change: Change) => {
  const compiled = aScenario(change);
  return neverReached(compiled, simulatePlays({ compiled, translations: {} }, plays).totals);
};

describe('the list of unreached facts', () => {
  const never = neverIn((draft) => {
    draft.items['second-ledger'] = {
      kind: 'document',
      title: 'Second ledger',
      parts: { left: { title: 'Left', text: 'Names.' }, right: { title: 'Right', text: 'Sums.' } },
      found: { at: 'cells', by: ['police'], needs: 'check-records', when: { clock: { after: 'day 9 10:00' } } },
      'needed-by': ['police'],
    };
    draft.injects['late-call'] = {
      title: 'A late call',
      when: { reached: 'suspects.gone' },
      delay: '30d',
      to: ['police'],
      channel: 'call',
      from: 'Nobody',
      text: 'Too late.',
    };
    const journey = draft.interviews['nyota-account']?.topics['journey'];
    if (journey)
      journey.questions['after-the-flat'] = {
        type: 'open',
        says: 'What did you see in the flat?',
        needs: { role: 'police', knows: 'second-ledger' },
        answers: [{ says: 'Nothing.' }],
      };
  });
  const says = (id: string) => never.find((one) => one.id === id)?.says;

  it('names an item that no desk can get, with the only way to it', () => {
    expect(says('second-ledger')).toBe(
      'No desk ever had `second-ledger`: it can only be found at `cells` by `police` with the power `check-records`, when `{clock: {after: day 9 10:00}}`.',
    );
  });

  it('names an inject that never fires, with its condition', () => {
    expect(says('late-call')).toBe('The inject `late-call` never fired: it waits for `{reached: suspects.gone}`.');
  });

  it('names a question that is never offered', () => {
    expect(says('nyota-account.journey.after-the-flat')).toContain(
      'offered when `{role: police, knows: second-ledger}`',
    );
  });

  it('marks facts that only follow: the parts of the item, and the desk that needs it', () => {
    const following = never.filter(({ follows }) => follows === 'item:second-ledger').map(({ id }) => id);
    expect(following).toEqual(['second-ledger/left', 'second-ledger/right', 'second-ledger@police']);
  });

  it('has the place of each fact', () => {
    expect(never.find(({ id }) => id === 'second-ledger')?.path).toEqual(['items', 'second-ledger']);
  });
});

describe('the coverage of one play', () => {
  const compiled = aScenario();
  const { playthrough } = parsePlaythrough(SMALL, readFileSync(SMALL, 'utf8'));
  if (!playthrough) throw new Error(`${SMALL} cannot be read`);
  const { events } = playThrough(compiled, { ...playthrough, result: undefined });
  const { facts } = universeOf(compiled);
  const contribution = contributionOf(
    compiled,
    { play: 1, lineUp: 'mixed' },
    { events, commands: [], exercise: foldExercise(compiled, events) },
  );
  const reached = contribution.reached.map((index) => `${facts[index]?.kind}:${facts[index]?.id}`);

  it('is what happened in it, including transitions between states', () => {
    expect(reached).toEqual(expect.arrayContaining(['item:bus-manifest', 'needed:bus-manifest@child-protection']));
    expect(reached).toContain('transition:case: tip on screened → screening');
    expect(reached).not.toContain('transition:suspects: unaware after 6h → gone');
    const entered = events.flatMap((event) =>
      event.type === 'state-entered' ? [`state:${event.chart}.${event.state}`] : [],
    );
    expect(reached.filter((fact) => fact.startsWith('state:')).toSorted()).toEqual([...new Set(entered)].toSorted());
  });

  it('has a transition into every state that was entered after the start', () => {
    const taken = universeOf(compiled).transitions.filter(({ id }) => reached.includes(`transition:${id}`));
    const first = new Set(['case.tip', 'suspects.unaware']);
    for (const fact of reached.filter((one) => one.startsWith('state:'))) {
      const state = fact.slice('state:'.length);
      if (!first.has(state)) expect(taken.map(({ chart, target }) => `${chart}.${target}`)).toContain(state);
    }
  });

  it('is the same from a live play and from its log', () => {
    for (const seed of [1, 2, 3]) {
      const observer = new PlayObserver(compiled);
      const play = playBots(compiled, { seed, bots: 'random', observer: observer });
      const plan = { play: 1, lineUp: 'random' } as const;
      expect(contributionOf(compiled, plan, play, observer)).toEqual(contributionOf(compiled, plan, play));
    }
  });

  it('fails if the log does not fold to the play', () => {
    const exercise = foldExercise(compiled, events);
    expect(foldsToLiveExercise(compiled, { events, commands: [], exercise })).toBe(true);
    expect(foldsToLiveExercise(compiled, { events: events.slice(0, -2), commands: [], exercise })).toBe(false);
  });
});

describe('the sum of plays', () => {
  const compiled = aScenario();
  const source = { compiled, translations: {} };

  it('is the same in any order', () => {
    const parts = [1, 4, 7, 10].map((from) => simulatePlays(source, { ...plays, from, to: from + 2 }).totals);
    const sum = (list: typeof parts) => {
      const whole = noTotals(universeOf(compiled).facts.length);
      for (const part of list) addTotals(whole, structuredClone(part));
      return whole;
    };
    expect(sum(parts.toReversed())).toEqual(sum(parts));
    expect(sum(parts)).toEqual(simulatePlays(source, { ...plays, from: 1, to: 12 }).totals);
  });

  it('counts a play once for each fact it reached, and keeps the first', () => {
    const totals = noTotals(2);
    const empty = { lineUp: 'mixed', ratings: {}, endStates: {}, endSuggested: false, endedAt: 0, phases: [] } as const;
    const blank = {
      ...empty,
      phases: [],
      paces: [],
      work: [],
      refusals: {},
      commands: 1,
      events: 1,
      leaks: [],
    };
    addPlay(totals, { ...blank, play: 9, reached: [1] });
    addPlay(totals, { ...blank, play: 3, reached: [0, 1], refusals: { 'ask not-offered': 2 } });
    expect([totals.reached, totals.first]).toEqual([
      [1, 2],
      [3, 3],
    ]);
    expect(totals.refusals).toEqual({ 'ask not-offered': { times: 2, first: 3 } });
  });

  it('has no share above its total', () => {
    for (const { reached, of } of coverageOf(compiled, simulatePlays(source, plays).totals)) {
      expect(of).toBeGreaterThan(0);
      expect(reached).toBeLessThanOrEqual(of);
    }
  });
});

describe('the plan of plays', () => {
  it('depends on seed and number alone', () => {
    expect(planOf(1, 5, LINE_UPS, ['police'])).toEqual(planOf(1, 5, LINE_UPS, ['police']));
    expect(new Set(Array.from({ length: 2000 }, (_, play) => seedOf(1, play))).size).toBe(2000);
    expect(seedOf(1, 1)).not.toBe(seedOf(2, 1));
  });

  it('alternates the line-ups, and mixes on request', () => {
    const roles = ['a', 'b', 'c', 'd', 'e'];
    expect([1, 2, 3].map((play) => planOf(1, play, ['slow', 'random'], roles).lineUp)).toEqual([
      'slow',
      'random',
      'slow',
    ]);
    const kinds = Array.from({ length: 20 }, (_, play) =>
      Object.values(planOf(1, play + 1, ['mixed'], roles).bots),
    ).flat();
    expect(new Set(kinds).size).toBe(4);
  });
});
