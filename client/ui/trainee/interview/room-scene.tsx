/** The place of the drawn interview room. Until it is there, or where it cannot be drawn, the portrait stands alone. */
import type { ComponentChildren } from 'preact';

export function RoomScene({ fallback }: { interview: string; fallback: ComponentChildren }) {
  return <div class="iv-scene">{fallback}</div>;
}
