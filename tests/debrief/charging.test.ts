/** The measures of law and charging: the charging table against the truth of the case. */
import { describe, expect, test } from 'vitest';
import type { Fields, PlayedClass } from '../support/a-class.ts';
import type { Change } from '../support/a-scenario.ts';
import { debriefOf, measureOf, onSite } from '../support/a-debrief.ts';

const table: Fields<'set-charge'> = {
  person: 'coach',
  offence: 'trafficking',
  act: [],
  means: [],
  purposeItems: [],
  child: true,
  nonPunishment: 'checked-does-not-apply',
  remedies: ['compensation'],
};

/** A class whose rubric has a task of this competency: without one, its measures are not shown. */
const court = (change: Change = () => undefined): PlayedClass =>
  onSite((draft, law) => {
    draft.rubric['coach-charged'] = {
      title: 'Coach is charged',
      competency: 'law-and-charging',
      weight: 'must',
      do: { happened: 'charge-filed', person: 'coach' },
      teaches: 'A charge names the right offence.',
    };
    change(draft, law);
  });

/** The police file these charges, each of them once. */
function files(play: PlayedClass, ...charges: Partial<Fields<'set-charge'>>[]): PlayedClass {
  for (const fields of charges) {
    play.desk('police').does('set-charge', { ...table, ...fields });
    play.desk('police').does('file-charge', { charge: play.events('charge-set').at(-1)?.charge ?? '' });
  }
  return play;
}

const fraction = (play: PlayedClass, id: string) => {
  const measure = measureOf(debriefOf(play), id);
  return measure && [measure.value, measure.of];
};

describe('the charging table', () => {
  test('has the right offence if it is acceptable for that person', () => {
    expect(fraction(files(court(), {}, { offence: 'papers-offence' }), 'offence-right')).toEqual([1, 2]);
    expect(fraction(files(court(), { person: 'juma' }), 'offence-right')).toEqual([0, 1]);
  });

  test('asks for remedies if a filed charge names one', () => {
    expect(fraction(files(court(), {}, { remedies: [] }), 'remedies-asked')).toEqual([1, 2]);
  });

  test('uses the child rule where the offence has one and a child is among the victims', () => {
    const play = files(court(), {}, { child: false }, { offence: 'papers-offence', child: false });
    expect(fraction(play, 'child-rule-used')).toEqual([1, 2]);
  });

  test('has no child rule to use where no child is among the victims', () => {
    const play = court(({ people: { nyota } }) => {
      if (nyota) nyota.age = { real: 19 };
    });
    expect(fraction(files(play, {}), 'child-rule-used')).toBeUndefined();
  });
});

describe('a proof', () => {
  test('fits if the item supports that element for that person, and only the last version counts', () => {
    const play = court();
    const police = play.desk('police');
    police.does('set-charge', { ...table, means: ['bus-manifest'] });
    police.does('set-charge', { ...table, act: ['bus-manifest'], means: ['bus-manifest'], purposeItems: ['tip'] });
    expect(fraction(play, 'proof-fits-element')).toEqual([1, 3]);
  });

  test('for one person is none for another', () => {
    const play = court();
    play.desk('police').does('set-charge', { ...table, person: 'juma', act: ['bus-manifest'] });
    expect(fraction(play, 'proof-fits-element')).toEqual([0, 1]);
  });
});

describe('non-punishment', () => {
  const spares = (play: PlayedClass, fields: Partial<Fields<'decide-no-charge'>> = {}): PlayedClass => {
    const decision = { person: 'juma', nonPunishment: 'checked-applies', reason: 'He was forced.' } as const;
    play.desk('police').does('decide-no-charge', { ...decision, ...fields });
    return play;
  };

  test('is checked unless a decision says that it was not', () => {
    const play = spares(files(court(), {}, { person: 'juma', nonPunishment: 'not-checked' }));
    expect(fraction(play, 'non-punishment-checked')).toEqual([2, 3]);
    expect(measureOf(debriefOf(play), 'no-charge-decisions')?.value).toBe(1);
    expect(measureOf(debriefOf(play), 'charges-filed')?.value).toBe(2);
  });

  test('is right if it agrees with the truth about the person, for charges and for decisions not to charge', () => {
    expect(fraction(spares(files(court(), {})), 'non-punishment-right')).toEqual([2, 2]);
    expect(fraction(files(court(), { nonPunishment: 'checked-applies' }), 'non-punishment-right')).toEqual([0, 1]);
    const wrong = spares(court(), { nonPunishment: 'checked-does-not-apply' });
    expect(fraction(wrong, 'non-punishment-right')).toEqual([0, 1]);
    expect(fraction(files(court(), { nonPunishment: 'not-checked' }), 'non-punishment-right')).toBeUndefined();
  });

  test('counts a victim charged with an offence that is not acceptable for that person, and no suspect', () => {
    const play = files(court(), { person: 'juma', offence: 'papers-offence' }, { offence: 'papers-offence' });
    expect(measureOf(debriefOf(play), 'victims-charged')?.value).toBe(1);
  });
});
