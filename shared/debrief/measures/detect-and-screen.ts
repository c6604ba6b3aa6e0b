/**
 * Measures of detection: indicators were recognised, everyone was screened alone, men and children as often as women.
 */
import { eventsOf, groupBy, isChild, type Played, presumedVictims } from '../played.ts';
import { type Instance, type Measures, measuresOf } from './measure.ts';

const { share, minutes } = measuresOf('detect-and-screen');

/** People who should be screened: everyone with an authored screening result, and every presumed victim. */
function peopleToScreen(played: Played): string[] {
  const people = Object.entries(played.compiled.scenario.people);
  const prepared = people.filter(([, { screening, status }]) => screening && status !== 'suspect').map(([id]) => id);
  return [...new Set([...prepared, ...presumedVictims(played)])];
}

export const detectAndScreen: Measures = (played) => {
  const { people } = played.compiled.scenario;
  const tagged = eventsOf(played, 'indicator-tagged');
  const screenings = eventsOf(played, 'screened');
  const alone = (person: string): Instance => {
    const screened = screenings.find((event) => event.person === person && event.alone);
    return { good: screened !== undefined, seq: screened?.seq };
  };
  const planted = Object.entries(people).flatMap(([person, { indicators }]) =>
    indicators.map((indicator): Instance => {
      const seen = tagged.find((event) => event.person === person && event.indicator === indicator);
      return { good: seen !== undefined, seq: seen?.seq };
    }),
  );
  const kept = Object.entries(played.end.world.people).flatMap(([person, { indicators }]) =>
    Object.keys(indicators).map((indicator): Instance => {
      const seq = tagged.findLast((event) => event.person === person && event.indicator === indicator)?.seq;
      return { good: people[person]?.indicators.includes(indicator) ?? false, seq };
    }),
  );
  const classified = Object.entries(played.end.world.people).flatMap(([person, { status }]): Instance[] =>
    status === undefined
      ? []
      : [
          {
            good: status === people[person]?.status,
            seq: screenings.findLast((event) => event.person === person)?.seq,
          },
        ],
  );
  return [
    share('indicators-seen', planted),
    share('indicators-right', kept),
    share('screened-alone', peopleToScreen(played).map(alone)),
    share(
      'groups-screened-alike',
      groups(played, (person) => alone(person).good),
    ),
    share('classified-right', classified),
    minutes('contact-to-screening', waits(played)),
  ];
};

/** Men, women, boys and girls: a group is served if its share of screened people is at least the overall share. */
function groups(played: Played, screened: (person: string) => boolean): Instance[] {
  const byGroup = groupBy(
    peopleToScreen(played),
    (person) => `${played.compiled.scenario.people[person]?.sex}:${isChild(played, person)}`,
  );
  const all = peopleToScreen(played);
  const overall = all.filter(screened).length / Math.max(1, all.length);
  return [...byGroup.values()].map((group) => ({
    good: overall > 0 && group.filter(screened).length / group.length >= overall,
  }));
}

/** Time from the first meeting to the first screening. */
function waits(played: Played): { ms: number; seq: number }[] {
  return peopleToScreen(played).flatMap((person) => {
    const met = eventsOf(played, 'person-met').find((event) => event.person === person);
    const screened = eventsOf(played, 'screened').find((event) => event.person === person);
    return met && screened ? [{ ms: screened.at - met.at, seq: screened.seq }] : [];
  });
}
