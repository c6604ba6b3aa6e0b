/** The question coach: which questions opened or closed a person, and which have a better wording. */
import { describe, expect, test } from 'vitest';
import type { PlayedClass } from '../support/a-class.ts';
import { debriefOf, onSite } from '../support/a-debrief.ts';
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
});
