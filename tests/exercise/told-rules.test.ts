/** Which desks are told of a decision or a plan, what a plan brings with it, and what counts as known. */
import { describe, expect, it } from 'vitest';
import { desk } from '../../shared/access/audience.ts';
import { decisionDesks, operationDesks, tellDecision } from '../../shared/exercise/decide/told.ts';
import { knowsOneOf } from '../../shared/exercise/known-with.ts';
import { Stage } from '../../shared/exercise/stage.ts';
import { emptyWorld, type World } from '../../shared/exercise/world.ts';
import { aClass, type PlayedClass } from '../support/a-class.ts';
import { anotherDesk } from '../support/another-desk.ts';

const decision = 'visit-flat';
const operation = 'flat-visit';

/** Decision and plan rest on the tip, which police and border police hold. The border police have no part in either. */
const resting = (): PlayedClass =>
  aClass((draft) => {
    anotherDesk(draft, 'border-police');
    Object.assign(draft.decisions[decision] ?? {}, {
      when: { role: 'police', knows: 'tip' },
      'known-with': ['tip'],
    });
    Object.assign(draft.operations[operation] ?? {}, {
      'need-to-know': ['child-protection'],
      'known-with': ['tip'],
    });
  });
const stageOf = ({ compiled, exercise, now }: PlayedClass): Stage => new Stage(compiled, exercise, now);

describe('an open decision', () => {
  it('is told to no desk a second time, and to none that has no part in it', () => {
    const stage = stageOf(resting());
    tellDecision(stage, decision);
    expect(stage.events).toEqual([]);
    expect(decisionDesks(stage, decision)).toEqual(['police']);
  });

  it('is not there before it opens, nor where the case has none', () => {
    const stage = stageOf(aClass());
    for (const id of [decision, 'no-such-one']) {
      tellDecision(stage, id);
      expect(decisionDesks(stage, id)).toEqual([]);
    }
    expect(stage.events).toEqual([]);
  });
});

it('a decision that rests on nothing opens before all its desks at once', () => {
  const play = aClass((draft) => {
    Object.assign(draft.decisions[decision] ?? {}, { when: { role: 'police', knows: 'tip' } });
  });
  const opened = play.log.flatMap((event) =>
    event.type.startsWith('decision-') ? [[event.type, event.audience]] : [],
  );
  expect(opened).toEqual([['decision-opened', ['role:police', 'role:child-protection']]]);
});

describe('a plan', () => {
  it('is known to no desk before it opens, nor where the case has none', () => {
    const waiting = aClass((draft) => {
      Object.assign(draft.operations[operation] ?? {}, { when: { role: 'police', knows: 'phone-contacts' } });
    });
    expect([operation, 'no-such-one'].map((id) => operationDesks(stageOf(waiting), id))).toEqual([[], []]);
  });

  it('keeps the time of each section and what is not confirmed yet, for a desk that comes later', () => {
    const play = resting();
    const police = play.desk('police');
    police.does('set-plan-section', { operation, section: 'legal-basis', text: 't1' });
    police.does('ask-standby', { operation, service: 'children-home' });
    const at = play.now;
    play.passes('10m');
    const how = { purpose: 'protection', basis: 'duty-by-law', channel: 'phone' } as const;
    police.does('share-item', { item: 'tip', parts: ['all'], to: 'child-protection', ...how });
    const late = play.view(desk('child-protection')).operations[operation];
    expect(late?.sections).toEqual({ 'legal-basis': { text: 't1', by: 'police', at, service: undefined } });
    expect(late?.standby).toEqual({ 'children-home': 'asked' });
  });
});

describe('what a desk knows', () => {
  const knows = (world: Partial<World>, ...roles: string[]) =>
    roles.map((role) => knowsOneOf({ ...emptyWorld(), ...world }, role, ['it']));

  it('is an inject that came to it or to everyone', () => {
    const came = (to: string[], firedAt?: number) =>
      knows({ injects: { it: { to, ...(firedAt !== undefined && { firedAt }) } } }, 'police', 'child-protection');
    expect(came(['police'], 1)).toEqual([true, false]);
    expect(came(['everyone'], 1)).toEqual([true, true]);
    expect(came(['police'])).toEqual([false, false]);
  });

  it('is a person that it knows', () => {
    const { world } = aClass();
    expect(['police', 'child-protection'].map((role) => knowsOneOf(world, role, ['coach']))).toEqual([true, false]);
  });
});
