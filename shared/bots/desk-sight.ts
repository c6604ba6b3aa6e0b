/**
 * All that a bot sees: its desk's world, and of the case what that desk may read. This is the wall between a bot and the
 * case: the personas import this class and never the compiled scenario. Everything about a thing goes through the check of
 * its card (`shared/cards`) first; powers and the law are public.
 *
 * Beyond the cards it offers what somebody trained reads out of a thing in hand: who needs it, what it proves, which basis
 * takes it. It is given only with the thing itself.
 */
import { mayRead } from '../cards/may-read.ts';
import type { Viewer } from '../exercise/audience.ts';
import type { RoleId, SeatId } from '../exercise/ids.ts';
import { powersOf } from '../exercise/powers.ts';
import type { World } from '../exercise/world.ts';
import type { CompiledScenario } from '../scenario/compiled.ts';
import type { Element } from '../scenario/schema/basics.ts';
import type { HappenedField } from '../scenario/schema/conditions.ts';
import type { Jurisdiction, Power } from '../scenario/schema/jurisdiction.ts';
import type { CaseMs } from '../time.ts';
import { type CaseIndex, indexOf, type ItemLore, type Lead } from './case-index.ts';
import { type Fields, type Leaf, speaksOf } from './hints.ts';
import { type Phrase, phrase } from './phrases.ts';

export interface SightOptions {
  role: RoleId;
  seat: SeatId;
  /** Told the id of each card that anything was read from. */
  onRead?: ((card: string, world: World) => void) | undefined;
}

type Scenario = CompiledScenario['scenario'];
export type HelperKind = Scenario['helpers'][string]['kind'];
export interface Sign {
  indicator: string;
  item: string;
}
export interface Evidence {
  item: string;
  elements: readonly Element[];
  /** Whose word it is, where it is somebody's. */
  source: string | undefined;
}

/** Things of one kind that were seen, in the order in which they came into sight. */
interface Seen {
  of: unknown;
  ids: string[];
  set: Set<string>;
}

export class DeskSight {
  readonly role: RoleId;
  readonly seat: SeatId;
  readonly powers: ReadonlySet<Power>;
  readonly law: Jurisdiction;
  /** The view, and the time; set by `look`. */
  world: World;
  now: CaseMs = 0;
  readonly #compiled: CompiledScenario;
  readonly #index: CaseIndex;
  readonly #leads: readonly Lead[];
  readonly #viewer: Viewer;
  readonly #onRead: SightOptions['onRead'];
  #signs: { items: number; people: number; by: Map<string, Sign[]> } = { items: 0, people: 0, by: new Map() };
  #evidence: { items: number; people: number; by: Map<string, Evidence[]> } = { items: 0, people: 0, by: new Map() };
  readonly #shared = { count: 0, parts: new Map<string, Set<string>>() };
  #seated: { of: World['seats']; ids: RoleId[] } | undefined;
  readonly #lists = new Map<string, Seen>();

  constructor(compiled: CompiledScenario, world: World, { role, seat, onRead }: SightOptions) {
    this.role = role;
    this.seat = seat;
    this.powers = powersOf(compiled, role);
    this.law = compiled.law;
    this.world = world;
    this.#compiled = compiled;
    this.#index = indexOf(compiled);
    this.#viewer = { role, seat };
    this.#onRead = onRead;
    const agency = this.agencyOf(role);
    this.#leads = this.#index.leads.filter(({ from }) => from === undefined || from.includes(agency));
  }

  /** A sentence in the case's language, for a field in which a person would write. */
  say(name: Phrase): string {
    return phrase(this.#compiled.scenario.language, name);
  }

  look(world: World, now: CaseMs): void {
    this.world = world;
    this.now = now;
  }

  can(...anyOf: Power[]): boolean {
    return anyOf.some((power) => this.powers.has(power));
  }

  /** The check of the cards. */
  sees(card: string): boolean {
    if (!mayRead(this.world, this.#viewer, this.#compiled, card)) return false;
    this.#onRead?.(card, this.world);
    return true;
  }

  /**
   * The things of one kind that this desk may read, by the check of their cards. Nothing that was seen is ever unseen (a view
   * only grows), so each thing is checked until it is seen and no more; `of` is the part of the world it hangs on.
   */
  #seen(kind: string, of: unknown, ids: () => readonly string[]): Seen {
    let seen = this.#lists.get(kind);
    if (!seen) this.#lists.set(kind, (seen = { of: undefined, ids: [], set: new Set() }));
    if (seen.of === of) return seen;
    seen.of = of;
    for (const id of ids())
      if (!seen.set.has(id) && this.sees(`${kind}:${id}`)) {
        seen.set.add(id);
        seen.ids.push(id);
      }
    return seen;
  }

  // --- the desk itself and the others

  get brief(): readonly string[] {
    return this.sees(`role:${this.role}`) ? (this.#index.placesIn.roles[this.role] ?? []) : [];
  }

  /** Where this desk starts, and comes back to. */
  get office(): string | undefined {
    return this.sees(`role:${this.role}`) ? this.#compiled.scenario.roles[this.role]?.at : undefined;
  }

  /** The other desks that have somebody, in the order of the case. */
  get desks(): readonly RoleId[] {
    if (this.#seated?.of !== this.world.seats) this.#seated = { of: this.world.seats, ids: this.#othersSeated() };
    return this.#seated.ids;
  }

  #othersSeated(): RoleId[] {
    const seated = new Set(Object.values(this.world.seats).flatMap((seat) => (seat.freed ? [] : [seat.role])));
    seated.delete(this.role);
    return Object.keys(this.#compiled.scenario.roles).filter((id) => seated.has(id) && this.sees(`role:${id}`));
  }

  /** Titles and powers of desks are public. */
  powersOf(desk: RoleId): ReadonlySet<Power> {
    return powersOf(this.#compiled, desk);
  }

  agencyOf(desk: RoleId): string {
    return this.#compiled.scenario.roles[desk]?.desk ?? '';
  }

  // --- places

  get place(): string | undefined {
    const seat = this.world.seats[this.seat];
    return seat?.busy?.doing === 'travel' ? undefined : seat?.at;
  }

  get busyUntil(): CaseMs | undefined {
    return this.world.seats[this.seat]?.busy?.due;
  }

  get places(): readonly string[] {
    return this.#allPlaces().ids;
  }

  knowsPlace(id: string): boolean {
    return this.#allPlaces().set.has(id);
  }

  #allPlaces(): Seen {
    return this.#seen('place', this.world.places, () => Object.keys(this.#compiled.scenario.places));
  }

  isCustody(place: string): boolean {
    return this.#placeOf(place)?.custody === true;
  }

  opens(place: string): string | undefined {
    return this.#placeOf(place)?.open;
  }

  #placeOf(place: string): Scenario['places'][string] | undefined {
    return this.knowsPlace(place) ? this.#compiled.scenario.places[place] : undefined;
  }

  /** How long the way takes, between two places on this desk's map. */
  way(from: string, to: string): CaseMs | undefined {
    return this.knowsPlace(from) && this.knowsPlace(to) ? this.#compiled.ways[from]?.[to] : undefined;
  }

  // --- items

  get items(): readonly string[] {
    return this.#allItems().ids;
  }

  knowsItem(id: string): boolean {
    return this.#allItems().set.has(id);
  }

  #allItems(): Seen {
    return this.#seen('item', this.world.items, () => Object.keys(this.world.items));
  }

  /** What is known of an item, and what somebody trained reads out of it. */
  lore(item: string): ItemLore | undefined {
    return this.knowsItem(item) ? this.#index.items[item] : undefined;
  }

  knownParts(item: string): readonly string[] {
    return this.world.items[item]?.known[this.role]?.parts ?? [];
  }

  /** Parts of an item that have passed between this desk and another, either way. */
  passed(item: string, desk: RoleId): ReadonlySet<string> {
    const { shares } = this.world;
    // Shares are only ever added.
    for (; this.#shared.count < shares.length; this.#shared.count += 1)
      notePassed(this.#shared.parts, shares[this.#shared.count]);
    return this.#shared.parts.get(`${item}>${desk}`) ?? NOTHING;
  }

  analysisOf(item: string): { needs: Power; takes: CaseMs } | undefined {
    return this.knowsItem(item) ? this.#compiled.scenario.items[item]?.analysis : undefined;
  }

  sourceOf(item: string): string | undefined {
    const source = this.knowsItem(item) ? this.#compiled.scenario.items[item]?.source : undefined;
    return source !== undefined && this.knowsPerson(source) ? source : undefined;
  }

  aboutOf(item: string): readonly string[] {
    const about = this.knowsItem(item) ? (this.#compiled.scenario.items[item]?.about ?? []) : [];
    return about.filter((person) => this.knowsPerson(person));
  }

  indicatorsIn(item: string): readonly string[] {
    return this.knowsItem(item) ? (this.#compiled.scenario.items[item]?.indicates ?? []) : [];
  }

  /** Indicators that can be read off this desk's papers about a person, with the paper. */
  signsOnPaper(person: string): readonly Sign[] {
    const [items, people] = [this.items.length, this.people.length];
    if (this.#signs.items !== items || this.#signs.people !== people)
      this.#signs = { items, people, by: this.#allSigns() };
    return this.#signs.by.get(person) ?? [];
  }

  #allSigns(): Map<string, Sign[]> {
    const by = new Map<string, Sign[]>();
    for (const item of this.items)
      for (const person of new Set([...this.aboutOf(item), ...[this.sourceOf(item) ?? []].flat()]))
        for (const indicator of this.indicatorsIn(item)) {
          const signs = by.get(person) ?? [];
          signs.push({ indicator, item });
          by.set(person, signs);
        }
    return by;
  }

  /** What this desk holds against a person. */
  evidenceAgainst(person: string): readonly Evidence[] {
    const [items, people] = [this.items.length, this.people.length];
    if (this.#evidence.items !== items || this.#evidence.people !== people)
      this.#evidence = { items, people, by: this.#allEvidence() };
    return this.#evidence.by.get(person) ?? [];
  }

  #allEvidence(): Map<string, Evidence[]> {
    const by = new Map<string, Evidence[]>();
    for (const item of this.items)
      for (const { person, elements } of this.#index.items[item]?.proves ?? []) {
        if (!this.knowsPerson(person)) continue;
        const held = by.get(person) ?? [];
        held.push({ item, elements, source: this.sourceOf(item) });
        by.set(person, held);
      }
    return by;
  }

  // --- people

  get people(): readonly string[] {
    return this.#allPeople().ids;
  }

  knowsPerson(id: string): boolean {
    return this.#allPeople().set.has(id);
  }

  #allPeople(): Seen {
    return this.#seen('person', this.world.people, () => Object.keys(this.world.people));
  }

  /** By looks and by what was said of the age: somebody under eighteen, or perhaps. */
  looksLikeChild(person: string): boolean {
    const age = this.#personOf(person)?.age;
    return age !== undefined && ((age.claimed ?? age.real) < 18 || age.doubt);
  }

  sexOf(person: string): 'female' | 'male' | undefined {
    return this.#personOf(person)?.sex;
  }

  ageOf(person: string): number | undefined {
    const age = this.#personOf(person)?.age;
    return age && (age.claimed ?? age.real);
  }

  /** The signs that somebody trained sees face to face; nothing of a person who is elsewhere. */
  signs(person: string): readonly string[] {
    return this.isHere(person) ? (this.#personOf(person)?.indicators ?? []) : [];
  }

  /** What somebody trained sees that a person needs, face to face. */
  needs(person: string): Scenario['people'][string]['needs'] {
    return this.isHere(person) ? (this.#personOf(person)?.needs ?? []) : [];
  }

  /** A language that not everybody here speaks, as heard face to face. */
  foreignLanguage(person: string): string | undefined {
    const language = this.#personOf(person)?.language;
    return this.isHere(person) && language !== this.#index.commonLanguage ? language : undefined;
  }

  isHere(person: string): boolean {
    return this.place !== undefined && this.world.people[person]?.place === this.place;
  }

  #personOf(person: string): Scenario['people'][string] | undefined {
    return this.knowsPerson(person) ? this.#compiled.scenario.people[person] : undefined;
  }

  helpers(kind: HelperKind): readonly string[] {
    const all = this.#seen('helper', 'always', () => Object.keys(this.#compiled.scenario.helpers));
    return all.ids.filter((id) => this.#compiled.scenario.helpers[id]?.kind === kind);
  }

  /** Languages, the way of helping, and what vetting by this desk found. */
  helper(id: string): { languages: readonly string[]; by: string; vetted: 'clear' | 'conflict' | undefined } {
    const helper = this.#compiled.scenario.helpers[id];
    const vetted = Object.values(this.world.interviews).find(
      (interview) => interview.interpreter === id && interview.vetting?.result !== undefined,
    );
    return { languages: helper?.languages ?? [], by: helper?.by ?? '', vetted: vetted?.vetting?.result };
  }

  // --- services

  get services(): readonly string[] {
    return this.#allServices().ids;
  }

  #allServices(): Seen {
    return this.#seen('service', 'always', () => Object.keys(this.#compiled.scenario.services));
  }

  service(id: string): Scenario['services'][string] | undefined {
    return this.#allServices().set.has(id) ? this.#compiled.scenario.services[id] : undefined;
  }

  runs(service: string | undefined): boolean {
    return service !== undefined && this.service(service)?.['run-by'] === this.role;
  }

  // --- what comes up in play

  decision(id: string): Scenario['decisions'][string] | undefined {
    return this.sees(`decision:${id}`) ? this.#compiled.scenario.decisions[id] : undefined;
  }

  operation(id: string): Scenario['operations'][string] | undefined {
    return this.sees(`operation:${id}`) ? this.#compiled.scenario.operations[id] : undefined;
  }

  placesInOperation(id: string): readonly string[] {
    return this.sees(`operation:${id}`) ? (this.#index.placesIn.operations[id] ?? []) : [];
  }

  get injects(): readonly string[] {
    return this.#allInjects().ids;
  }

  #allInjects(): Seen {
    return this.#seen('inject', this.world.injects, () => Object.keys(this.world.injects));
  }

  placesInInject(id: string): readonly string[] {
    return this.#allInjects().set.has(id) ? (this.#index.placesIn.injects[id] ?? []) : [];
  }

  /** What somebody trained would do about an inject, where it asks this desk. */
  expected(inject: string): { leaves: readonly Leaf[]; due: CaseMs } | undefined {
    const expects = this.#allInjects().set.has(inject) ? this.#compiled.scenario.injects[inject]?.expects : undefined;
    if (!expects?.who.includes(this.role)) return undefined;
    const firedAt = this.world.injects[inject]?.firedAt ?? this.now;
    return { leaves: this.#index.hints.expected[inject] ?? [], due: firedAt + expects.within };
  }

  questionType(address: string): string | undefined {
    if (!this.sees(`question:${address}`)) return undefined;
    const [script = '', topic = '', question = ''] = address.split('.');
    return this.#compiled.scenario.interviews[script]?.topics[topic]?.questions[question]?.type;
  }

  // --- the yardstick

  /** Whether a step that this desk can take is one that the case asks for, judged by a field that decides. */
  wants(verb: string, fields: Fields, decisive: HappenedField): boolean {
    return (this.#index.hints.wanted.get(verb) ?? []).some((leaf) => speaksOf(leaf, this.role, fields, decisive));
  }

  shuns(verb: string, fields: Fields, decisive: HappenedField): boolean {
    return (this.#index.hints.shunned.get(verb) ?? []).some((leaf) => speaksOf(leaf, this.role, fields, decisive));
  }

  /** What of an option can be told beforehand to hurt or to help people: the sum of trust less the sum of stress. */
  kindness(decision: string, option: string): number {
    const does = this.decision(decision)?.options[option]?.does ?? [];
    const sum = (record: Readonly<Record<string, number>> | undefined) =>
      Object.values(record ?? {}).reduce((total, value) => total + value, 0);
    return does.reduce((total, { trust, stress }) => total + sum(trust) - sum(stress), 0);
  }

  /** Which outside bodies could know more of a person, place or item that this desk knows, and on which basis. */
  leads(): readonly Lead[] {
    return this.#leads.filter(
      ({ person, place, item }) =>
        (person === undefined || this.knowsPerson(person)) &&
        (place === undefined || this.knowsPlace(place)) &&
        (item === undefined || this.knowsItem(item)),
    );
  }
}

const NOTHING: ReadonlySet<string> = new Set();

function notePassed(passed: Map<string, Set<string>>, share: World['shares'][number] | undefined): void {
  if (!share) return;
  for (const desk of [share.to, share.by]) {
    const key = `${share.item}>${desk}`;
    const before = passed.get(key) ?? new Set();
    for (const part of share.parts) before.add(part);
    passed.set(key, before);
  }
}
