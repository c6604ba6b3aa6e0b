/**
 * Facts of a compiled case that never change, indexed once for all bots of all plays. Only `desk-sight.ts` reads the
 * index, and it reveals a fact only after the bot's desk may read the thing itself.
 */
import type { CompiledScenario } from '../scenario/compiled.ts';
import { factsOf } from '../scenario/item-facts.ts';
import { derive } from '../scenario/derived.ts';
import type { Basis, Element, Power } from '../vocabulary/enums.ts';
import { type Hints, hintsOf } from './hints.ts';
import { placesNamed } from './places-named.ts';

/** What a trained person reads from an item. */
export interface ItemLore {
  /** Tags of each part, by part; `all` if the item has no parts. */
  tags: Readonly<Record<string, readonly string[]>>;
  parts: readonly string[];
  /** The parts that each desk lawfully needs. */
  needs: readonly { role: string; parts: readonly string[] }[];
  takeable: { power: Power; bases: readonly Basis[] } | undefined;
  /** The elements it helps to prove, by person. */
  proves: readonly { person: string; elements: readonly Element[] }[];
  /** Places that its text names. */
  places: readonly string[];
}

/** A question for an outside body about a person, a place or an item, with the basis on which the body answers. */
export interface OutsideInquiry {
  kind: string;
  to: string;
  person: string | undefined;
  place: string | undefined;
  item: string | undefined;
  basis: Basis;
  /** Agencies that may ask; undefined means all. */
  from: readonly string[] | undefined;
}

export interface CaseIndex {
  inquiries: readonly OutsideInquiry[];
  items: Readonly<Record<string, ItemLore>>;
  hints: Hints;
  /** People with something to tell, by kind of interview: `witness:odo`. */
  talks: ReadonlySet<string>;
  /** Injects sent by a person, by person. */
  wordsOf: Readonly<Record<string, readonly string[]>>;
  /** Places that the text of an inject, a brief or an operation names. */
  placesIn: Readonly<Record<'injects' | 'roles' | 'operations', Readonly<Record<string, readonly string[]>>>>;
  /** The language that every person of the case speaks. */
  commonLanguage: string | undefined;
}

export const indexOf = (compiled: CompiledScenario): CaseIndex => derive(compiled, build);

function build(compiled: CompiledScenario): CaseIndex {
  const { scenario } = compiled;
  const named = placesNamed(scenario);
  const each = <T>(record: Readonly<Record<string, T>>, textOf: (value: T) => string) =>
    Object.fromEntries(Object.entries(record).map(([id, value]) => [id, named(textOf(value))]));
  return {
    items: Object.fromEntries(Object.keys(scenario.items).map((id) => [id, loreOf(compiled, id, named)])),
    inquiries: inquiriesOf(compiled),
    hints: hintsOf(scenario),
    talks: new Set(Object.values(scenario.interviews).map((script) => `${script.kind}:${script.with}`)),
    wordsOf: wordsOf(compiled),
    placesIn: {
      injects: each(scenario.injects, (inject) => `${inject.title} ${inject.text}`),
      roles: each(scenario.roles, (role) => [role.brief, ...role['first-steps']].join(' ')),
      operations: each(scenario.operations, (operation) => operation.text),
    },
    commonLanguage: Object.keys(scenario['spoken-languages'])[0],
  };
}

function wordsOf({ scenario }: CompiledScenario): Record<string, string[]> {
  const injects = Object.entries(scenario.injects);
  return Object.fromEntries(
    Object.entries(scenario.people).map(([person, { name }]) => [
      person,
      injects.flatMap(([id, { from }]) => (from === name ? [id] : [])),
    ]),
  );
}

function loreOf({ scenario }: CompiledScenario, id: string, named: (text: string) => string[]): ItemLore {
  const item = scenario.items[id];
  if (!item) return { tags: {}, parts: [], needs: [], takeable: undefined, proves: [], places: [] };
  const authored = Object.entries(item.parts ?? {});
  const parts = authored.length > 0 ? authored.map(([part]) => part) : ['all'];
  const tagged = authored.some(([, part]) => part.tags.length > 0);
  const tags = authored.length > 0 ? authored.map(([part, { tags: own }]) => [part, tagged ? own : item.tags]) : [];
  const texts = [item.title, item.text ?? '', ...authored.flatMap(([, part]) => [part.title, part.text])];
  return {
    parts,
    tags: Object.fromEntries(tags.length > 0 ? tags : [['all', item.tags]]),
    needs: item['needed-by'].map((role) => ({ role, parts: item['needed-parts']?.[role] ?? parts })),
    takeable: item.take && { power: item.take.needs, bases: item.take.bases },
    proves: Object.entries(item.supports).map(([person, elements]) => ({ person, elements })),
    places: [...new Set([...factsOf(item).shows, ...named(texts.join(' '))])],
  };
}

function inquiriesOf({ scenario, law }: CompiledScenario): OutsideInquiry[] {
  return Object.values(scenario.holdings).flatMap(({ kind, body, person, place, item, bases }) => {
    const authored = law.requests[kind];
    const basis = bases.find((one) => authored?.bases.includes(one));
    return authored && basis !== undefined ? [{ kind, to: body, person, place, item, basis, from: authored.from }] : [];
  });
}
