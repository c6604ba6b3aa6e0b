/**
 * Measures of work with outside bodies, of witness protection, and of help that continues after the case leaves the
 * desk.
 */
import { eventsOf, type Played } from '../played.ts';
import { type Instance, type Measures, measuresOf } from './measure.ts';

const { share, count, minutes } = measuresOf('cross-border-and-continuity');

export const crossBorderAndContinuity: Measures = (played) => {
  const asked = eventsOf(played, 'request-made').filter(({ to }) => to in played.compiled.law.bodies);
  const measures = eventsOf(played, 'protective-measure-asked');
  const start = eventsOf(played, 'exercise-started')[0]?.at ?? 0;
  const returned = returns(played);
  return [
    share(
      'outside-requests-with-basis',
      asked.map(
        ({ kind, basis, seq }): Instance => ({
          good: played.compiled.law.requests[kind]?.bases.includes(basis) ?? false,
          seq,
        }),
      ),
    ),
    minutes(
      'first-outside-request',
      asked.slice(0, 1).map(({ at, seq }) => ({ ms: at - start, seq })),
    ),
    count(
      'outside-requests-made',
      asked.map(({ seq }) => seq),
    ),
    count(
      'protective-measures-asked',
      measures.map(({ seq }) => seq),
    ),
    share('returns-by-choice', returned),
    count(
      'returns-not-chosen',
      returned.filter(({ good }) => !good).map(({ seq }) => seq),
    ),
    share(
      'help-handed-on',
      eventsOf(played, 'received').map(({ referral, seq }): Instance => {
        const steps = played.end.world.referrals[referral]?.steps ?? [];
        return { good: steps.some(({ state }) => state === 'feedback' || state === 'closed'), seq };
      }),
    ),
  ];
};

/** A return is lawful if the person consented and the risk was assessed before. */
function returns(played: Played): Instance[] {
  return eventsOf(played, 'transport-started')
    .filter(({ service }) => played.compiled.scenario.services[service]?.meets.includes('safe-return'))
    .map(({ person, referral, seq }): Instance => {
      const assessed = eventsOf(played, 'risk-assessed').some((event) => event.person === person && event.seq < seq);
      return { good: assessed && played.end.world.referrals[referral]?.consent !== undefined, seq };
    });
}
