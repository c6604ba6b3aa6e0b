/** The marks that the present code computes from a stored log. */
import { debrief } from '../../../shared/debrief/compute.ts';
import { debriefForDesk } from '../../../shared/debrief/for-desk.ts';
import type { CompiledScenario } from '../../../shared/scenario/compiled.ts';
import { eventsOf, type KeptLog, type Told } from './kept-log.ts';

/** The marks of the class, as the trainer and each desk read them. */
export function marksBy(compiled: CompiledScenario, log: KeptLog): Pick<Told, 'debrief' | 'deskDebriefs'> {
  const whole = debrief(compiled, eventsOf(log));
  return {
    debrief: JSON.stringify(whole),
    deskDebriefs: Object.fromEntries(
      Object.keys(compiled.scenario.roles).map((role) => [role, JSON.stringify(debriefForDesk(whole, role))]),
    ),
  };
}
