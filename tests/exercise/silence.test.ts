/** A talk in which a question gets no answer, or the interviewer is not there. */
import { expect, it } from 'vitest';
import { seated } from '../../shared/access/actor.ts';
import { decide } from '../../shared/exercise/exercise.ts';
import { aClass } from '../support/a-class.ts';
import type { Change } from '../support/a-scenario.ts';

const interview = 'police-interview-1';

function begun(change?: Change) {
  const play = aClass(change);
  play.desk('police').does('travel', { place: 'bus-park' });
  play.passes('20m');
  play.desk('police').does('plan-interview', { person: 'nyota', kind: 'account', place: 'bus-park', recorded: true });
  play.desk('police').does('begin-account', { interview });
  return play;
}

it('a question without an answer that fits is asked, and nothing is said', () => {
  const play = begun((draft) => {
    const feelNow = draft.interviews['nyota-account']?.topics['safety']?.questions['feel-now'];
    if (feelNow) feelNow.answers = [{ when: { person: 'nyota', trust: { 'at-least': 10 } }, says: 'Well.' }];
  });
  play.desk('police').does('ask', { interview, question: 'nyota-account.safety.feel-now' });
  expect(play.events('question-asked')).toHaveLength(1);
  expect(play.events('answer-given')).toEqual([]);
  expect(play.world.interviews[interview]?.offered).toContain('nyota-account.journey.tell-me');
});

it('the refusal of a question says who is not here', () => {
  const play = begun();
  play.desk('police').does('travel', { place: 'station' });
  const body = { type: 'ask', interview, question: 'nyota-account.safety.feel-now' } as const;
  expect(decide(play.compiled, play.exercise, { from: seated('p1'), at: play.now, body })).toEqual({
    rejection: { code: 'not-here', params: { id: 'nyota' } },
  });
});
