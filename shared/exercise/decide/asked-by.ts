/**
 * The need of a question, narrowed to the desk that asks: a question may build on what this desk knows and did, never on what
 * another desk was told. Otherwise the list of questions would tell a desk what others have heard.
 */
import { derive } from '../../scenario/derived.ts';
import type { Condition } from '../../vocabulary/conditions.ts';
import { comparableFields } from '../../vocabulary/events.ts';
import type { RoleId } from '../ids.ts';
import type { Stage } from '../stage.ts';

type Narrowed = WeakMap<Condition, Map<RoleId, Condition>>;
const noneYet = (): Narrowed => new WeakMap();

/** The fields of events that name a desk. */
const DESK_FIELDS = ['by', 'role'] as const;
const NEVER: Condition = { any: [] };

/** Prepared once for each condition and desk, because the index of conditions knows them by identity. */
export function askedBy({ compiled }: Stage, condition: Condition, desk: RoleId): Condition {
  const narrowed = derive(compiled, noneYet);
  const byDesk = narrowed.get(condition) ?? new Map<RoleId, Condition>();
  narrowed.set(condition, byDesk);
  let own = byDesk.get(desk);
  if (!own) byDesk.set(desk, (own = narrow(condition, desk)));
  return own;
}

function narrow(condition: Condition, desk: RoleId): Condition {
  const inside = (list: Condition[] | undefined) => list?.map((one) => narrow(one, desk));
  const { all, any, of, not, knows, happened } = condition;
  if (all) return { ...condition, all: inside(all) };
  if (any) return { ...condition, any: inside(any) };
  if (of) return { ...condition, of: inside(of) };
  if (not) return { ...condition, not: narrow(not, desk) };
  if (knows !== undefined) return ofDesk(condition, 'role', desk);
  if (happened === undefined) return condition;
  const fields = comparableFields(happened) ?? {};
  const field = DESK_FIELDS.find((name) => Object.hasOwn(fields, name));
  return field === undefined ? condition : ofDesk(condition, field, desk);
}

const ofDesk = (condition: Condition, field: (typeof DESK_FIELDS)[number], desk: RoleId): Condition =>
  condition[field] === undefined || condition[field] === desk ? { ...condition, [field]: desk } : NEVER;
