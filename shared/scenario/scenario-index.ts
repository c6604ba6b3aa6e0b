/** Lookup tables of the rules, computed once when the case is compiled. */
import type { CaseMs } from '../time.ts';
import { CHECK, type CompiledChart } from './compile-charts.ts';
import type { Jurisdiction } from './schema/jurisdiction.ts';
import { LEAF_HEADS } from '../vocabulary/conditions.ts';
import type { Power } from '../vocabulary/enums.ts';
import type { Scenario } from './schema/scenario.ts';

type Entry<T> = readonly [id: string, value: T];
type Lists<T> = ReadonlyMap<string, readonly Entry<T>[]>;

export type Duty = Jurisdiction['duties'][string];
export type Holding = Scenario['holdings'][string];
export type FoundItem = Scenario['items'][string];

export interface ScenarioIndex {
  /** Event types that a condition of the case or a duty of its law asks about. An exercise indexes only these. */
  askedEvents: ReadonlySet<string>;
  /** All case times that conditions compare the clock with. */
  clockTimes: readonly CaseMs[];
  /** Statecharts by the events and signals that a state listens to; those with eventless transitions under `CHECK`. */
  chartsByEvent: Lists<CompiledChart>;
  /** Duties by the events about a person that may start or meet them. */
  dutiesByEvent: Lists<Duty>;
  /** Items by the place where a search can find them. */
  itemsByPlace: Lists<FoundItem>;
  /** Holdings of outside bodies, by `holdingKey`. */
  holdings: Lists<Holding>;
  /** Powers by role: those of its agency and those added by the case. */
  powers: ReadonlyMap<string, ReadonlySet<Power>>;
}

export const holdingKey = (body: string, kind: string): string => `${body} ${kind}`;

export function buildIndex(
  scenario: Scenario,
  law: Jurisdiction,
  charts: Readonly<Record<string, CompiledChart>>,
): ScenarioIndex {
  const asked = askedIn(scenario);
  for (const { starts, met } of Object.values(law.duties))
    for (const event of [starts.happened, ...met]) asked.events.add(event);
  return {
    askedEvents: asked.events,
    clockTimes: [...asked.times],
    chartsByEvent: groupEntries(charts, ({ hears }) => hears),
    dutiesByEvent: groupEntries(law.duties, eventsOfDuty),
    itemsByPlace: groupEntries(scenario.items, ({ found }) => (found ? [found.at] : [])),
    holdings: groupEntries(scenario.holdings, ({ body, kind }) => [holdingKey(body, kind)]),
    powers: new Map(
      Object.entries(scenario.roles).map(([id, { desk, powers }]) => [
        id,
        new Set([...(law.agencies[desk]?.powers ?? []), ...powers]),
      ]),
    ),
  };
}

/** A desk that learns of a person later owes the started duties too, except duties that repeat. */
const eventsOfDuty = ({ starts, met, repeats }: Duty): ReadonlySet<string> =>
  new Set([starts.happened, ...met, ...(repeats ? [] : ['person-known'])]);

/** Groups the entries of a record by each of their keys, in the order of the record. */
function groupEntries<T>(record: Readonly<Record<string, T>>, keysOf: (value: T) => Iterable<string>): Lists<T> {
  const lists = new Map<string, Entry<T>[]>();
  for (const entry of Object.entries(record))
    for (const key of keysOf(entry[1])) {
      const list = lists.get(key);
      if (list) list.push(entry);
      else lists.set(key, [entry]);
    }
  return lists;
}

interface Asked {
  events: Set<string>;
  times: Set<CaseMs>;
}

const LEAVES = Object.values(LEAF_HEADS);
const EVENT_KEYS: ReadonlySet<string> = new Set(LEAVES.flatMap(({ counts }) => counts ?? []));
const MOMENT_KEYS: ReadonlySet<string> = new Set(LEAVES.flatMap(({ moments }) => moments ?? []));

/** Collects what conditions ask about, anywhere in the case, by the keys of conditions. */
function askedIn(value: unknown, asked: Asked = { events: new Set(), times: new Set() }): Asked {
  if (typeof value !== 'object' || value === null) return asked;
  for (const [key, inner] of Object.entries(value)) {
    if (EVENT_KEYS.has(key) && typeof inner === 'string') asked.events.add(inner);
    else if (MOMENT_KEYS.has(key) && typeof inner === 'object' && inner !== null) {
      for (const time of Object.values(inner)) if (typeof time === 'number') asked.times.add(time);
    } else askedIn(inner, asked);
  }
  return asked;
}

/** Charts with eventless transitions, which may step whenever a condition changes. */
export const chartsToCheck = ({ chartsByEvent }: ScenarioIndex): readonly Entry<CompiledChart>[] =>
  chartsByEvent.get(CHECK) ?? [];
