/**
 * Which desk has earned which fact: an independent oracle, computed from the events and the text of the case, never
 * from the audience of an event or from what the core says a desk learned. The fact-leak proof compares the streams
 * with it.
 *
 * Feed it every event of a log in order (`take`), then ask (`has`). A fact is a word like `item:bus-manifest`,
 * `part:bus-manifest/names`, `person:nyota`, `name:nyota`, `place:coach-flat`, `inject:press-call`.
 */
import type { Event } from '../exercise/events.ts';
import type { EventType } from '../vocabulary/events.ts';
import type { ItemId, PersonId, PlaceId, RoleId, SeatId } from '../exercise/ids.ts';
import { activePaths } from '../scenario/compile-charts.ts';
import type { CompiledScenario } from '../scenario/compiled.ts';
import { derive } from '../scenario/derived.ts';
import type { Effect } from '../scenario/schema/effects.ts';
import { type Earnings, earnings } from './earnings.ts';

export const WHOLE = 'all';

/** The facts in an item: those that come with any part, and those of each part, itself first. */
interface ItemFacts {
  itself: readonly string[];
  parts: ReadonlyMap<string, readonly [part: string, ...told: string[]]>;
}

type Telling = Pick<CompiledScenario['scenario']['items'][string], 'about' | 'names' | 'shows'>;

/** The people that something is about, the names it gives and the places it shows. */
const toldBy = ({ about, names, shows }: Telling): string[] => [
  ...[...about, ...names].map((person) => `person:${person}`),
  ...names.map((person) => `name:${person}`),
  ...shows.map((place) => `place:${place}`),
];

const itemFacts = ({ scenario }: CompiledScenario): ReadonlyMap<ItemId, ItemFacts> =>
  new Map(Object.entries(scenario.items).map(([id, item]) => [id, factsOfItem(id, item)]));

function factsOfItem(id: ItemId, item: CompiledScenario['scenario']['items'][string]): ItemFacts {
  const parts = Object.entries(item.parts ?? { [WHOLE]: { about: [], names: [], shows: [] } });
  return {
    itself: [`item:${id}`, ...toldBy(item)],
    parts: new Map(parts.map(([part, told]) => [part, [`part:${id}/${part}`, ...toldBy(told)]])),
  };
}

/** Something that each of its desks earns with any of the facts that it rests on. */
interface Circle {
  fact: string;
  desks: readonly RoleId[];
  /** Undefined where all its desks earn it at once. */
  restsOn: readonly string[] | undefined;
  /** What comes with it: services that a plan names. */
  with: Set<string>;
}

export class Earned {
  readonly compiled: CompiledScenario;
  /** Desks of the exercise. */
  roles: readonly RoleId[] = [];
  /** True places of people and seats. */
  readonly personAt = new Map<PersonId, PlaceId>();
  readonly seats = new Map<SeatId, { role: RoleId; at: PlaceId | undefined }>();
  readonly interviews = new Map<string, { role: RoleId; script: string }>();
  readonly requests = new Map<string, { by: RoleId; to: string; kind: string }>();
  /** The desk that asked for a consent or opened a referral. */
  readonly asked = new Map<string, RoleId>();
  /** Delayed effects, by timer. */
  readonly waiting = new Map<string, Effect>();
  readonly gone = new Set<ItemId>();
  /** What is told to its desks as they come to know what it rests on: open decisions and plans, and helpers. */
  readonly circles: Circle[] = [];
  readonly #charts = new Map<string, readonly string[]>();
  readonly #facts = new Map<RoleId, Set<string>>();

  readonly #told: ReadonlyMap<ItemId, ItemFacts>;

  constructor(compiled: CompiledScenario) {
    this.compiled = compiled;
    this.#told = derive(compiled, itemFacts);
  }

  /** Adds everything that this event earns any desk, before its audience is judged. */
  take<T extends EventType>(event: Event<T>): void {
    const earn: Earnings[T] = earnings[event.type];
    earn?.(this, event);
    for (const circle of this.circles) this.#admit(circle);
  }

  /** Opens something to its desks, each from the moment when it has one of the facts that it rests on. */
  open(fact: string, desks: readonly RoleId[], restsOn: readonly string[] | undefined): void {
    this.circles.push({ fact, desks, restsOn, with: new Set() });
  }

  /** Adds what comes with something that is open, for the desks that have it now or later. */
  enrich(fact: string, more: string): void {
    for (const circle of this.circles) if (circle.fact === fact) circle.with.add(more);
  }

  #admit({ fact, desks, restsOn, with: more }: Circle): void {
    for (const role of desks)
      if (restsOn === undefined || this.has(role, fact) || restsOn.some((one) => this.has(role, one)))
        this.add(role, fact, ...more);
  }

  has(role: RoleId, fact: string): boolean {
    return this.#facts.get(role)?.has(fact) === true;
  }

  add(role: RoleId | undefined, ...facts: readonly string[]): void {
    if (role === undefined || !this.roles.includes(role)) return;
    let own = this.#facts.get(role);
    if (!own) this.#facts.set(role, (own = new Set()));
    for (const fact of facts) own.add(fact);
  }

  /** Adds an item, or these parts of it, with the people and places that they tell. */
  addItem(role: RoleId | undefined, item: ItemId, parts?: readonly string[]): void {
    const told = this.#told.get(item);
    if (!told || role === undefined) return;
    this.add(role, ...told.itself);
    for (const part of parts ?? told.parts.keys())
      this.add(role, ...(told.parts.get(part) ?? [`part:${item}/${part}`]));
  }

  addPerson(role: RoleId | undefined, person: PersonId, named: boolean): void {
    this.add(role, `person:${person}`);
    if (named) this.add(role, `name:${person}`);
  }

  /** The parts of an item that a desk has to give. */
  partsOf(role: RoleId, item: ItemId): string[] {
    return [...(this.#told.get(item)?.parts ?? [])].flatMap(([part, [fact]]) => (this.has(role, fact) ? [part] : []));
  }

  rolesAt(place: PlaceId): RoleId[] {
    return [...this.seats.values()].filter(({ at }) => at === place).map(({ role }) => role);
  }

  /** Adds effects that tell a desk something. Injects that they fire are events of their own. */
  addEffects(effects: readonly Effect[] | undefined): void {
    for (const { learn, role, after } of effects ?? [])
      if (learn !== undefined && after === undefined) this.addItem(role, learn);
  }

  /** Moves a chart. Returns the states that were active before, whose transitions may have had effects. */
  moveChart(chart: string, value: unknown): readonly string[] {
    const before = this.#charts.get(chart) ?? [];
    this.#charts.set(chart, activePaths(value));
    return before;
  }
}
