/** The interface between a test and the harness page. */
import type { MountedScene } from '../../../../client/game/mount.ts';
import type { SceneKind } from '../../../../client/game/scene-deps.ts';
import type { SeatState } from '../../../../client/state/seat-state.ts';
import type { AnyCommand } from '../../../../shared/vocabulary/commands.ts';
import type { World } from '../../../../shared/exercise/world.ts';
import type { Card } from '../../../../shared/protocol/cards.ts';

export interface SceneSetup {
  kind: SceneKind;
  role: string;
  seat: string;
  world: World;
  cards: Record<string, Card>;
  /** Addresses of drawings by card. */
  art: Record<string, string>;
  selection: SeatState['selection'];
  now: number;
  reducedMotion: boolean;
  rtl: boolean;
}

export interface SceneProbe {
  scene?: MountedScene;
  sent: AnyCommand[];
  state(): SeatState;
  change(next: Partial<SeatState>): void;
}
