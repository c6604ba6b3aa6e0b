/** Selectors of the charging table: evidence per element, missing elements, single sources. Pure. */
import type { Element } from '../../../../shared/vocabulary/enums.ts';
import type { Jurisdiction } from '../../../../shared/scenario/schema/jurisdiction.ts';
import type { Charge, World } from '../../../../shared/exercise/world.ts';

export const COLUMNS = ['act', 'means', 'purpose'] as const;
export type Column = (typeof COLUMNS)[number];

/** The evidence of a charge, by column. */
export type Evidence = Record<Column, readonly string[]>;
export const evidenceOf = (charge: Pick<Charge, 'act' | 'means' | 'purposeItems'>): Evidence => ({
  act: charge.act,
  means: charge.means,
  purpose: charge.purposeItems,
});

export type Offence = Jurisdiction['offences'][string];

/** The elements that need evidence. Under the child rule, a child's case needs no means. */
export function neededColumns(offence: Offence | undefined, child: boolean): Column[] {
  const elements = offence?.elements ?? COLUMNS;
  return COLUMNS.filter(
    (column) => elements.includes(column) && !(column === 'means' && child && offence?.['child-rule'] === true),
  );
}

/** The needed elements without evidence. */
export const emptyColumns = (offence: Offence | undefined, child: boolean, evidence: Evidence): Column[] =>
  neededColumns(offence, child).filter((column) => evidence[column].length === 0);

/**
 * The person on whose word alone an element (or, without `column`, the whole charge) rests; undefined if the evidence has several
 * sources. `sourceOf` names the person an item comes from; an item without such a person is an independent source.
 */
export function singleSource(
  evidence: Evidence,
  sourceOf: (item: string) => string | undefined,
  column?: Column,
): string | undefined {
  const items = column ? evidence[column] : COLUMNS.flatMap((each) => evidence[each]);
  if (items.length === 0) return undefined;
  const sources = new Set(items.map((item) => sourceOf(item)));
  const [only] = sources;
  return sources.size === 1 ? only : undefined;
}

/** The items this desk knows; those it marked for this person and element come first. */
export function evidenceChoices(
  world: World,
  role: string,
  person: string,
  column: Column,
): { item: string; marked: boolean }[] {
  const known = Object.entries(world.items).filter(([, state]) => state.known[role] !== undefined);
  const choices = known.map(([item, state]) => {
    const elements: Element[] = state.assessed[role]?.[person] ?? [];
    return {
      item,
      marked: elements.some((element) => element.startsWith(`${column}.`)),
      at: state.known[role]?.at ?? 0,
    };
  });
  return choices
    .sort((a, b) => Number(b.marked) - Number(a.marked) || b.at - a.at)
    .map(({ item, marked }) => ({ item, marked }));
}

export interface ChargeRow {
  id: string;
  charge: Charge;
}
export interface ChargedPerson {
  person: string;
  charges: ChargeRow[];
  noCharge: World['noCharge'][string] | undefined;
  measures: World['measures'];
}

/** The rows of the charging table: people with charges or decisions first, then all known people. */
export function chargingTable(world: World, role: string): ChargedPerson[] {
  const rows = Object.entries(world.people).flatMap(([person, state]): ChargedPerson[] => {
    const charges = Object.entries(world.charges).flatMap(([id, charge]) =>
      charge.person === person ? [{ id, charge }] : [],
    );
    const noCharge = world.noCharge[person];
    const measures = world.measures.filter((measure) => measure.person === person);
    const known = state.known[role] !== undefined || charges.length > 0 || noCharge !== undefined;
    return known ? [{ person, charges, noCharge, measures }] : [];
  });
  const weight = (row: ChargedPerson): number =>
    row.charges.filter((entry) => entry.charge.state !== 'dropped').length * 2 + (row.noCharge ? 1 : 0);
  return rows.sort((a, b) => weight(b) - weight(a));
}
