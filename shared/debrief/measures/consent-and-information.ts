/**
 * Measures of information flow: those who need information receive it, and no one else. Too little counts like too
 * much.
 */
import type { Verdict } from '../debrief.ts';
import { hasFault, hasTag, isPersonal } from '../ledger.ts';
import { eventsOf } from '../played.ts';
import { type Measures, measuresOf } from './measure.ts';

const { share, count } = measuresOf('consent-and-information');

export const consentAndInformation: Measures = (played, { ledger, underShared }) => {
  const personal = ledger.filter((line) => isPersonal(played, line));
  const asked = eventsOf(played, 'consent-asked');
  const of = (fault: Verdict): number[] => ledger.filter((line) => hasFault(line, fault)).map(({ seq }) => seq);
  const leaks = ledger.filter((line) => line.verdict === 'over-shared' && hasTag(played, line, 'shelter-location'));
  return [
    share(
      'personal-data-rightly-shared',
      personal.map(({ verdict, seq }) => ({ good: verdict === 'right', seq })),
    ),
    count('over-shared', of('over-shared')),
    count('shared-without-basis', of('no-basis')),
    count('sensitive-in-group-chat', of('wrong-channel')),
    count(
      'shelter-address-leaked',
      leaks.map(({ seq }) => seq),
    ),
    count(
      'under-shared',
      underShared.map(() => undefined),
    ),
    share(
      'consent-explained',
      asked.map(({ explained, seq }) => ({ good: explained, seq })),
    ),
  ];
};
