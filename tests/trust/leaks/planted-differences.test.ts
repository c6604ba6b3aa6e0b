/** The comparison of two worlds finds every kind of leak that is planted into the program, and says it in a sentence. */
import { describe, expect, it } from 'vitest';
import { everyone } from '../../../shared/access/audience.ts';
import type { Card } from '../../../shared/protocol/cards.ts';
import type { World } from '../../../shared/exercise/world.ts';
import { PUBLIC_CHANNELS } from '../../../shared/exercise/public-channels.ts';
import { TRAINERS_ONLY } from '../../../shared/simulation/guarded.ts';
import { type Program, REAL } from './two-worlds/class-at.ts';
import { Chance } from './two-worlds/chance.ts';
import { libraries, playOf } from './two-worlds/plays.ts';
import { leaksIn, type SecretKind } from './two-worlds/trials.ts';

const cases = libraries();
/** One play of every shipped case: each plant looks for its difference in these. */
const plays = cases.map((library, index) => playOf(library, index + 1, new Chance(index + 1)));

/** The sentences of the first pairs of worlds, from the first seed on, in which this program tells something. */
function foundIn(planted: Partial<Program>, kind: SecretKind, matching: RegExp, channels = PUBLIC_CHANNELS): string[] {
  const program = { ...REAL, ...planted };
  for (let seed = 1; seed <= 40; seed += 1)
    for (const play of plays) {
      const leaks = leaksIn(play, { kind, seed, program, channels })
        .map(({ sentence }) => sentence)
        .filter((sentence) => matching.test(sentence));
      if (leaks.length > 0) return leaks;
    }
  return [];
}

const decided: Program['decide'] = (...args) => REAL.decide(...args);

describe('the comparison of two worlds finds', () => {
  it('a count in the answer to a command', () => {
    const answer: Program['answer'] = (decision) =>
      'rejection' in decision ? REAL.answer(decision) : { ok: true, events: decision.events.length };
    const [sentence] = foundIn({ answer }, 'laterMoment', /answer\.events/);
    expect(sentence).toMatch(/^Seed \d+, .+: the answer to .+ has answer\.events = \d+, but \d+ in a world /);
  });

  it('another refusal for a thing of the case that is not open yet', () => {
    const decide: Program['decide'] = (compiled, exercise, command, draft) => {
      const decision = decided(compiled, exercise, command, draft);
      const { body } = command;
      const closed = 'decision' in body && Object.hasOwn(compiled.scenario.decisions, body.decision);
      return closed && 'rejection' in decision && !exercise.world.decisions[body.decision]
        ? { rejection: { code: 'not-open' } }
        : decision;
    };
    const [sentence] = foundIn({ decide }, 'otherCase', /not-open/);
    expect(sentence).toMatch(/the answer to (propose|agree|dissent)-decision .+rejection\.code = .+ the decision /);
  });

  it('a hidden consequence that reaches the desk whose act set it off', () => {
    const decide: Program['decide'] = (...args) => {
      const decision = decided(...args);
      if ('rejection' in decision) return decision;
      const events = decision.events.map((event) =>
        TRAINERS_ONLY.has(event.type) ? { ...event, audience: everyone } : event,
      );
      return { ...decision, events };
    };
    expect(foundIn({ decide }, 'oneActFewer', /the answer to/)).not.toEqual([]);
  });

  it('a refusal that depends on what another desk did', () => {
    const decide: Program['decide'] = (compiled, exercise, command, draft) =>
      command.body.type === 'log-decision' && Object.keys(exercise.world.decisionLog).length > 0
        ? { rejection: { code: 'already-done' } }
        : decided(compiled, exercise, command, draft);
    expect(foundIn({ decide }, 'hiddenActs', /log-decision .+ answer\.ok/)).not.toEqual([]);
  });

  it('a list of a card in another order', () => {
    const [sentence] = foundIn(
      { cardFor: withList((ids, { items }) => (Object.keys(items).length % 2 ? ids : ids.toReversed())) },
      'otherCase',
      /card places/,
    );
    expect(sentence).toMatch(/the card places in \w+ for .+ has facts\.ids\.0 = .+ in a world without the item /);
  });

  it('a list of a card that is longer by a hidden thing', () => {
    const cardFor = withList((ids, { places }) => [...ids, ...Object.keys(places).filter((id) => places[id]?.hidden)]);
    expect(foundIn({ cardFor }, 'otherCase', /card places .+ the place/)).not.toEqual([]);
  });

  it('a text whose length tells of another text', () => {
    const cardFor: Program['cardFor'] = (source, world, ...rest) => {
      const card = REAL.cardFor(source, world, ...rest);
      const length = JSON.stringify(source.compiled.scenario.injects).length;
      return card?.title === undefined ? card : { ...card, title: card.title + ' '.repeat(length % 7) };
    };
    expect(foundIn({ cardFor }, 'otherCase', /the card .+ inject /)).not.toEqual([]);
  });

  it('a state of the room that tells what a desk did', () => {
    const phase: Program['phase'] = (_compiled, { shares }: World) => (shares.length % 2 ? 'odd' : 'even');
    const [sentence] = foundIn({ phase }, 'laterMoment', /the room/, []);
    expect(sentence).toMatch(
      /the room for .+ has phase = "(odd|even)", but "(odd|even)" in a world after \d+ events more/,
    );
  });
});

type Scenario = Parameters<Program['cardFor']>[0]['compiled']['scenario'];

/** Cards as they are, except for the ids of the list of places. */
const withList = (change: (ids: string[], scenario: Scenario) => string[]): Program['cardFor'] =>
  ((source, world, viewer, language, id, surroundings) => {
    const card: Card | undefined = REAL.cardFor(source, world, viewer, language, id, surroundings);
    if (id !== 'places' || !card) return card;
    const { ids = [] } = (card.facts ?? {}) as { ids?: string[] };
    return { ...card, facts: { ids: change(ids, source.compiled.scenario) } };
  }) as Program['cardFor'];
