/** Questions that a person had already answered. */
import { expect, test } from 'vitest';
import { everyone } from '../../shared/access/audience.ts';
import { repeatedQuestions } from '../../shared/debrief/repeated-questions.ts';
import type { Event } from '../../shared/exercise/events.ts';
import { aClass } from '../support/a-class.ts';
import { playedOf } from '../support/a-debrief.ts';

const play = aClass();

/** `1 journey.tell-me`: this question in the first interview with Nyota. */
type Asked = string | { asks: string; person?: string; type?: 'care' | 'rights' };

/** The places of the repetitions for Nyota in a list of questions, from 1. */
function repeated(...questions: Asked[]): number[] {
  const events = questions.map((one, index): Event => {
    const { asks, person = 'nyota', type = 'open' } = typeof one === 'string' ? { asks: one } : one;
    const [interview = '', question = ''] = asks.split(' ');
    return {
      seq: index + 1,
      at: 0,
      audience: everyone,
      type: 'question-asked',
      by: 'police',
      seat: 'p1',
      interview,
      person,
      kind: 'account',
      question: `nyota-account.${question}`,
      questionType: type,
    };
  });
  return repeatedQuestions(playedOf(play, events), 'nyota').map(({ seq }) => seq);
}

test.each<[string, number[], Asked[]]>([
  ['the same question again is a repetition', [2], ['1 journey.tell-me', '1 journey.tell-me']],
  ['another question on the topic is none in the same interview', [], ['1 journey.tell-me', '1 journey.who-else']],
  ['a topic of an earlier interview is a repetition', [2], ['1 journey.tell-me', '2 journey.who-else']],
  [
    'each question on a topic of an earlier interview is a repetition',
    [2, 3],
    ['1 journey.tell-me', '2 journey.who-else', '2 journey.coach-paid'],
  ],
  ['a new topic in a later interview is none', [], ['1 journey.tell-me', '2 safety.why-go']],
  ['a question to another person is none', [], [{ asks: '1 journey.tell-me', person: 'juma' }, '1 journey.tell-me']],
  [
    'care is no repetition, and what was asked for care may be asked',
    [],
    [{ asks: '1 safety.feel-now', type: 'care' }, { asks: '1 safety.feel-now', type: 'care' }, '2 safety.feel-now'],
  ],
  [
    'rights are no repetition',
    [],
    [
      { asks: '1 safety.rights', type: 'rights' },
      { asks: '1 safety.rights', type: 'rights' },
    ],
  ],
])('%s', (_name, places, questions) => {
  expect(repeated(...questions)).toEqual(places);
});
