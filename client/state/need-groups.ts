/** The same thing to do for several people is one line with several names, not one line each. */
import type { Need } from './needs-now.ts';

const together = (need: Need): string => {
  if (need.person === undefined) return need.id;
  return need.kind === 'duty' ? `duty:${need.about}` : need.kind;
};

/** Needs in their order, those of one kind at the place of the most pressing of them. */
export function needGroups(needs: readonly Need[]): [Need, ...Need[]][] {
  const groups = new Map<string, [Need, ...Need[]]>();
  for (const need of needs) {
    const group = groups.get(together(need));
    if (group) group.push(need);
    else groups.set(together(need), [need]);
  }
  return [...groups.values()];
}
