/**
 * Who has earned what: an oracle of its own, worked out from what truly happened and from the text of the case, never from the
 * audience of an event nor from what the core says a desk learned. The fact-leak proof holds the streams against it.
 *
 * Feed it every event of a log in order (`take`), then ask (`has`). A fact is a word like `item:bus-manifest`,
 * `part:bus-manifest/names`, `person:nyota`, `name:nyota`, `place:coach-flat`, `inject:press-call`.
 */
import type { Event } from '../exercise/events.ts';
import type { ItemId, PersonId, PlaceId, RoleId, SeatId } from '../exercise/ids.ts';
import { activePaths } from '../scenario/compile-charts.ts';
import type { CompiledScenario } from '../scenario/compiled.ts';
import type { Effect } from '../scenario/schema/effects.ts';
import { earnings } from './earnings.ts';

export const WHOLE = 'all';

export class Earned {
  readonly compiled: CompiledScenario;
  /** Desks of the exercise. */
  roles: readonly RoleId[] = [];
  /** Where the truth has people and seats. */
  readonly personAt = new Map<PersonId, PlaceId>();
  readonly seats = new Map<SeatId, { role: RoleId; at: PlaceId | undefined }>();
  readonly interviews = new Map<string, { role: RoleId; script: string }>();
  readonly requests = new Map<string, { by: RoleId; to: string; kind: string }>();
  /** Who asked for a consent, or opened a referral. */
  readonly asked = new Map<string, RoleId>();
  /** Effects that wait for their time, by timer. */
  readonly waiting = new Map<string, Effect>();
  readonly gone = new Set<ItemId>();
  readonly #charts = new Map<string, readonly string[]>();
  readonly #facts = new Map<RoleId, Set<string>>();

  constructor(compiled: CompiledScenario) {
    this.compiled = compiled;
  }

  /** What this event earns anybody, before it is judged who may see it. */
  take(event: Event): void {
    const earn = earnings[event.type] as ((earned: Earned, event: Event) => void) | undefined;
    earn?.(this, event);
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

  /** An item, or these parts of it; with it the people it is about and the places it shows. */
  addItem(role: RoleId | undefined, item: ItemId, parts?: readonly string[]): void {
    const authored = this.compiled.scenario.items[item];
    if (!authored || role === undefined) return;
    const all = Object.keys(authored.parts ?? { [WHOLE]: true });
    this.add(role, `item:${item}`, ...(parts ?? all).map((part) => `part:${item}/${part}`));
    for (const person of authored.about) this.addPerson(role, person, authored.names.includes(person));
    for (const person of authored.names) this.addPerson(role, person, true);
    for (const place of authored.shows) this.add(role, `place:${place}`);
  }

  addPerson(role: RoleId | undefined, person: PersonId, named: boolean): void {
    this.add(role, `person:${person}`);
    if (named) this.add(role, `name:${person}`);
  }

  /** The parts of an item that a desk has to give. */
  partsOf(role: RoleId, item: ItemId): string[] {
    const all = Object.keys(this.compiled.scenario.items[item]?.parts ?? { [WHOLE]: true });
    return all.filter((part) => this.has(role, `part:${item}/${part}`));
  }

  rolesAt(place: PlaceId): RoleId[] {
    return [...this.seats.values()].filter(({ at }) => at === place).map(({ role }) => role);
  }

  /** Effects that tell a desk something. Injects that they fire are events of their own. */
  addEffects(effects: readonly Effect[] | undefined): void {
    for (const { learn, role, after } of effects ?? [])
      if (learn !== undefined && after === undefined) this.addItem(role, learn);
  }

  /** A chart moves: the states active until now, whose transitions may have done something. */
  moveChart(chart: string, value: unknown): readonly string[] {
    const before = this.#charts.get(chart) ?? [];
    this.#charts.set(chart, activePaths(value));
    return before;
  }
}
