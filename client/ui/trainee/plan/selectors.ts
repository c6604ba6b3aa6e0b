/** Selectors of the operation plan: sections, gaps, standby, beds. Pure. */
import type { Jurisdiction } from '../../../../shared/scenario/schema/jurisdiction.ts';
import type { OperationState, World } from '../../../../shared/exercise/world.ts';

export type PlanGap =
  | { kind: 'section'; section: string; essential: boolean }
  | { kind: 'standby'; service: string }
  | { kind: 'no-standby' }
  | { kind: 'beds'; have: number; expected: number }
  | { kind: 'approval' };

/** The free beds of services that confirmed standby; undefined if this desk knows none of the numbers. */
export function bedsStandingBy(
  world: World,
  operation: OperationState,
  givesBeds: (service: string) => boolean,
): number | undefined {
  const confirmed = Object.entries(operation.standby).flatMap(([service, state]) =>
    state === 'confirmed' && givesBeds(service) ? [service] : [],
  );
  const known = confirmed.flatMap((service) => (world.room[service] === undefined ? [] : [world.room[service]]));
  return known.length === 0 ? undefined : known.reduce((sum, room) => sum + room, 0);
}

/** What the plan lacks. A launch stays possible. */
export function planGaps(
  world: World,
  operation: OperationState,
  sections: readonly string[],
  beds: number,
  law: Jurisdiction | undefined,
  givesBeds: (service: string) => boolean,
): PlanGap[] {
  const gaps: PlanGap[] = sections
    .filter((section) => operation.sections[section] === undefined)
    .map((section) => ({
      kind: 'section',
      section,
      essential: law?.['plan-sections'][section]?.essential === true,
    }));
  const standby = Object.entries(operation.standby);
  if (standby.length === 0 && beds > 0) gaps.push({ kind: 'no-standby' });
  for (const [service, state] of standby) if (state === 'asked') gaps.push({ kind: 'standby', service });
  const have = bedsStandingBy(world, operation, givesBeds);
  if (have !== undefined && have < beds) gaps.push({ kind: 'beds', have, expected: beds });
  if (operation.approvedBy.length === 0) gaps.push({ kind: 'approval' });
  return gaps;
}

/** The sections in the order of the plan, with their texts. */
export function planRows(
  operation: OperationState,
  sections: readonly string[],
): { section: string; written: OperationState['sections'][string] | undefined }[] {
  return sections.map((section) => ({ section, written: operation.sections[section] }));
}

/** The number of written sections and of all sections. */
export function planProgress(operation: OperationState, sections: readonly string[]): { done: number; of: number } {
  return { done: sections.filter((section) => operation.sections[section] !== undefined).length, of: sections.length };
}
