/**
 * Everything that a bot sees: its desk's world, and the part of the case that its desk may read. This class separates
 * bots from the case: personas import it and never the compiled scenario. Each fact about a thing passes the check of
 * its card (`shared/cards`) first; powers and the law are public.
 *
 * In addition to the cards it derives what a trained person reads from a thing: who needs it, what it proves, which
 * basis is required to take it. It derives this only from things that the desk may read.
 */
import { bitOf, partsChanged } from '../exercise/folds/parts.ts';
import type { RoleId } from '../exercise/ids.ts';
import { powersOf } from '../exercise/powers.ts';
import type { World } from '../exercise/world.ts';
import type { CompiledScenario } from '../scenario/compiled.ts';
import type { HappenedField } from '../vocabulary/events.ts';
import type { Power } from '../vocabulary/enums.ts';
import type { CaseMs } from '../time.ts';
import type { OutsideInquiry } from './case-index.ts';
import { type Fields, type Leaf, speaksOf } from './hints.ts';
import { type Phrase, phrase } from './phrases.ts';
import { ReadThings } from './read-things.ts';
import type { Scenario, SightOptions } from './seen-things.ts';

export type { Evidence, Sign } from './read-things.ts';
export type { SightOptions } from './seen-things.ts';

const SEATS = bitOf('seats');

export class DeskSight extends ReadThings {
  readonly #inquiries: readonly OutsideInquiry[];
  readonly #talks = new Map<string, boolean>();
  readonly #types = new Map<string, string | undefined>();
  #seated: RoleId[] | undefined;

  constructor(compiled: CompiledScenario, world: World, options: SightOptions) {
    super(compiled, world, options);
    const agency = this.agencyOf(options.role);
    this.#inquiries = this.index.inquiries.filter(({ from }) => from === undefined || from.includes(agency));
  }

  override look(world: World, now: CaseMs, changed = partsChanged(this.world, world)): void {
    super.look(world, now, changed);
    if ((changed & SEATS) !== 0) this.#seated = undefined;
  }

  /** A phrase in the case's language, for a field in which a person would write. */
  say(name: Phrase): string {
    return phrase(this.compiled.scenario.language, name);
  }

  get brief(): readonly string[] {
    return this.sees(`role:${this.role}`) ? (this.index.placesIn.roles[this.role] ?? []) : [];
  }

  /** The place where this desk starts and returns to. */
  get office(): string | undefined {
    return this.sees(`role:${this.role}`) ? this.compiled.scenario.roles[this.role]?.at : undefined;
  }

  /** The other desks that have a seat, in the order of the case. */
  get desks(): readonly RoleId[] {
    this.#seated ??= this.#othersSeated();
    return this.#seated;
  }

  #othersSeated(): RoleId[] {
    const seated = new Set(Object.values(this.world.seats).flatMap((seat) => (seat.freed ? [] : [seat.role])));
    seated.delete(this.role);
    return Object.keys(this.compiled.scenario.roles).filter((id) => seated.has(id) && this.sees(`role:${id}`));
  }

  /** Powers of a desk; titles and powers are public. */
  powersOf(desk: RoleId): ReadonlySet<Power> {
    return powersOf(this.compiled, desk);
  }

  agencyOf(desk: RoleId): string {
    return this.compiled.scenario.roles[desk]?.desk ?? '';
  }

  decision(id: string): Scenario['decisions'][string] | undefined {
    return this.sees(`decision:${id}`) ? this.compiled.scenario.decisions[id] : undefined;
  }

  operation(id: string): Scenario['operations'][string] | undefined {
    return this.sees(`operation:${id}`) ? this.compiled.scenario.operations[id] : undefined;
  }

  placesInOperation(id: string): readonly string[] {
    return this.sees(`operation:${id}`) ? (this.index.placesIn.operations[id] ?? []) : [];
  }

  placesInInject(id: string): readonly string[] {
    return this.knowsInject(id) ? (this.index.placesIn.injects[id] ?? []) : [];
  }

  /** When this person last sent a message to the desk. */
  heardFrom(person: string): CaseMs | undefined {
    if (!this.knowsPerson(person)) return undefined;
    const times = (this.index.wordsOf[person] ?? []).flatMap((inject) =>
      this.knowsInject(inject) ? [this.world.injects[inject]?.firedAt ?? 0] : [],
    );
    return times.length === 0 ? undefined : Math.max(...times);
  }

  /** What a trained person would do about an inject, if it expects something of this desk. */
  expected(inject: string): { leaves: readonly Leaf[]; due: CaseMs } | undefined {
    const expects = this.knowsInject(inject) ? this.compiled.scenario.injects[inject]?.expects : undefined;
    if (!expects?.who.includes(this.role)) return undefined;
    const firedAt = this.world.injects[inject]?.firedAt ?? this.now;
    return { leaves: this.index.hints.expected[inject] ?? [], due: firedAt + expects.within };
  }

  /** The type of a question that is offered now or was asked. */
  questionType(address: string): string | undefined {
    if (!this.#types.has(address)) {
      if (!this.sees(`question:${address}`)) return undefined;
      const [script = '', topic = '', question = ''] = address.split('.');
      this.#types.set(address, this.compiled.scenario.interviews[script]?.topics[topic]?.questions[question]?.type);
    }
    return this.#types.get(address);
  }

  /**
   * True if the case asks for an interview of this kind with a person whom this desk knows, or the person has something
   * to tell.
   */
  wantsTalk(person: string, kind: string): boolean {
    if (!this.knowsPerson(person)) return false;
    const key = `${kind}:${person}`;
    let wanted = this.#talks.get(key);
    if (wanted === undefined) {
      const verbs = kind === 'account' ? ['account-begun'] : ['account-begun', 'question-asked'];
      wanted = this.index.talks.has(key) || verbs.some((verb) => this.wants(verb, { person, kind }, 'person'));
      this.#talks.set(key, wanted);
    }
    return wanted;
  }

  /** True if the case asks for a step with these fields; at least one `decisive` field must match. */
  wants(verb: string, fields: Fields, decisive: HappenedField): boolean {
    return (this.index.hints.wanted.get(verb) ?? []).some((leaf) => speaksOf(leaf, this.role, fields, decisive));
  }

  shuns(verb: string, fields: Fields, decisive: HappenedField): boolean {
    return (this.index.hints.shunned.get(verb) ?? []).some((leaf) => speaksOf(leaf, this.role, fields, decisive));
  }

  /** The foreseeable effect of an option on people: the sum of trust minus the sum of stress. */
  kindness(decision: string, option: string): number {
    const does = this.decision(decision)?.options[option]?.does ?? [];
    const sum = (record: Readonly<Record<string, number>> | undefined) =>
      Object.values(record ?? {}).reduce((total, value) => total + value, 0);
    return does.reduce((total, { trust, stress }) => total + sum(trust) - sum(stress), 0);
  }

  /** Outside bodies that could know more about a person, place or item that this desk knows, each with its basis. */
  inquiries(): readonly OutsideInquiry[] {
    return this.#inquiries.filter(
      ({ person, place, item }) =>
        (person === undefined || this.knowsPerson(person)) &&
        (place === undefined || this.knowsPlace(place)) &&
        (item === undefined || this.knowsItem(item)),
    );
  }
}
