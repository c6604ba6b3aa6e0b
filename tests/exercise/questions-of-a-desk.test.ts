/** A question may build on what the asking desk knows and did; what another desk heard opens no question for it. */
import { expect, it } from 'vitest';
import type { Condition } from '../../shared/vocabulary/conditions.ts';
import { aClass, type PlayedClass } from '../support/a-class.ts';

/** Both desks are with Nyota; the police know the passenger list. The question `who-else` has this need. */
function withNyota(needs: Condition): PlayedClass {
  const play = aClass((draft) => {
    const question = draft.interviews['nyota-account']?.topics['journey']?.questions['who-else'];
    if (question) question.needs = needs;
  });
  for (const role of ['police', 'child-protection']) play.desk(role).does('travel', { place: 'bus-park' });
  play.passes('30m');
  play.desk('police').does('search', {});
  play.passes('10m');
  return play;
}

/** Whether a desk is offered the question when it begins to talk. */
function isOffered(play: PlayedClass, role: string): boolean {
  const interview = `${role}-interview-1`;
  const plan = { person: 'nyota', kind: 'account', place: 'bus-park', recorded: true } as const;
  play.desk(role).does('plan-interview', plan);
  play.desk(role).does('begin-account', { interview });
  return play.world.interviews[interview]?.offered.includes('nyota-account.journey.who-else') ?? false;
}

const bySide = (needs: Condition, before: (play: PlayedClass) => void = () => undefined): [boolean, boolean] => {
  const play = withNyota(needs);
  before(play);
  return [isOffered(play, 'police'), isOffered(play, 'child-protection')];
};

it('what one desk knows opens a question for that desk alone, however the need is written', () => {
  const named: Condition = { role: 'police', knows: 'bus-manifest' };
  const learned: Condition = { happened: 'item-learned', item: 'bus-manifest', role: 'police' };
  for (const needs of [
    named,
    learned,
    { knows: 'bus-manifest' },
    { any: [named, { role: 'child-protection', knows: 'bus-manifest' }] },
    { all: [named] },
    { 'at-least': 1, of: [named, learned] },
    { happened: 'item-learned', item: 'bus-manifest' },
  ] satisfies Condition[])
    expect([needs, bySide(needs)]).toEqual([needs, [true, false]]);
});

it('a need that names a desk opens the question for no other desk, even if that one knows the same', () => {
  const sharesTip = (play: PlayedClass): void =>
    play.desk('police').does('share-item', {
      item: 'tip',
      parts: ['all'],
      to: 'child-protection',
      purpose: 'protection',
      basis: 'duty-by-law',
      channel: 'secure-message',
    });
  expect(bySide({ role: 'police', knows: 'tip' }, sharesTip)).toEqual([true, false]);
  expect(bySide({ knows: 'tip' }, sharesTip)).toEqual([true, true]);
});

it('a question that waits for another desk to know nothing is open to a desk that cannot tell', () => {
  expect(bySide({ not: { role: 'police', knows: 'bus-manifest' } })).toEqual([false, true]);
});

it('an earlier question opens a later one for the desk that asked it alone', () => {
  const asked: Condition = { happened: 'question-asked', question: 'nyota-account.safety.feel-now' };
  const play = withNyota(asked);
  expect(isOffered(play, 'police')).toBe(false);
  const question = { interview: 'police-interview-1', question: 'nyota-account.safety.feel-now' };
  play.desk('police').does('ask', question);
  expect(play.world.interviews['police-interview-1']?.offered).toContain('nyota-account.journey.who-else');
  expect(isOffered(play, 'child-protection')).toBe(false);
});

it('a need that asks for no desk is the same for every desk', () => {
  expect(bySide({ person: 'nyota', at: 'bus-park' })).toEqual([true, true]);
});
