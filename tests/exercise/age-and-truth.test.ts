/** Who is a child and who is to be protected in truth, independent of what the desks believe. */
import { describe, expect, it } from 'vitest';
import { personInTruth } from '../../shared/exercise/person-in-truth.ts';
import { aClass } from '../support/a-class.ts';
import { aScenario, type ScenarioDraft } from '../support/a-scenario.ts';

type PersonDraft = ScenarioDraft['people'][string];

const nyotaIs =
  (fields: Partial<PersonDraft>) =>
  (draft: ScenarioDraft): void => {
    const nyota = draft.people['nyota'];
    if (nyota) Object.assign(nyota, fields);
  };
const truthOf = (fields: Partial<PersonDraft>) => personInTruth(aScenario(nyotaIs(fields)), 'nyota');

describe('in truth', () => {
  it.each([
    ['seventeen is a child', { real: 17 }, true],
    ['eighteen is no child', { real: 18 }, false],
    ['eighteen in doubt is a child', { real: 18, doubt: true }, true],
  ])('a person of %s', (_what, age, isChild) => {
    expect(truthOf({ age })?.isChild).toBe(isChild);
  });

  it.each([
    ['presumed-victim', true],
    ['victim-and-suspect', true],
    ['unclear', true],
    ['suspect', false],
    ['witness', false],
  ] as const)('a person whose status is %s is to be protected: %s', (status, isPresumedVictim) => {
    expect(truthOf({ status })?.isPresumedVictim).toBe(isPresumedVictim);
  });
});

it.each([
  [17, true],
  [18, false],
])('the account of a person of %i is judged as that of a child: %s', (real, child) => {
  const play = aClass(nyotaIs({ age: { real } }));
  play.desk('police').does('travel', { place: 'bus-park' });
  play.passes('20m');
  play.desk('police').does('plan-interview', { person: 'nyota', kind: 'account', place: 'bus-park', recorded: true });
  play.desk('police').does('begin-account', { interview: 'police-interview-1' });
  expect(play.events('account-judged')).toMatchObject([{ child }]);
});
