/**
 * The non-punishment detector: somebody was charged or held although the desk that acted had grounds to see a person who is
 * owed protection. A point to talk about, with the facts the desk held; never a mark.
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

/** What the acting desk knew then: indicators tagged, items that show indicators, the person's status as it had been set. */
function factsHeld({ compiled, events }: Played, act: Event<'charge-filed' | 'arrested' | 'detained'>): Facts {
  const facts: Facts = { indicators: [], items: [], evidence: [] };
  const known = events.filter((event) => event.seq < act.seq && mayKnow(desk(act.by), event));
  for (const event of known) {
    if (event.type === 'indicator-tagged' && event.person === act.person) {
      facts.indicators.push(event.indicator);
      facts.evidence.push(event.seq);
    }
    if (event.type === 'item-learned') {
      if (!showsIndicator(compiled, event.item, act.person)) continue;
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

/** An item can be about several people; it speaks for this one where it shows an indicator that this one truly has. */
function showsIndicator({ scenario }: CompiledScenario, item: string, person: string): boolean {
  const { about = [], indicates = [] } = scenario.items[item] ?? {};
  return (
    about.includes(person) && indicates.some((indicator) => scenario.people[person]?.indicators.includes(indicator))
  );
}
