/** What every scene gets when it is started: its means, the colours of the moment and the sharpness of the screen. */
import type { SceneDeps } from './scene-deps.ts';
import type { Theme } from './theme.ts';

export interface SceneContext {
  readonly deps: SceneDeps;
  /** Canvas pixels to a CSS pixel. */
  readonly density: number;
  theme(): Theme;
  /** Keeps the picture moving for a while; without it a still scene costs nothing. */
  stir(ms?: number): void;
  /** One line over the corner of the scene; empty takes it away. */
  caption(text: string): void;
}
