/** The plays of a simulation. */
import { BOT_KINDS, type BotKind } from '../vocabulary/enums.ts';
import type { RoleId } from '../exercise/ids.ts';
import { draw } from '../exercise/random.ts';

/** How the desks of a play are filled: bots of one kind, or a random kind for each desk. */
export const LINE_UPS = ['by-the-book', 'careless', 'random', 'slow', 'mixed'] as const;
export type LineUp = (typeof LINE_UPS)[number];

/** A play by its number. The same seed, line-ups and number give the same play on every worker and in any order. */
export interface PlayPlan {
  play: number;
  seed: number;
  lineUp: LineUp;
  bots: Record<RoleId, BotKind>;
}

/** A 32-bit hash of a seed and a number. */
export function seedOf(seed: number, play: number): number {
  const first = draw((seed ^ Math.imul(play, 0x9e37_79b1)) | 0);
  return Math.floor(draw(first.state ^ play).value * 0x1_0000_0000);
}

/** Play number `play` (from 1). Line-ups alternate. */
export function planOf(seed: number, play: number, lineUps: readonly LineUp[], roles: readonly RoleId[]): PlayPlan {
  const own = seedOf(seed, play);
  const lineUp = lineUps[(play - 1) % lineUps.length] ?? 'mixed';
  let state = own;
  const kindOf = () => {
    if (lineUp !== 'mixed') return lineUp;
    const drawn = draw(state);
    state = drawn.state;
    return BOT_KINDS[Math.floor(drawn.value * BOT_KINDS.length)] ?? 'random';
  };
  return { play, seed: own, lineUp, bots: Object.fromEntries(roles.map((role) => [role, kindOf()])) };
}
