/** Small offsets of position, size and lean for each posture. Pure. */
import type { Posture } from '../../../shared/vocabulary/enums.ts';

export interface PostureOffset {
  /** Shares of the figure's height. */
  x: number;
  y: number;
  scale: number;
  /** Lean in radians. */
  lean: number;
}

const POSTURE_OFFSETS: Record<Posture, PostureOffset> = {
  calm: { x: 0, y: 0, scale: 1, lean: 0 },
  guarded: { x: -0.035, y: 0.012, scale: 0.975, lean: -0.022 },
  tired: { x: 0.006, y: 0.038, scale: 0.99, lean: 0.016 },
  distressed: { x: 0.02, y: 0.03, scale: 0.97, lean: 0.03 },
  relieved: { x: 0, y: -0.012, scale: 1.012, lean: 0 },
};

export const postureOffset = (posture: Posture | undefined): PostureOffset => POSTURE_OFFSETS[posture ?? 'calm'];
