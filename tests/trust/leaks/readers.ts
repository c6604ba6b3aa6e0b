/**
 * Who may read a text, by its command and by the desks of the case: an independent table that uses neither audiences
 * nor cards.
 */
import type { AnyCommand } from '../../../shared/vocabulary/commands.ts';
import type { World } from '../../../shared/exercise/world.ts';
import type { CompiledScenario } from '../../../shared/scenario/compiled.ts';

/** Reading desks besides the writer's own. `world` is the truth just after the command. */
export function othersWhoRead(body: AnyCommand, { scenario }: CompiledScenario, world: World): readonly string[] {
  switch (body.type) {
    case 'share-item':
    case 'make-request':
      return [body.to];
    case 'send-message':
    case 'whisper':
      return body.to.map((to) => world.seats[to]?.role ?? to);
    case 'speak-for': {
      const { place } = world.people[body.person] ?? {};
      return Object.values(world.seats).flatMap(({ at, role }) => (at === place ? [role] : []));
    }
    case 'answer-request':
      return [world.requests[body.request]?.by ?? ''];
    case 'call-conference':
      return body.with;
    case 'make-statement':
    case 'propose-action':
    case 'dissent-action': {
      const conference = world.conferences[body.conference];
      return conference ? [conference.by, ...conference.with] : [];
    }
    case 'propose-decision':
    case 'dissent-decision': {
      const decision = scenario.decisions[body.decision];
      return decision ? [...decision.propose, ...decision.agree] : [];
    }
    case 'set-plan-section': {
      const operation = scenario.operations[body.operation];
      return operation ? [...operation.lead, ...operation['need-to-know']] : [];
    }
    case 'give-feedback': {
      const referral = world.referrals[body.referral];
      const runner = scenario.services[referral?.service ?? '']?.['run-by'];
      const screeners = (world.people[referral?.person ?? '']?.screenings ?? []).map(({ by }) => by);
      return [referral?.by ?? '', runner ?? '', ...screeners];
    }
    case 'pause':
      return world.roles;
    default:
      return [];
  }
}
