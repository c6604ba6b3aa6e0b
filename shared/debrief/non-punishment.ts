/**
 * The non-punishment detector: a desk charged or held a person although it had grounds to see that the person is owed
 * protection. A point for discussion, with the facts the desk knew; never a mark.
 */
import { desk, mayKnow } from '../access/audience.ts';
import type { Event } from '../exercise/events.ts';
import type { CompiledScenario } from '../scenario/compiled.ts';
import type { NonPunishmentPoint } from './debrief.ts';
import { eventsOf, isVictim, type Played } from './played.ts';

export function nonPunishmentPoints(played: Played): NonPunishmentPoint[] {
  return eventsOf(played, 'charge-filed', 'arrested', 'detained').flatMap((event): NonPunishmentPoint[] => {
    const facts = factsHeld(played, event);
    if (facts.evidence.length === 0) return [];
    return [{ at: event.at, seq: event.seq, person: event.person, by: event.by, what: event.type, ...facts }];
  });
}

type Facts = Pick<NonPunishmentPoint, 'indicators' | 'items' | 'status' | 'evidence'>;

/** The facts that the acting desk knew: tagged indicators, items that show indicators, the person's recorded status. */
function factsHeld(played: Played, act: Event<'charge-filed' | 'arrested' | 'detained'>): Facts {
  const facts: Facts = { indicators: [], items: [], evidence: [] };
  const known = eventsOf(played, 'indicator-tagged', 'item-learned', 'screened', 'status-set').filter(
    (event) => event.seq < act.seq && mayKnow(desk(act.by), event),
  );
  for (const event of known) {
    if (event.type === 'indicator-tagged' && event.person === act.person) {
      facts.indicators.push(event.indicator);
      facts.evidence.push(event.seq);
    }
    if (event.type === 'item-learned') {
      if (!showsIndicator(played.compiled, event.item, act.person)) continue;
      facts.items.push(event.item);
      facts.evidence.push(event.seq);
    }
    if ((event.type === 'screened' || event.type === 'status-set') && event.person === act.person) {
      const status = event.type === 'screened' ? event.outcome : event.status;
      if (!isVictim(status)) continue;
      facts.status = status;
      facts.evidence.push(event.seq);
    }
  }
  return { ...facts, indicators: [...new Set(facts.indicators)], items: [...new Set(facts.items)] };
}

/**
 * An item can concern several people; it counts for this person if it shows an indicator that this person truly has.
 */
function showsIndicator({ scenario }: CompiledScenario, item: string, person: string): boolean {
  const { about = [], indicates = [] } = scenario.items[item] ?? {};
  return (
    about.includes(person) && indicates.some((indicator) => scenario.people[person]?.indicators.includes(indicator))
  );
}
