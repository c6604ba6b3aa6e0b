/** Authored decisions: who may propose, agree and dissent, and when; and the decision log. */
import { describe, expect, it } from 'vitest';
import { aClass, PlayedClass } from '../support/a-class.ts';
import { aScenario } from '../support/a-scenario.ts';
import { anotherDesk } from '../support/another-desk.ts';

const decision = 'visit-flat';
const proposal = { decision, option: 'now', reason: 't1', confidence: 'low' } as const;

/** The decision is open; the police propose, the child officers and the port police must agree. */
function open(
  seats: Record<string, string> = { p1: 'police', c1: 'child-protection', q1: 'port-police' },
): PlayedClass {
  return aClass((draft) => {
    const authored = draft.decisions[decision];
    if (!authored) throw new Error('the small case has this decision');
    anotherDesk(draft, 'port-police');
    anotherDesk(draft, 'harbour-police');
    authored.when = { role: 'police', knows: 'tip' };
    authored.agree = ['child-protection', 'port-police'];
  }, seats);
}

describe('proposing', () => {
  it('is refused before the condition of the decision holds, like a decision that does not exist', () => {
    const police = aClass().desk('police');
    expect(police.asks('propose-decision', proposal)).toBe('not-for-you');
    expect(police.asks('propose-decision', { ...proposal, decision: 'no-such-decision' })).toBe('not-for-you');
  });

  it('is refused for an option that the author did not write', () => {
    expect(
      open()
        .desk('police')
        .asks('propose-decision', { ...proposal, option: 'never' }),
    ).toBe('unknown-id');
  });

  it('is for the desks that propose: others are told so, whether the decision exists or not', () => {
    const child = open().desk('child-protection');
    expect(child.asks('propose-decision', proposal)).toBe('not-for-you');
    expect(child.asks('propose-decision', { ...proposal, decision: 'no-such-decision' })).toBe('not-for-you');
  });

  it('tells only the desks that propose or agree', () => {
    const play = open();
    play.desk('police').does('propose-decision', proposal);
    expect(play.events('decision-proposed')[0]?.audience).toEqual([
      'role:police',
      'role:child-protection',
      'role:port-police',
    ]);
  });
});

describe('agreeing', () => {
  it('comes after a proposal', () => {
    const child = open().desk('child-protection');
    expect(child.asks('agree-decision', { decision })).toBe('not-agreed-yet');
    expect(child.asks('dissent-decision', { decision, text: 't2' })).toBe('not-agreed-yet');
  });

  it('is refused before the decision is open, like a decision that does not exist', () => {
    expect(aClass().desk('child-protection').asks('agree-decision', { decision })).toBe('not-for-you');
  });

  it('needs every desk that must agree, each once', () => {
    const play = open();
    play.desk('police').does('propose-decision', proposal);
    play.desk('child-protection').does('agree-decision', { decision });
    expect(play.desk('child-protection').asks('agree-decision', { decision })).toBe('already-done');
    expect(play.world.decisions[decision]?.made).toBeUndefined();
    play.desk('port-police').does('agree-decision', { decision });
    expect(play.world.decisions[decision]?.made?.option).toBe('now');
    expect(play.events('decision-made')).toHaveLength(1);
  });

  it('is not for a desk outside the decision', () => {
    const play = open({ p1: 'police', c1: 'child-protection', q1: 'port-police', h1: 'harbour-police' });
    play.desk('police').does('propose-decision', proposal);
    expect(play.desk('harbour-police').asks('agree-decision', { decision })).toBe('not-for-you');
    expect(play.desk('harbour-police').asks('dissent-decision', { decision, text: 't2' })).toBe('not-for-you');
  });
});

describe('a decision that was made', () => {
  it('stays: no proposal, agreement or dissent follows', () => {
    const play = open();
    play.desk('police').does('propose-decision', proposal);
    play.desk('child-protection').does('agree-decision', { decision });
    play.desk('port-police').does('agree-decision', { decision });
    expect(play.desk('police').asks('propose-decision', { ...proposal, option: 'planned' })).toBe('already-done');
    expect(play.desk('police').asks('agree-decision', { decision })).toBe('already-done');
    expect(play.desk('child-protection').asks('dissent-decision', { decision, text: 't2' })).toBe('already-done');
  });
});

describe('dissent', () => {
  it('is recorded with its words and the proposed option, and does not make the decision', () => {
    const play = open();
    play.desk('police').does('propose-decision', proposal);
    play.desk('child-protection').does('dissent-decision', { decision, text: 't2' });
    expect(play.events('decision-dissented')).toMatchObject([{ by: 'child-protection', option: 'now', text: 't2' }]);
    expect(play.world.decisions[decision]?.made).toBeUndefined();
  });
});

describe('the decision log', () => {
  const entry = { text: 't1', reason: 't2', confidence: 'low' } as const;

  it('takes an entry with a step of the law, or without one', () => {
    const play = aClass();
    play.desk('police').does('log-decision', entry);
    play.desk('police').does('log-decision', { ...entry, step: 'identify-and-protect' });
    expect(play.events('decision-logged').map(({ step }) => step)).toEqual([undefined, 'identify-and-protect']);
    expect(Object.keys(play.world.decisionLog)).toHaveLength(2);
  });

  it('refuses a step that the law does not have', () => {
    expect(
      aClass()
        .desk('police')
        .asks('log-decision', { ...entry, step: 'sail-away' }),
    ).toBe('unknown-id');
  });
});

it('desks that are not part of the exercise need not agree', () => {
  const compiled = aScenario((draft) => {
    const authored = draft.decisions[decision];
    if (!authored) throw new Error('the small case has this decision');
    authored.when = { role: 'police', knows: 'tip' };
    authored.agree = ['police', 'child-protection'];
  });
  const play = new PlayedClass(compiled, { p1: 'police' }, 7, ['police']);
  play.trainer('start-exercise', {});
  play.desk('police').does('propose-decision', proposal);
  expect(play.events('decision-made')).toMatchObject([{ option: 'now' }]);
});
