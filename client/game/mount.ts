/**
 * Mounts the Phaser scenes. The pages that show a scene load this module lazily.
 *
 * The canvas is hidden from assistive technology, because the HTML page shows and offers the same.
 */
import { AUTO, Game, Scale, type Types } from 'phaser';
import { Activity } from './activity.ts';
import { Caption } from './caption.ts';
import type { SceneContext } from './scene-context.ts';
import type { SceneDeps, SceneKind } from './scene-deps.ts';
import { BoardScene } from './scenes/board-scene.ts';
import { InterviewScene } from './scenes/interview-scene.ts';
import { MapScene } from './scenes/map-scene.ts';
import { ReferralScene } from './scenes/referral-scene.ts';
import type { SeatScene } from './scenes/seat-scene.ts';
import { type Theme, themeOf } from './theme.ts';

const SCENES: Record<SceneKind, new () => SeatScene> = {
  map: MapScene,
  board: BoardScene,
  interview: InterviewScene,
  referral: ReferralScene,
};
/** A higher density costs a phone battery without a visible gain. */
const MAX_DENSITY = 2.5;

export interface MountedScene {
  destroy(): void;
}

/** Draws a scene into an element with its own size, and redraws on every state change until destroyed. */
export function mountScene(kind: SceneKind, element: HTMLElement, deps: SceneDeps): MountedScene {
  const density = Math.min(globalThis.devicePixelRatio || 1, MAX_DENSITY);
  const game = new Game(config(element, density));
  const activity = new Activity(game);
  const caption = new Caption(element);
  const scene = new SCENES[kind]();
  let theme: Theme = themeOf(deps.theme());
  const context: SceneContext = {
    deps,
    density,
    theme: () => theme,
    keepAwake: (ms) => activity.keepAwake(ms),
    caption: (text) => caption.show(text),
  };
  game.canvas?.setAttribute('aria-hidden', 'true');
  game.events.once('ready', () => {
    game.canvas.setAttribute('aria-hidden', 'true');
    game.canvas.style.display = 'block';
    game.scene.add(kind, scene, true, context);
  });
  const repaint = (): void => {
    theme = themeOf(deps.theme());
    scene.repaint();
  };
  void fontsIn(theme).then(repaint);
  const stop = watch(element, game, activity, density, repaint, () => scene.updateClock());
  return {
    destroy() {
      stop();
      caption.remove();
      game.destroy(true);
      // The game is destroyed in its next step, so a sleeping loop must wake up.
      activity.keepAwake();
      game.canvas?.remove();
    },
  };
}

const sizeOf = (element: HTMLElement): { width: number; height: number } => ({
  width: Math.max(120, element.clientWidth),
  height: Math.max(120, element.clientHeight),
});

function config(element: HTMLElement, density: number): Types.Core.GameConfig {
  const { width, height } = sizeOf(element);
  return {
    type: AUTO,
    parent: element,
    transparent: true,
    banner: false,
    disableContextMenu: false,
    audio: { noAudio: true },
    // The scene must not react to events that happen over the canvas but belong to a dialog or menu.
    input: { activePointers: 2, keyboard: false, gamepad: false, windowEvents: false },
    // The canvas has device pixels; Phaser's resize mode would give it CSS pixels and blur the picture.
    scale: { mode: Scale.NONE, width: width * density, height: height * density, zoom: 1 / density },
    render: { antialias: true, powerPreference: 'low-power' },
    fps: { limit: 60 },
  };
}

/** Waits for the fonts: a canvas does not repaint by itself when they arrive. */
const fontsIn = (theme: Theme): Promise<unknown> =>
  Promise.all(
    ['400', '600'].flatMap((weight) =>
      [theme.css('sans'), theme.css('serif')].map((face) => document.fonts.load(`${weight} 16px ${face}`)),
    ),
  );

/** Observes everything outside the game that changes the picture: size, theme, pointers, the clock. */
function watch(
  element: HTMLElement,
  game: Game,
  activity: Activity,
  density: number,
  repaint: () => void,
  tick: () => void,
): () => void {
  const resized = new ResizeObserver(() => {
    const { width, height } = sizeOf(element);
    game.scale.resize(width * density, height * density);
    activity.keepAwake();
  });
  resized.observe(element);
  const themed = new MutationObserver(repaint);
  themed.observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['data-theme', 'data-contrast', 'class', 'dir'],
  });
  const wake = (): void => activity.keepAwake(1200);
  const kinds = ['pointerdown', 'pointermove', 'pointerup', 'wheel', 'touchstart', 'touchmove'] as const;
  for (const kind of kinds) element.addEventListener(kind, wake, { capture: true, passive: true });
  document.addEventListener('visibilitychange', wake);
  // Releases the pointer if a press began on the canvas and ended outside it.
  const release = (event: MouseEvent): void => {
    if (event.target !== game.canvas && game.input.mousePointer?.isDown) game.input.mouse?.onMouseUp(event);
  };
  globalThis.addEventListener('mouseup', release);
  const clock = setInterval(tick, 1000);
  return () => {
    resized.disconnect();
    themed.disconnect();
    for (const kind of kinds) element.removeEventListener(kind, wake, { capture: true });
    document.removeEventListener('visibilitychange', wake);
    globalThis.removeEventListener('mouseup', release);
    clearInterval(clock);
  };
}
