/** The camera of a scene: the world point at the centre of the screen, and the zoom. All in CSS pixels. Pure. */
import { type Box, clamp, type Point, type Size } from './geometry.ts';

export interface View extends Point {
  zoom: number;
}
export interface Limits {
  min: number;
  max: number;
}

export const toWorld = (view: View, screen: Size, at: Point): Point => ({
  x: view.x + (at.x - screen.width / 2) / view.zoom,
  y: view.y + (at.y - screen.height / 2) / view.zoom,
});

export const toScreen = (view: View, screen: Size, at: Point): Point => ({
  x: (at.x - view.x) * view.zoom + screen.width / 2,
  y: (at.y - view.y) * view.zoom + screen.height / 2,
});

/** Zooms so that the world point under `at` stays under it. */
export function zoomAt(view: View, screen: Size, at: Point, factor: number, limits: Limits): View {
  const zoom = clamp(view.zoom * factor, limits.min, limits.max);
  const kept = toWorld(view, screen, at);
  return { zoom, x: kept.x - (at.x - screen.width / 2) / zoom, y: kept.y - (at.y - screen.height / 2) / zoom };
}

/** Moves the world by a drag of `dx`, `dy` screen pixels. */
export const panView = (view: View, dx: number, dy: number): View => ({
  ...view,
  x: view.x - dx / view.zoom,
  y: view.y - dy / view.zoom,
});

/** Limits the view to the world's edges; a world smaller than the screen is centred. */
export function clampView(view: View, world: Box, screen: Size): View {
  const axis = (at: number, start: number, length: number, seen: number): number =>
    seen >= length ? start + length / 2 : clamp(at, start + seen / 2, start + length - seen / 2);
  return {
    zoom: view.zoom,
    x: axis(view.x, world.x, world.width, screen.width / view.zoom),
    y: axis(view.y, world.y, world.height, screen.height / view.zoom),
  };
}

/** The view that shows a whole box, within the zoom limits. */
export function fitView(box: Box, screen: Size, limits: Limits, margin = 0): View {
  const zoom = Math.min(screen.width / (box.width + 2 * margin), screen.height / (box.height + 2 * margin));
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, zoom: clamp(zoom, limits.min, limits.max) };
}
