/** The kinds of bots, judged by the results of their plays. */
import { describe, expect, it, vi } from 'vitest';
import type { Bot } from '../../shared/bots/bot.ts';
import { createBot } from '../../shared/bots/create-bot.ts';
import { playBots } from '../../shared/bots/play-bots.ts';
import { HOUR } from '../../shared/time.ts';
import { aScenario } from '../support/a-scenario.ts';
import { marksOf, playMatch, trialMatch } from './class-of-bots.ts';

vi.setConfig({ testTimeout: 120_000 });
const SEEDS = [1, 2, 3];

describe('a by-the-book bot on Trial Match', () => {
  it.each(SEEDS)('finishes the case without a red line (seed %i)', (seed) => {
    const play = playMatch({ seed, bots: 'by-the-book' });
    const marks = marksOf(trialMatch(), play);
    const phases = Object.keys(play.exercise.world.entered).filter((state) => state.startsWith('case.'));
    expect(phases).toEqual(expect.arrayContaining(['case.first-hours', 'case.who-is-behind', 'case.before-the-court']));
    expect(marks.redLines).toEqual([]);
    expect(marks.identified).toBe(8);
    expect(marks.received).toBeGreaterThanOrEqual(6);
    const filed = Object.values(play.exercise.world.charges).filter(({ state }) => state === 'filed');
    expect(filed.length).toBeGreaterThanOrEqual(2);
    expect(filed.every(({ nonPunishment }) => nonPunishment !== 'not-checked')).toBe(true);
  });

  it.each(SEEDS)('gets clearly better ratings than a careless bot (seed %i)', (seed) => {
    const [careful, careless, slow] = (['by-the-book', 'careless', 'slow'] as const).map((bots) =>
      marksOf(trialMatch(), playMatch({ seed, bots })),
    );
    expect(careful?.sum).toBeGreaterThan((careless?.sum ?? 0) + 12);
    expect(careful?.sum).toBeGreaterThan(slow?.sum ?? 0);
    expect(careless?.redLines.length).toBeGreaterThanOrEqual(4);
  });
});

describe('a by-the-book bot on the small case', () => {
  const play = playBots(aScenario(), { seed: 5, bots: 'by-the-book' });
  const did = (from: string) => play.commands.filter((one) => one.from === from).map(({ body }) => body);

  it('sees each person alone, calls a guardian, and finds the child a bed', () => {
    const { people, referrals } = play.exercise.world;
    for (const person of ['nyota', 'juma'])
      expect(people[person]?.screenings.map((one) => one.with)).toEqual(expect.arrayContaining(['alone']));
    expect(people['nyota']?.guardianNotified).toBeDefined();
    expect(
      Object.values(referrals)
        .find(({ person }) => person === 'nyota')
        ?.steps.map(({ state }) => state),
    ).toContain('received');
  });

  it('takes evidence on the right basis and seals it', () => {
    expect(did('police-1')).toContainEqual({ type: 'take-item', item: 'bus-manifest', basis: 'duty-by-law' });
    expect(did('police-1')).toContainEqual({ type: 'handle-item', item: 'bus-manifest', how: 'seal' });
    expect(did('police-1').some((body) => body.type === 'take-item' && body.item === 'coach-phone')).toBe(false);
  });

  it('shares what the other desk needs, and never the address of a shelter', () => {
    expect(did('police-1')).toContainEqual(
      expect.objectContaining({ type: 'share-item', item: 'bus-manifest', parts: ['names'], to: 'child-protection' }),
    );
    expect(did('child-protection-1').some((body) => body.type === 'share-item' && body.item === 'home-address')).toBe(
      false,
    );
  });
});

/** A bot that sends the police one request and then waits. */
function asksOnce(who: Pick<Bot, 'kind' | 'role' | 'seat' | 'seed'>, basis: 'agreed-protocol' | 'none'): Bot {
  let asked = false;
  return {
    ...who,
    turn: () => {
      if (asked) return { wait: HOUR };
      asked = true;
      return { do: { type: 'make-request', kind: 'case-question', to: 'police', basis }, takes: HOUR };
    },
    refused: () => undefined,
  };
}

describe('the manner of a bot', () => {
  const answers = (manner: 'helpful' | 'rule-bound' | 'overloaded', basis: 'agreed-protocol' | 'none') => {
    const compiled = aScenario();
    const asker = { kind: 'random' as const, role: 'child-protection', seat: 'child-protection-1', seed: 1 };
    const { exercise } = playBots(compiled, {
      seed: 1,
      bots: [asker, { kind: 'by-the-book', role: 'police', seat: 'police-1', seed: 1, manner }],
      createPlayer: (own, options) => (options === asker ? asksOnce(asker, basis) : createBot(own, options)),
    });
    const request = Object.values(exercise.world.requests).find(({ to }) => to === 'police');
    return { at: request?.at ?? 0, answers: request?.answers ?? [] };
  };

  it('a helpful bot answers soon, a rule-bound one announces its answer first, an overloaded one answers late', () => {
    const [helpful, bound, late] = (['helpful', 'rule-bound', 'overloaded'] as const).map((manner) => {
      const { at, answers: all } = answers(manner, 'agreed-protocol');
      return { outcomes: all.map(({ outcome }) => outcome), after: (all.at(-1)?.at ?? Infinity) - at };
    });
    expect(helpful?.outcomes).toEqual(['answered']);
    expect(bound?.outcomes).toEqual(['accepted', 'answered']);
    expect(late?.outcomes).toEqual(['answered']);
    expect(helpful?.after).toBeLessThan(bound?.after ?? 0);
    expect(bound?.after).toBeLessThan(late?.after ?? 0);
  });

  it('without a legal basis, a rule-bound bot asks for one and a helpful bot answers anyway', () => {
    expect(answers('rule-bound', 'none').answers).toMatchObject([
      { outcome: 'refused', text: 'Please send the legal basis.' },
    ]);
    expect(answers('helpful', 'none').answers.map(({ outcome }) => outcome)).toEqual(['answered']);
  });
});
