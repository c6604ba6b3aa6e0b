/** Repeats one play of a report by its number. */
import type { CompiledScenario } from '../../../shared/scenario/compiled.ts';
import type { LineUp } from '../../../shared/simulation/plan.ts';
import { type Simulated, simulatePlays } from '../../../shared/simulation/simulate-plays.ts';

export const onePlay = (
  compiled: CompiledScenario,
  play: number,
  { seed, lineUps }: { seed: number; lineUps: readonly LineUp[] },
): Simulated => simulatePlays({ compiled, translations: {} }, { seed, lineUps, from: play, to: play });
