/** Measures of safety: risks are assessed before acting and again after a change; harm that acts of desks caused. */
import { HOUR } from '../../time.ts';
import { eventsOf, type Played, rolesOf } from '../played.ts';
import { type Instance, type Measures, measuresOf } from './measure.ts';

const { share, count, minutes } = measuresOf('safety-first');

export const safetyFirst: Measures = (played, { redLines }) => {
  const assessed = eventsOf(played, 'risk-assessed');
  // The case moves people too; only acts of desks can be preceded by an assessment.
  const risky = eventsOf(played, 'person-moved', 'family-contacted', 'account-begun', 'transport-started')
    .filter(({ by }) => rolesOf(played).includes(by))
    .filter(isOwed(played));
  const beforeActing = risky.map((act): Instance => {
    const first = assessed.find((event) => event.person === act.person && event.seq < act.seq);
    return { good: first !== undefined, seq: first?.seq ?? act.seq };
  });
  const reopened = eventsOf(played, 'risk-triggered').map((trigger): Instance & { ms: number } => {
    const again = assessed.find((event) => event.person === trigger.person && event.seq > trigger.seq);
    const ms = again ? again.at - trigger.at : Number.POSITIVE_INFINITY;
    return { good: ms <= HOUR, seq: again?.seq ?? trigger.seq, ms };
  });
  const levels = Object.entries(played.end.world.people).flatMap(([person, { risk }]): Instance[] => {
    const real = played.compiled.scenario.people[person]?.['risk-level'];
    if (!risk || real === undefined) return [];
    return [{ good: risk.level === real, seq: assessed.findLast((event) => event.person === person)?.seq }];
  });
  return [
    share('risk-before-acting', beforeActing),
    share('risk-looked-at-again', reopened),
    share('risk-level-right', levels),
    count(
      'risks-assessed',
      assessed.map(({ seq }) => seq),
    ),
    count('family-called-too-early', earlyFamilyContacts(played)),
    count(
      'harm-done',
      redLines.filter(({ caps }) => caps.includes('safety-first')).map(({ evidence }) => evidence[0]),
    ),
    minutes(
      'trigger-to-new-risk',
      reopened.filter(({ ms }) => Number.isFinite(ms)),
    ),
  ];
};

/** Risk assessments are owed to people who are not suspects. */
const isOwed =
  ({ compiled }: Played) =>
  ({ person }: { person: string }): boolean =>
    compiled.scenario.people[person]?.status !== 'suspect';

/** Families that were contacted before any assessment of the danger from the family. */
function earlyFamilyContacts(played: Played): number[] {
  return eventsOf(played, 'family-contacted')
    .filter(
      (call) =>
        !eventsOf(played, 'risk-assessed').some((event) => event.person === call.person && event.seq < call.seq),
    )
    .map(({ seq }) => seq);
}
