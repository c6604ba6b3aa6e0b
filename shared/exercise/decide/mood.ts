/** Trust and stress, each 0 to 10, known to trainers only; desks see posture and words. */
import { trainerOnly } from '../../access/audience.ts';
import type { Posture } from '../../vocabulary/enums.ts';
import type { PersonId } from '../ids.ts';
import type { Stage } from '../stage.ts';

const clamp = (value: number) => Math.min(10, Math.max(0, value));

export interface MoodEffect {
  trust?: number | undefined;
  stress?: number | undefined;
}

/** Changes a person's trust and stress by differences. */
export function changeMood(stage: Stage, person: PersonId, effect: MoodEffect | undefined): void {
  const before = stage.world.people[person]?.mood;
  if (!before || !effect) return;
  const trust = clamp(before.trust + (effect.trust ?? 0));
  const stress = clamp(before.stress + (effect.stress ?? 0));
  if (trust === before.trust && stress === before.stress) return;
  stage.emit({ type: 'mood-changed', audience: trainerOnly, person, trust, stress });
}

/** The visible sign of it. */
export function postureOf(stage: Stage, person: PersonId, turns = 0): Posture {
  const mood = stage.world.people[person]?.mood ?? { trust: 5, stress: 3 };
  if (mood.stress >= 8) return 'distressed';
  if (mood.trust <= 3) return 'guarded';
  if (mood.stress >= 6 || turns >= 12) return 'tired';
  if (mood.trust >= 7 && mood.stress <= 3) return 'relieved';
  return 'calm';
}
