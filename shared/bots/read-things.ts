/**
 * Facts derived from the things in sight: items, people, places, services. A fact is given only with the thing itself.
 */
import type { RoleId } from '../exercise/ids.ts';
import type { World } from '../exercise/world.ts';
import type { Element, Power } from '../vocabulary/enums.ts';
import type { CaseMs } from '../time.ts';
import { factsOf, type ItemFacts } from '../scenario/item-facts.ts';
import type { ItemLore } from './case-index.ts';
import { type Scenario, SeenThings } from './seen-things.ts';

export type HelperKind = Scenario['helpers'][string]['kind'];
export interface Sign {
  indicator: string;
  item: string;
}
export interface Evidence {
  item: string;
  elements: readonly Element[];
  /** The person who made the statement, if the item is a statement. */
  source: string | undefined;
}

/** A value computed from all items and people in sight; valid until another one comes into sight. */
interface Cached<T> {
  items: number;
  people: number;
  by: Map<string, T[]>;
}

export class ReadThings extends SeenThings {
  #signs: Cached<Sign> = { items: 0, people: 0, by: new Map() };
  #evidence: Cached<Evidence> = { items: 0, people: 0, by: new Map() };
  readonly #shared: { count: number; parts: SharedParts } = { count: 0, parts: new Map() };

  isCustody(place: string): boolean {
    return this.#placeOf(place)?.custody === true;
  }

  opens(place: string): string | undefined {
    return this.#placeOf(place)?.open;
  }

  #placeOf(place: string): Scenario['places'][string] | undefined {
    return this.knowsPlace(place) ? this.compiled.scenario.places[place] : undefined;
  }

  /** Travel time between two places on this desk's map. */
  travelTime(from: string, to: string): CaseMs | undefined {
    return this.knowsPlace(from) && this.knowsPlace(to) ? this.compiled.ways[from]?.[to] : undefined;
  }

  /** What is known of an item, and what a trained person reads from it. */
  lore(item: string): ItemLore | undefined {
    return this.knowsItem(item) ? this.index.items[item] : undefined;
  }

  knownParts(item: string): readonly string[] {
    return this.world.items[item]?.known[this.role]?.parts ?? [];
  }

  /** Parts of an item that this desk and another have shared, in either direction. */
  sharedParts(item: string, desk: RoleId): ReadonlySet<string> {
    const { shares } = this.world;
    // Shares are only added.
    for (; this.#shared.count < shares.length; this.#shared.count += 1)
      noteShared(this.#shared.parts, shares[this.#shared.count]);
    return this.#shared.parts.get(item)?.get(desk) ?? NOTHING;
  }

  analysisOf(item: string): { needs: Power; takes: CaseMs } | undefined {
    return this.knowsItem(item) ? this.compiled.scenario.items[item]?.analysis : undefined;
  }

  /** What the parts that this desk knows tell. */
  #tellsOf(item: string): ItemFacts | undefined {
    const authored = this.knowsItem(item) ? this.compiled.scenario.items[item] : undefined;
    return authored && factsOf(authored, this.knownParts(item));
  }

  sourceOf(item: string): string | undefined {
    const source = this.#tellsOf(item)?.source;
    return source !== undefined && this.knowsPerson(source) ? source : undefined;
  }

  aboutOf(item: string): readonly string[] {
    return (this.#tellsOf(item)?.about ?? []).filter((person) => this.knowsPerson(person));
  }

  indicatorsIn(item: string): readonly string[] {
    return this.knowsItem(item) ? (this.compiled.scenario.items[item]?.indicates ?? []) : [];
  }

  /** Indicators about a person in this desk's items, each with its item. */
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

  /** Evidence that this desk holds against a person. */
  evidenceAgainst(person: string): readonly Evidence[] {
    const [items, people] = [this.items.length, this.people.length];
    if (this.#evidence.items !== items || this.#evidence.people !== people)
      this.#evidence = { items, people, by: this.#allEvidence() };
    return this.#evidence.by.get(person) ?? [];
  }

  #allEvidence(): Map<string, Evidence[]> {
    const by = new Map<string, Evidence[]>();
    for (const item of this.items)
      for (const { person, elements } of this.index.items[item]?.proves ?? []) {
        if (!this.knowsPerson(person)) continue;
        const held = by.get(person) ?? [];
        held.push({ item, elements, source: this.sourceOf(item) });
        by.set(person, held);
      }
    return by;
  }

  /** True if looks and statements about the age suggest a person under eighteen. */
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

  /** The signs that a trained person sees face to face; empty if the person is elsewhere. */
  signs(person: string): readonly string[] {
    return this.isHere(person) ? (this.#personOf(person)?.indicators ?? []) : [];
  }

  /** The needs that a trained person sees face to face. */
  needs(person: string): Scenario['people'][string]['needs'] {
    return this.isHere(person) ? (this.#personOf(person)?.needs ?? []) : [];
  }

  /** The person's language if not every person of the case speaks it, as heard face to face. */
  foreignLanguage(person: string): string | undefined {
    const language = this.#personOf(person)?.language;
    return this.isHere(person) && language !== this.index.commonLanguage ? language : undefined;
  }

  #personOf(person: string): Scenario['people'][string] | undefined {
    return this.knowsPerson(person) ? this.compiled.scenario.people[person] : undefined;
  }

  helpers(kind: HelperKind): readonly string[] {
    return this.allHelpers.filter((id) => this.compiled.scenario.helpers[id]?.kind === kind);
  }

  /** Languages and channel of a helper, and the result of this desk's vetting. */
  helper(id: string): { languages: readonly string[]; by: string; vetted: 'clear' | 'conflict' | undefined } {
    const helper = this.compiled.scenario.helpers[id];
    const vetted = Object.values(this.world.interviews).find(
      (interview) => interview.interpreter === id && interview.vetting?.result !== undefined,
    );
    return { languages: helper?.languages ?? [], by: helper?.by ?? '', vetted: vetted?.vetting?.result };
  }

  service(id: string): Scenario['services'][string] | undefined {
    return this.knowsService(id) ? this.compiled.scenario.services[id] : undefined;
  }

  runs(service: string | undefined): boolean {
    return service !== undefined && this.service(service)?.['run-by'] === this.role;
  }
}

const NOTHING: ReadonlySet<string> = new Set();

/** Shared parts by item and desk. */
type SharedParts = Map<string, Map<RoleId, Set<string>>>;

function noteShared(passed: SharedParts, share: World['shares'][number] | undefined): void {
  if (!share) return;
  let byDesk = passed.get(share.item);
  if (!byDesk) passed.set(share.item, (byDesk = new Map()));
  for (const desk of [share.to, share.by]) byDesk.set(desk, new Set([...(byDesk.get(desk) ?? []), ...share.parts]));
}
