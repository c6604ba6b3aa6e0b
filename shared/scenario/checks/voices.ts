/** People who need protection speak and choose in the case; they are not only looked after. */
import type { Check } from '../case-under-check.ts';
import type { Scenario } from '../schema/scenario.ts';

type Person = Scenario['people'][string];

export const checkVoices: Check = ({ scenario, report }) => {
  const heard = new Set(Object.values(scenario.interviews).map((interview) => interview.with));
  for (const [id, person] of Object.entries(scenario.people)) {
    if (isPresumedVictim(person) && !heard.has(id) && !answers(person))
      report('VICTIM_WITHOUT_VOICE', ['people', id], { person: id }, 'key');
  }
};

const isPresumedVictim = ({ status }: Person): boolean =>
  status === 'presumed-victim' || status === 'victim-and-suspect';

/** True if the person speaks when screened, asked for consent, or offered a service. */
const answers = ({ screening, consents, offers }: Person): boolean =>
  screening !== undefined || Object.keys(consents).length > 0 || offers.length > 0;
