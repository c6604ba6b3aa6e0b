/**
 * Compares the charging table with the truth: right offence, right proof, no charge against a person who is owed
 * protection.
 */
import { eventsOf, isChild, type Played, presumedVictims } from '../played.ts';
import { type Instance, type Measures, measuresOf } from './measure.ts';

const { share, count } = measuresOf('law-and-charging');

export const lawAndCharging: Measures = (played) => {
  const { charges } = played.compiled.scenario;
  const filed = eventsOf(played, 'charge-filed');
  const decided = eventsOf(played, 'charge-filed', 'no-charge-decided').filter(
    ({ person }) => presumedVictims(played).includes(person) || person in charges,
  );
  const victims = filed.filter(
    ({ person }) => presumedVictims(played).includes(person) && charges[person]?.acceptable.length !== undefined,
  );
  const penalised = victims.filter(({ person, offence }) => !charges[person]?.acceptable.includes(offence));
  return [
    share(
      'offence-right',
      filed.map(({ person, offence, seq }) => ({ good: charges[person]?.acceptable.includes(offence) ?? false, seq })),
    ),
    count(
      'charges-filed',
      filed.map(({ seq }) => seq),
    ),
    count(
      'no-charge-decisions',
      eventsOf(played, 'no-charge-decided').map(({ seq }) => seq),
    ),
    share('proof-fits-element', proofs(played)),
    share(
      'non-punishment-checked',
      decided.map(({ nonPunishment, seq }) => ({ good: nonPunishment !== 'not-checked', seq })),
    ),
    share(
      'non-punishment-right',
      decided
        .filter(({ nonPunishment }) => nonPunishment !== 'not-checked')
        .map(({ person, nonPunishment, seq }) => ({
          good: (nonPunishment === 'checked-applies') === (charges[person]?.['non-punishment'] ?? false),
          seq,
        })),
    ),
    count(
      'victims-charged',
      penalised.map(({ seq }) => seq),
    ),
    share(
      'remedies-asked',
      filed.map(({ remedies, seq }) => ({ good: remedies.length > 0, seq })),
    ),
    share('child-rule-used', childRule(played)),
  ];
};

/** Items cited for act, means or purpose in the last version of a charge: each proves its element, or not. */
function proofs(played: Played): Instance[] {
  const { items } = played.compiled.scenario;
  const last = new Map(eventsOf(played, 'charge-set').map((event) => [event.charge, event]));
  return [...last.values()].flatMap((event) => {
    const claims = [
      ...event.act.map((item) => ['act', item] as const),
      ...event.means.map((item) => ['means', item] as const),
      ...event.purposeItems.map((item) => ['purpose', item] as const),
    ];
    return claims.map(([element, item]): Instance => {
      const proves = items[item]?.supports[event.person] ?? [];
      return { good: proves.some((one) => one.startsWith(`${element}.`)), seq: event.seq };
    });
  });
}

/** Offences with a rule for children and at least one child among the victims: the rule was used, or not. */
function childRule(played: Played): Instance[] {
  if (!presumedVictims(played).some((person) => isChild(played, person))) return [];
  return eventsOf(played, 'charge-filed')
    .filter(({ offence }) => played.compiled.law.offences[offence]?.['child-rule'] === true)
    .map(({ child, seq }) => ({ good: child, seq }));
}
