/** Must tasks that require people to be received have a bed for each of them: room, sex and age. */
import type { CaseUnderCheck, Check } from '../case-under-check.ts';
import type { Condition } from '../../vocabulary/conditions.ts';
import type { Scenario } from '../schema/scenario.ts';
import { effectsOf } from '../visit.ts';

type Person = Scenario['people'][string];
type Service = Scenario['services'][string];

export const checkCapacity: Check = (subject) => {
  for (const [id, task] of Object.entries(subject.scenario.rubric)) {
    if (task.weight !== 'must') continue;
    const asked = receptions(task.do);
    if (!asked || asked.places.length < 1) continue;
    const placed = maxPlaced(subject, asked.places);
    if (placed >= asked.enough) continue;
    const params = { task: id, needed: asked.enough, room: placed };
    const services = Object.keys(subject.scenario.services);
    const related = services.length === 0 ? [['services']] : services.map((service) => ['services', service, 'room']);
    subject.report('SERVICES_TOO_SMALL', ['rubric', id, 'do'], params, 'key', related);
  }
};

/** True if a service takes a person of this sex and real or claimed age. */
export function acceptsPerson({ accepts }: Service, { sex, age }: Person): boolean {
  const { real, claimed = real } = age;
  return (
    accepts.sex.includes(sex) &&
    [real, claimed].some((each) => each >= accepts['age-from'] && each <= accepts['age-to'])
  );
}

/** Room at the start plus all that the story may add. */
export function maxRoom(scenario: Scenario, id: string): number {
  const added = effectsOf(scenario).map(({ value }) => Math.max(0, value.room?.[id] ?? 0));
  return added.reduce((sum, each) => sum + each, scenario.services[id]?.room ?? 0);
}

interface Reception {
  person: string;
  /** Undefined if any service is enough. */
  service: string | undefined;
}

/**
 * The people whom a condition wants received, and how many of them; undefined if it asks for anything else or leaves a
 * choice.
 */
function receptions(condition: Condition): { places: Reception[]; enough: number } | undefined {
  const own = reception(condition);
  if (own) return { places: [own], enough: 1 };
  const list = condition.all ?? condition.of;
  if (!list) return undefined;
  const places = list.flatMap((each) => reception(each) ?? []);
  const enough = condition.all
    ? places.length
    : Math.max(0, (condition['at-least'] ?? 1) - (list.length - places.length));
  return { places, enough };
}

function reception(condition: Condition): Reception | undefined {
  const { person } = condition;
  if (person === undefined) return undefined;
  const isReceived =
    condition.happened === 'received' || condition.referral === 'received' || condition.referral === 'feedback';
  const { service } = condition;
  return isReceived ? { person, service: typeof service === 'string' ? service : undefined } : undefined;
}

/** How many of them can have a bed at the same time: the maximum matching of people and beds. */
function maxPlaced({ scenario }: CaseUnderCheck, wanted: readonly Reception[]): number {
  const inside = new Map<string, number[]>();
  const fits = ({ person, service }: Reception): string[] => {
    const who = scenario.people[person];
    if (!who) return Object.keys(scenario.services);
    return Object.entries(scenario.services)
      .filter(([id, each]) => (service === undefined || service === id) && acceptsPerson(each, who))
      .map(([id]) => id);
  };
  const place = (index: number, tried: Set<string>): boolean => {
    const reception = wanted[index];
    for (const service of reception ? fits(reception) : []) {
      if (tried.has(service)) continue;
      tried.add(service);
      const guests = inside.get(service) ?? [];
      inside.set(service, guests);
      if (guests.length < maxRoom(scenario, service)) {
        guests.push(index);
        return true;
      }
      // A guest moves to another service to make room.
      const mover = guests.findIndex((guest) => place(guest, tried));
      if (mover >= 0) {
        guests[mover] = index;
        return true;
      }
    }
    return false;
  };
  return wanted.filter((_, index) => place(index, new Set())).length;
}
