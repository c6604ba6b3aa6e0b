/**
 * Sight of a desk's seat: the things of the case by kind, each behind the check of its card. Base class of `DeskSight`.
 */
import { mayRead } from '../cards/may-read.ts';
import { desk, type Viewer } from '../access/audience.ts';
import { ALL_PARTS, bitsOf, NO_PARTS, type PartSet, partsChanged } from '../exercise/folds/parts.ts';
import type { RoleId, SeatId } from '../exercise/ids.ts';
import { powersOf } from '../exercise/powers.ts';
import type { World } from '../exercise/world.ts';
import type { CompiledScenario } from '../scenario/compiled.ts';
import type { Jurisdiction } from '../scenario/schema/jurisdiction.ts';
import type { Power } from '../vocabulary/enums.ts';
import type { CaseMs } from '../time.ts';
import { type CaseIndex, indexOf } from './case-index.ts';

export type Scenario = CompiledScenario['scenario'];

export interface SightOptions {
  role: RoleId;
  seat: SeatId;
  /** Called with the id of each card that was read. */
  onRead?: ((card: string, world: World) => void) | undefined;
}

/**
 * The things of one kind that were seen, in the order in which they came into sight. A view only grows, so each thing
 * is checked until it is seen and never after.
 */
class Seen {
  readonly ids: string[] = [];
  readonly set = new Set<string>();
  readonly #kind: string;
  readonly #hangsOn: PartSet;
  #stale = true;

  /** `hangsOn`: the parts of the world that bring such things into sight. */
  constructor(kind: string, ...hangsOn: (keyof World)[]) {
    this.#kind = kind;
    this.#hangsOn = bitsOf(hangsOn);
  }

  notice(changed: PartSet): void {
    if ((changed & this.#hangsOn) !== 0) this.#stale = true;
  }

  /** Checks the unseen things again if something has changed. */
  look(all: Readonly<Record<string, unknown>>, sees: (card: string) => boolean): this {
    if (!this.#stale) return this;
    this.#stale = false;
    for (const id in all)
      if (!this.set.has(id) && sees(`${this.#kind}:${id}`)) {
        this.set.add(id);
        this.ids.push(id);
      }
    return this;
  }
}

const PRESENCE = bitsOf(['people', 'seats']);

export class SeenThings {
  readonly role: RoleId;
  readonly seat: SeatId;
  readonly powers: ReadonlySet<Power>;
  readonly law: Jurisdiction;
  /** The view and the time; set by `look`. */
  world: World;
  now: CaseMs = 0;
  protected readonly compiled: CompiledScenario;
  protected readonly index: CaseIndex;
  readonly #viewer: Viewer;
  readonly #onRead: SightOptions['onRead'];
  readonly #places = new Seen('place', 'places');
  readonly #items = new Seen('item', 'items');
  readonly #people = new Seen('person', 'people');
  readonly #services = new Seen('service');
  readonly #helpers = new Seen('helper', 'items', 'people', 'injects');
  readonly #injects = new Seen('inject', 'injects');
  #here: readonly string[] | undefined;
  #news: PartSet = ALL_PARTS;
  /** Grows with every `look` that finds something new. */
  version = 0;

  constructor(compiled: CompiledScenario, world: World, { role, seat, onRead }: SightOptions) {
    this.role = role;
    this.seat = seat;
    this.powers = powersOf(compiled, role);
    this.law = compiled.law;
    this.world = world;
    this.compiled = compiled;
    this.index = indexOf(compiled);
    this.#viewer = desk(role, seat);
    this.#onRead = onRead;
  }

  /** `changed`: the parts of the view that changed since the last look; computed by comparison if left out. */
  look(world: World, now: CaseMs, changed = partsChanged(this.world, world)): void {
    this.world = world;
    this.now = now;
    if (changed === NO_PARTS) return;
    this.version += 1;
    this.#news |= changed;
    for (const seen of [this.#places, this.#items, this.#people, this.#injects]) seen.notice(changed);
    if ((changed & PRESENCE) !== 0) this.#here = undefined;
  }

  /** Returns what has changed since the last call, and resets it. */
  takeChanges(): PartSet {
    const news = this.#news;
    this.#news = NO_PARTS;
    return news;
  }

  can(...anyOf: Power[]): boolean {
    return anyOf.some((power) => this.powers.has(power));
  }

  /** True if this seat may read the card. */
  readonly sees = (card: string): boolean => {
    if (!mayRead(this.world, this.#viewer, this.compiled, card)) return false;
    this.#onRead?.(card, this.world);
    return true;
  };

  get places(): readonly string[] {
    return this.#allPlaces().ids;
  }

  knowsPlace(id: string): boolean {
    return this.#allPlaces().set.has(id);
  }

  #allPlaces(): Seen {
    return this.#places.look(this.compiled.scenario.places, this.sees);
  }

  get items(): readonly string[] {
    return this.#allItems().ids;
  }

  knowsItem(id: string): boolean {
    return this.#allItems().set.has(id);
  }

  #allItems(): Seen {
    return this.#items.look(this.world.items, this.sees);
  }

  get people(): readonly string[] {
    return this.#allPeople().ids;
  }

  knowsPerson(id: string): boolean {
    return this.#allPeople().set.has(id);
  }

  #allPeople(): Seen {
    return this.#people.look(this.world.people, this.sees);
  }

  get services(): readonly string[] {
    return this.#allServices().ids;
  }

  knowsService(id: string): boolean {
    return this.#allServices().set.has(id);
  }

  #allServices(): Seen {
    return this.#services.look(this.compiled.scenario.services, this.sees);
  }

  protected get allHelpers(): readonly string[] {
    return this.#helpers.look(this.compiled.scenario.helpers, this.sees).ids;
  }

  get injects(): readonly string[] {
    return this.#allInjects().ids;
  }

  knowsInject(id: string): boolean {
    return this.#allInjects().set.has(id);
  }

  #allInjects(): Seen {
    return this.#injects.look(this.world.injects, this.sees);
  }

  /** The place of this seat; undefined while it travels. */
  get place(): string | undefined {
    const seat = this.world.seats[this.seat];
    return seat?.busy?.doing === 'travel' ? undefined : seat?.at;
  }

  get busyUntil(): CaseMs | undefined {
    return this.world.seats[this.seat]?.busy?.due;
  }

  /** The people at the place of this seat. */
  get here(): readonly string[] {
    const { place } = this;
    this.#here ??=
      place === undefined ? [] : this.people.filter((person) => this.world.people[person]?.place === place);
    return this.#here;
  }

  isHere(person: string): boolean {
    const place = this.place;
    return place !== undefined && this.world.people[person]?.place === place;
  }
}
