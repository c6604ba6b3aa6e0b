/** Draws paths from points. */
import type Phaser from 'phaser';
import type { Point } from '../layout/geometry.ts';

type Paint = Phaser.GameObjects.Graphics;

function trace(paint: Paint, points: readonly Point[]): Paint {
  const [first, ...rest] = points;
  paint.beginPath();
  if (first) paint.moveTo(first.x, first.y);
  for (const { x, y } of rest) paint.lineTo(x, y);
  return paint;
}

/** Strokes a line through the points in the current line style. */
export const strokeLine = (paint: Paint, points: readonly Point[]): Paint => trace(paint, points).strokePath();

/** Fills a polygon in the current fill style. */
export const fillShape = (paint: Paint, corners: readonly Point[]): Paint =>
  trace(paint, corners).closePath().fillPath();
