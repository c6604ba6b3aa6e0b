/**
 * The one door to the drawn scenes, loaded lazily by the pages that show one.
 *
 * The canvas is a picture beside the page: hidden from assistive technology, all it shows and offers stands in HTML too.
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
/** Beyond this a phone pays for sharpness nobody sees. */
const MAX_DENSITY = 2.5;

export interface MountedScene {
  destroy(): void;
}

/** Draws a scene into an element that has a size of its own, and keeps drawing the seat's state until destroyed. */
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
    stir: (ms) => activity.stir(ms),
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
  const stop = watch(element, game, activity, density, repaint, () => scene.everySecond());
  return {
    destroy() {
      stop();
      caption.remove();
      game.destroy(true);
      // The game ends in its next step; one that rests has none.
      activity.stir();
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
    // What happens over the canvas but not on it (a dialog, a menu) is none of the scene's business.
    input: { activePointers: 2, keyboard: false, gamepad: false, windowEvents: false },
    // The canvas has the screen's own pixels; Phaser's resize mode would give it CSS pixels and blur everything.
    scale: { mode: Scale.NONE, width: width * density, height: height * density, zoom: 1 / density },
    render: { antialias: true, powerPreference: 'low-power' },
    fps: { limit: 60 },
  };
}

/** A canvas does not wait for fonts: words are painted again once they are there. */
const fontsIn = (theme: Theme): Promise<unknown> =>
  Promise.all(
    ['400', '600'].flatMap((weight) =>
      [theme.css('sans'), theme.css('serif')].map((face) => document.fonts.load(`${weight} 16px ${face}`)),
    ),
  );

/** Everything outside the game that changes the picture: size, theme, fingers, the clock. */
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
    activity.stir();
  });
  resized.observe(element);
  const themed = new MutationObserver(repaint);
  themed.observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['data-theme', 'data-contrast', 'class', 'dir'],
  });
  const wake = (): void => activity.stir(1200);
  const kinds = ['pointerdown', 'pointermove', 'pointerup', 'wheel', 'touchstart', 'touchmove'] as const;
  for (const kind of kinds) element.addEventListener(kind, wake, { capture: true, passive: true });
  document.addEventListener('visibilitychange', wake);
  // A press that began on the canvas ends wherever the mouse is let go.
  const letGo = (event: MouseEvent): void => {
    if (event.target !== game.canvas && game.input.mousePointer?.isDown) game.input.mouse?.onMouseUp(event);
  };
  globalThis.addEventListener('mouseup', letGo);
  const clock = setInterval(tick, 1000);
  return () => {
    resized.disconnect();
    themed.disconnect();
    for (const kind of kinds) element.removeEventListener(kind, wake, { capture: true });
    document.removeEventListener('visibilitychange', wake);
    globalThis.removeEventListener('mouseup', letGo);
    clearInterval(clock);
  };
}
