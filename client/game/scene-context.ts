/** The dependencies of every scene: data access, current colours and screen density. */
import type { SceneDeps } from './scene-deps.ts';
import type { Theme } from './theme.ts';

export interface SceneContext {
  readonly deps: SceneDeps;
  /** Canvas pixels per CSS pixel. */
  readonly density: number;
  theme(): Theme;
  /** Keeps the game loop running for a while; a still scene sleeps. */
  keepAwake(ms?: number): void;
  /** Sets the line over the corner of the scene; an empty text hides it. */
  caption(text: string): void;
}
