/** Checks that the commands about interviews share. */
import { knowsHelper } from '../known-with.ts';
import type { Stage } from '../stage.ts';
import type { Interview } from '../world.ts';
import { type Desk, type Refusal, refuse } from './desk.ts';

/** Passes for the desk's own interview in one of these states; with `lead`, only if this seat leads it. */
export function needsInterview(
  stage: Stage,
  desk: Desk,
  id: string,
  states: Interview['state'][],
  lead = true,
): Refusal {
  const interview = stage.world.interviews[id];
  if (interview?.by !== desk.role) return refuse('unknown-id', { id });
  if (lead && interview.lead !== desk.seat) return refuse('not-lead');
  return states.includes(interview.state) ? undefined : refuse('wrong-state', { state: interview.state });
}

/** True for no helper, or for one of this kind that the desk has on its list. */
export const helperIs = (stage: Stage, desk: Desk, id: string | undefined, kind: string): boolean =>
  id === undefined ||
  (knowsHelper(stage.compiled, stage.world, desk.role, id) && stage.compiled.scenario.helpers[id]?.kind === kind);

/** Passes if interviewer and person are both at the place of the interview. */
export function needsTogether(stage: Stage, desk: Desk, interview: Interview | undefined): Refusal {
  const place = interview?.place;
  const here = place !== undefined && stage.world.seats[desk.seat]?.at === place && !stage.world.seats[desk.seat]?.busy;
  const there = place !== undefined && stage.world.people[interview?.person ?? '']?.place === place;
  return here && there ? undefined : refuse('not-here', { id: interview?.person ?? '' });
}
