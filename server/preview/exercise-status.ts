/** The part of the preview's status that follows from the case and its exercise. */
import { activeStates } from '../../shared/exercise/decide/settle.ts';
import type { PreviewStatus } from '../../shared/preview/wire.ts';
import type { LiveExercise } from '../exercises/live-exercise.ts';
import { titleOf } from './case-pictures.ts';
import { nextHappening } from './happenings.ts';
import type { Playable } from './preview-library.ts';

type ExerciseStatus = Pick<PreviewStatus, 'hash' | 'title' | 'desks' | 'clock' | 'active'>;

/** `tokenOf` returns the seat token of a desk. */
export function exerciseStatus(
  { compiled, hash }: Playable,
  live: LiveExercise,
  { speed, tokenOf }: { speed: number; tokenOf: (role: string) => string },
): ExerciseStatus {
  const { scenario } = compiled;
  return {
    hash,
    title: scenario.title,
    desks: Object.keys(scenario.roles).map((role) => ({ role, title: titleOf(compiled, role), token: tokenOf(role) })),
    clock: {
      at: live.caseNow(),
      starts: scenario.starts,
      pace: live.pace,
      speed,
      ended: live.status === 'ended',
      next: nextHappening(compiled, live.exercise),
    },
    active: activeStates(live.world.charts),
  };
}
