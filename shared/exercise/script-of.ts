/** The authored script of an interview, which only the truth looks up: a desk learns it by the questions it is offered. */
import type { Scenario } from '../scenario/schema/scenario.ts';
import type { Interview } from './world.ts';

/** The script for this person and kind; `none` if the author wrote none. */
export const scriptOf = (
  { interviews }: Pick<Scenario, 'interviews'>,
  { script, person, kind }: Pick<Interview, 'script' | 'person' | 'kind'>,
): string =>
  script ??
  Object.keys(interviews).find((id) => interviews[id]?.with === person && interviews[id].kind === kind) ??
  'none';
