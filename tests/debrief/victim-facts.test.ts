/** The facts of a life are counted from the log, for all who are owed protection in truth. Each number is a minute. */
import { describe, expect, test } from 'vitest';
import type { Event } from '../../shared/exercise/events.ts';
import { VICTIM_FACTS } from '../../shared/vocabulary/victim-facts.ts';
import { victimEyeOf } from '../../shared/debrief/victim-eye.ts';
import { aClass } from '../support/a-class.ts';
import type { Change } from '../support/a-scenario.ts';
import { happens, playedOf } from '../support/a-debrief.ts';
import {
  accepted,
  account,
  asked,
  charged,
  consented,
  factsOf,
  family,
  guardian,
  held,
  left,
  moved,
  offered,
  POLICE,
  received,
  refused,
  released,
  risk,
  screened,
  speaksForeign,
} from '../support/a-life.ts';
import { debriefTexts, LANGUAGES, textAt } from '../support/sentences.ts';

describe('a fact stands with its count and its events', () => {
  test.each<[fact: string, events: Event[], params: object, evidence: number[], change?: Change]>([
    ['met-after', [screened(90)], { minutes: 90 }, [90]],
    ['never-met', [], {}, []],
    ['in-custody', [held(10), released(40), held(100)], { minutes: 930 }, [10, 40, 100]],
    ['on-the-road', [left(10), received(70)], { minutes: 60 }, [10, 70]],
    ['moved', [moved(1), moved(2)], { times: 2 }, [1, 2]],
    ['asked-alone', [screened(3)], { times: 1 }, [3]],
    ['asked-alone', [screened(3, { interpreter: 'mrs-adan' })], { times: 1 }, [3], speaksForeign],
    ['asked-in-group', [screened(3, { alone: false, with: 'in-group' })], { times: 1 }, [3]],
    ['asked-with-escort', [screened(3, { alone: false, with: 'with-escort' })], { times: 1 }, [3]],
    [
      'asked-through-conflict',
      [screened(3, { interpreter: 'bus-clerk' }), account(4, { interpreter: 'bus-clerk' })],
      { times: 2 },
      [3, 4],
    ],
    ['asked-without-interpreter', [screened(3)], { times: 1 }, [3], speaksForeign],
    ['asked-with-blame', [asked(5, 'blaming'), asked(6, 'open')], { times: 1 }, [5]],
    ['asked-with-promise', [asked(5, 'promise')], { times: 1 }, [5]],
    ['told-once', [account(5), asked(6, 'open')], {}, [5]],
    ['account-without-guardian', [account(5), guardian(6)], { times: 1 }, [5]],
    ['guardian-told', [guardian(6)], {}, [6]],
    ['no-guardian', [screened(3)], {}, [3]],
    ['held-to-be-suspect', [screened(3, { outcome: 'suspect' })], { times: 1 }, [3]],
    ['held-to-be-adult', [screened(3, { child: false })], { times: 1 }, [3]],
    ['held-to-be-no-victim', [screened(3, { outcome: 'not-a-victim' })], { times: 1 }, [3]],
    ['never-identified', [screened(3, { outcome: 'unclear' })], {}, [3]],
    ['consent-explained', [consented(4, true)], { times: 1 }, [4]],
    ['consent-unexplained', [consented(4, false)], { times: 1 }, [4]],
    ['offered-soon', [screened(3), offered(32)], { minutes: 29 }, [3, 32]],
    ['waited', [screened(3), offered(33)], { minutes: 30 }, [3, 33]],
    ['waited-in-vain', [screened(3)], { minutes: 997 }, [3]],
    ['offered-on-condition', [offered(5, true)], { times: 1 }, [5]],
    ['asked-after-no', [offered(5), refused(6), offered(7), consented(8, true)], { times: 2 }, [7, 8]],
    ['no-respected', [offered(5), refused(6)], {}, [6]],
    ['received-after', [screened(3), received(50)], { minutes: 47 }, [3, 50]],
    ['never-received', [accepted(6)], {}, [6]],
    ['family-called-unchecked', [risk(4, false), family(5)], { times: 1 }, [5]],
    ['family-called-checked', [risk(4, true), family(5)], { times: 1 }, [5]],
    ['charged', [charged(9)], { times: 1 }, [9]],
  ])('%s', (fact, events, params, evidence, change) => {
    expect(factsOf(events, { change }).get(fact)).toEqual([params, evidence]);
  });
});

describe('a fact that praises does not stand', () => {
  test.each<[fact: string, why: string, events: Event[], change?: Change]>([
    ['asked-alone', 'when others listen', [screened(3, { alone: false, with: 'in-group' })]],
    ['asked-alone', 'without an interpreter for the own language', [screened(3)], speaksForeign],
    ['asked-alone', 'through an interpreter with ties to the case', [screened(3, { interpreter: 'bus-clerk' })]],
    ['told-once', 'when it is not recorded', [account(5, { recorded: false })]],
    ['told-once', 'when it is told twice', [account(5), account(6)]],
    ['told-once', 'when a question blames', [account(5), asked(6, 'blaming')]],
    ['told-once', 'when the interpreter has ties to the case', [account(5, { interpreter: 'bus-clerk' })]],
    ['consent-explained', 'when the explanation was left out', [consented(4, false)]],
    ['offered-soon', 'half an hour later', [screened(3), offered(33)]],
    ['no-respected', 'when the person is asked again', [offered(5), refused(6), consented(8, true)]],
    ['no-respected', 'when the offer had a condition', [offered(5, true), refused(6)]],
    ['received-after', 'before anything was understood', [received(5), screened(6)]],
    ['family-called-checked', 'when only the risk without the family was assessed', [risk(4, false), family(5)]],
  ])('%s %s', (fact, _why, events, change) => {
    expect([...factsOf(events, { change }).keys()]).not.toContain(fact);
  });
});

describe('people with facts', () => {
  const peopleAfter = (events: readonly Event[], change?: Change): string[] => {
    const play = aClass(change);
    return [...new Set(victimEyeOf(playedOf(play, events), {}).map(({ person }) => person))];
  };

  test('are those owed protection in truth, also when the class took them for suspects', () => {
    expect(peopleAfter([screened(3, { outcome: 'suspect' })])).toContain('nyota');
  });

  test('are children too who are no victims, and no adult who is none', () => {
    const heldToo = [happens(4, 'detained', { ...POLICE, person: 'coach', place: 'cells', basis: 'none' })];
    expect(peopleAfter(heldToo)).not.toContain('coach');
    const young: Change = ({ people: { coach } }) => {
      if (coach) coach.age = { real: 15 };
    };
    expect(peopleAfter(heldToo, young)).toContain('coach');
  });
});

test.each(LANGUAGES)('every fact has a sentence in %s, with its count or its time', (language) => {
  const texts = debriefTexts(language);
  const said = (fact: string): string[] =>
    ['', '_one', '_other', '_many'].flatMap((form) => textAt(texts, `victimEye.${fact}${form}`) ?? []);
  const facts = Object.keys(VICTIM_FACTS);
  expect(facts.filter((fact) => said(fact).length === 0)).toEqual([]);
  const timed = [
    'met-after',
    'in-custody',
    'on-the-road',
    'offered-soon',
    'waited',
    'waited-in-vain',
    'received-after',
  ];
  expect(timed.filter((fact) => !said(fact).every((text) => text.includes('{{time}}')))).toEqual([]);
});
