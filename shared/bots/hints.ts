/**
 * How the case's own assessment rates a step: wanted if a task, an expectation or a repair asks for it; shunned if it
 * undoes a task or crosses a red line. It rates a step that a desk can already see and take, and never suggests a step
 * by itself.
 */
import { type Condition, insideOf } from '../vocabulary/conditions.ts';
import { HAPPENED_FIELDS, type HappenedField } from '../vocabulary/events.ts';
import type { Scenario } from '../scenario/schema/scenario.ts';

/** One event that the case asks for, with the fields that must match. */
export interface Leaf {
  verb: string;
  fields: readonly (readonly [HappenedField, unknown])[];
  /** Desks it applies to; empty means all. */
  desks: readonly string[];
}

export type Fields = Readonly<Partial<Record<HappenedField, unknown>>>;

export interface Hints {
  wanted: ReadonlyMap<string, readonly Leaf[]>;
  shunned: ReadonlyMap<string, readonly Leaf[]>;
  /** What an inject expects, by inject id; any one of the list is enough. */
  expected: Readonly<Record<string, readonly Leaf[]>>;
}

export function hintsOf(scenario: Scenario): Hints {
  const wanted: Leaf[] = [];
  const shunned: Leaf[] = [];
  const read = (condition: Condition | undefined, desks: readonly string[], good: boolean) => {
    if (!condition) return;
    for (const { leaf, holds } of leavesOf(condition, desks)) (good === holds ? wanted : shunned).push(leaf);
  };
  for (const task of Object.values(scenario.rubric)) {
    read(task.do, task.desks, true);
    read(task.undone, task.desks, false);
  }
  for (const line of Object.values(scenario['red-lines'])) {
    read(line.when, [], false);
    for (const { leaf, holds } of leavesOf(line['repaired-by'] ?? {}, line.desks)) if (holds) wanted.push(leaf);
  }
  const expected: Record<string, Leaf[]> = {};
  for (const [id, { expects }] of Object.entries(scenario.injects)) {
    if (!expects) continue;
    expected[id] = leavesOf(expects.do, expects.who).flatMap(({ leaf, holds }) => (holds ? [leaf] : []));
    wanted.push(...expected[id]);
  }
  return { wanted: byVerb(wanted), shunned: byVerb(shunned), expected };
}

function byVerb(leaves: readonly Leaf[]): Map<string, Leaf[]> {
  const groups = new Map<string, Leaf[]>();
  for (const leaf of leaves) {
    const group = groups.get(leaf.verb);
    if (group) group.push(leaf);
    else groups.set(leaf.verb, [leaf]);
  }
  return groups;
}

/** The single events in a condition. `holds` is false if the condition asks that they do not happen. */
function leavesOf(condition: Condition, desks: readonly string[], holds = true): { leaf: Leaf; holds: boolean }[] {
  const inside = insideOf(condition);
  if (inside) {
    const { conditions, negated } = inside;
    return conditions.flatMap((one) => leavesOf(one, desks, holds !== negated));
  }
  if (condition.happened === undefined) return [];
  const fields = HAPPENED_FIELDS.flatMap((field) =>
    condition[field] === undefined ? [] : [[field, condition[field]] as const],
  );
  return [{ leaf: { verb: condition.happened, fields, desks }, holds }];
}

/**
 * True if a leaf matches this step: every field it names equals the step's, and at least one of them is in `decisive`.
 */
export function speaksOf(leaf: Leaf, role: string, fields: Fields, decisive: HappenedField): boolean {
  if (leaf.desks.length > 0 && !leaf.desks.includes(role)) return false;
  let named = false;
  for (const [field, value] of leaf.fields) {
    const actual = field === 'by' ? role : fields[field];
    if (actual === undefined) continue;
    if (Array.isArray(actual) ? !actual.includes(value) : actual !== value) return false;
    if (field === decisive) named = true;
  }
  return named;
}
