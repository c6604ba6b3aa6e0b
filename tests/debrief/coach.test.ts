/** The question coach: which questions opened or closed a person, and which have a better wording. */
import { describe, expect, test } from 'vitest';
import { trainerOnly } from '../../shared/access/audience.ts';
import { coachOf } from '../../shared/debrief/coach.ts';
import { seatHistoryOf } from '../../shared/debrief/simulated.ts';
import type { Event } from '../../shared/exercise/events.ts';
import { aClass, type PlayedClass } from '../support/a-class.ts';
import { debriefOf, onSite, playedOf } from '../support/a-debrief.ts';
import { anInterview } from '../support/a-scenario-content.ts';
import type { Change } from '../support/a-scenario.ts';

const WITH_NYOTA = 'police-interview-1';

/** The question about how she feels has this effect on trust. */
const caring =
  (trust: number): Change =>
  ({ interviews }) => {
    const question = interviews['nyota-account']?.topics['safety']?.questions['feel-now'];
    if (question) question.effect = { trust };
  };

/** The police interview Nyota at the bus park and ask these questions at once. */
function interviewed(questions: readonly string[], change: Change = () => undefined): PlayedClass {
  const play = onSite((draft, law) => {
    const { nyota } = draft.people;
    if (nyota?.start) nyota.start.trust = 8;
    change(draft, law);
  });
  const police = play.desk('police');
  police.does('plan-interview', { person: 'nyota', kind: 'account', place: 'bus-park', recorded: true });
  police.does('begin-account', { interview: WITH_NYOTA });
  for (const question of questions) asks(play, question);
  return play;
}

const asks = (play: PlayedClass, question: string): void =>
  play.desk('police').does('ask', { interview: WITH_NYOTA, question: `nyota-account.${question}` });

const turns = (play: PlayedClass) =>
  debriefOf(play).coach[0]?.turningPoints.map(({ question, way }) => `${question.split('.').at(-1)} ${way}`);

describe('a turning point', () => {
  test('is a question that costs as much trust as a person in the room would notice', () => {
    expect(turns(interviewed(['safety.why-go']))).toEqual(['why-go closed']);
  });

  test('is a question that wins as much trust as a person in the room would notice, although it tells nothing', () => {
    expect(turns(interviewed(['safety.feel-now'], caring(2)))).toEqual(['feel-now opened']);
  });

  test('is no question with a smaller effect, also after one with a large effect', () => {
    expect(turns(interviewed(['safety.feel-now', 'journey.coach-paid']))).toEqual([]);
    expect(turns(interviewed(['safety.why-go', 'journey.coach-paid']))).toEqual(['why-go closed']);
  });

  test('has only the effect of its own question, also if the next one is asked in the same minute', () => {
    expect(turns(interviewed(['safety.feel-now', 'safety.why-go'], caring(2)))).toEqual([
      'feel-now opened',
      'why-go closed',
    ]);
  });

  test('is no question whose interview another person hears at the same time', () => {
    const play = interviewed(['safety.why-go'], (draft) => {
      draft.interviews['juma-account'] = { ...anInterview(), with: 'juma' };
    });
    const child = play.desk('child-protection');
    child.does('plan-interview', { person: 'juma', kind: 'account', place: 'bus-park', recorded: true });
    child.does('begin-account', { interview: 'child-protection-interview-1' });
    child.does('ask', { interview: 'child-protection-interview-1', question: 'juma-account.safety.feel-now' });
    asks(play, 'journey.coach-paid');
    expect(debriefOf(play).coach.map(({ person, turningPoints }) => [person, turningPoints.length])).toEqual([
      ['nyota', 1],
      ['juma', 0],
    ]);
  });
});

describe('the effect of a question', () => {
  const play = interviewed(['safety.feel-now']);
  const place = (seq: number, at: number) => ({ seq, at, audience: trainerOnly }) as const;
  const asked = (seq: number, question: string, person = 'nyota'): Event => ({
    ...place(seq, 5),
    type: 'question-asked',
    by: 'police',
    seat: 'p1',
    interview: person === 'nyota' ? WITH_NYOTA : 'another',
    person,
    kind: 'account',
    question: `nyota-account.${question}`,
    questionType: 'open',
  });
  const answered = (seq: number, question: string, interview = WITH_NYOTA): Event => ({
    ...place(seq, 5),
    type: 'answer-given',
    interview,
    person: 'nyota',
    question: `nyota-account.${question}`,
    answer: 0,
    posture: 'calm',
  });
  const mood = (seq: number, trust: number, at = 5): Event => ({
    ...place(seq, at),
    type: 'mood-changed',
    person: 'nyota',
    trust,
    stress: 5,
  });
  const ways = (...events: Event[]) =>
    coachOf(playedOf(play, events), seatHistoryOf([]))[0]?.turningPoints.map(({ seq, way }) => `${seq} ${way}`);
  const [TELLS, TELLS_NOTHING] = ['journey.tell-me', 'safety.feel-now'];

  test('is the change of mood up to the next question to this person, also past questions to others', () => {
    expect(ways(mood(1, 6), asked(2, TELLS_NOTHING), asked(3, TELLS_NOTHING, 'juma'), mood(4, 3))).toEqual([
      '2 closed',
    ]);
  });

  test('is none of a mood that changed at another time', () => {
    expect(ways(mood(1, 6), asked(2, TELLS_NOTHING), mood(3, 3, 9))).toEqual([]);
  });

  test('is what the answer in its own interview tells', () => {
    const events = [asked(2, TELLS), answered(3, TELLS_NOTHING, 'another'), answered(4, TELLS)];
    expect(ways(...events)).toEqual(['2 opened']);
  });

  test('is none of a question without an answer, also if the next one has one', () => {
    expect(ways(asked(2, TELLS))).toEqual([]);
    expect(ways(asked(2, TELLS), asked(3, TELLS_NOTHING), answered(4, TELLS_NOTHING))).toEqual([]);
  });
});

describe('a better wording', () => {
  test('is shown for each question that has one', () => {
    const [coach] = debriefOf(interviewed(['safety.feel-now', 'safety.why-go', 'journey.coach-paid'])).coach;
    expect(coach?.better).toEqual(['nyota-account.safety.why-go', 'nyota-account.journey.coach-paid']);
    expect(coach?.counts).toEqual({ care: 1, blaming: 1, leading: 1 });
  });
});

describe('the coach', () => {
  test('is silent about an interview without a question', () => {
    expect(debriefOf(interviewed([])).coach).toEqual([]);
  });

  test('is silent about an interview that a simulated desk led', () => {
    const play = aClass(undefined, { c1: 'child-protection' });
    play.trainer('simulate-desk', { role: 'police' });
    const simulated = play.seat('sim-police');
    simulated.does('travel', { place: 'bus-park' });
    play.passes('30m');
    simulated.does('plan-interview', { person: 'nyota', kind: 'account', place: 'bus-park', recorded: true });
    simulated.does('begin-account', { interview: WITH_NYOTA });
    simulated.does('ask', { interview: WITH_NYOTA, question: 'nyota-account.safety.why-go' });
    expect(play.events('question-asked')).toHaveLength(1);
    expect(debriefOf(play).coach).toEqual([]);
  });
});
