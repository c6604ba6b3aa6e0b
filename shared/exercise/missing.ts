/** Why a condition does not hold yet: the leaves that are missing. */
import { type Condition, insideOf } from '../vocabulary/conditions.ts';

/** One missing leaf of a condition. `wanted` is false if the leaf is true and must not be. */
export interface Wait {
  leaf: Condition;
  wanted: boolean;
  /** Set if part of a group is enough: waits with the same number are alternatives. */
  choice?: number;
  /** How many of the alternatives are still needed, if more than one (`at-least`). */
  need?: number;
}

/** Returns nothing if `condition` already holds. Alternatives share a `choice` number. */
export function missingFor(condition: Condition, holds: (leaf: Condition) => boolean): Wait[] {
  let choices = 0;
  const look = (part: Condition, wanted: boolean, choice: number | undefined, need = 1): Wait[] => {
    if (holds(part) === wanted) return [];
    const inside = insideOf(part);
    if (!inside)
      return [{ leaf: part, wanted, ...(choice === undefined ? {} : { choice }), ...(need > 1 ? { need } : {}) }];
    const { head, conditions, enough, negated } = inside;
    if (negated) return conditions.flatMap((child) => look(child, !wanted, choice, need));
    const everyOne = head === 'all' ? wanted : head === 'any' ? !wanted : false;
    if (everyOne) return conditions.flatMap((child) => look(child, wanted, choice, need));
    choices += 1;
    const own = choice ?? choices;
    const still = enough - conditions.filter(holds).length;
    return conditions.flatMap((child) => look(child, wanted, own, choice === undefined ? still : need));
  };
  return look(condition, true, undefined);
}
