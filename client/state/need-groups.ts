/** Groups needs: the same task for several people is one line with several names. */
import type { Need } from './needs-now.ts';

const groupKey = (need: Need): string => {
  if (need.person === undefined) return need.id;
  return need.kind === 'duty' ? `duty:${need.about}` : need.kind;
};

/** Keeps the order of the needs; a group stands where its most urgent need stands. */
export function needGroups(needs: readonly Need[]): [Need, ...Need[]][] {
  const groups = new Map<string, [Need, ...Need[]]>();
  for (const need of needs) {
    const group = groups.get(groupKey(need));
    if (group) group.push(need);
    else groups.set(groupKey(need), [need]);
  }
  return [...groups.values()];
}
