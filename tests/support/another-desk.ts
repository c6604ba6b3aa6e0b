/** One more desk for the small case: a copy of the police with its own name, so with the same powers and knowledge. */
import type { ScenarioDraft } from './a-scenario.ts';

export function anotherDesk(draft: ScenarioDraft, id: string): void {
  const { police } = draft.roles;
  if (!police) throw new Error('the small case has a police desk');
  draft.roles[id] = structuredClone(police);
}
