/** Paths from plain points. */
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

/** A line through the points, in the line style that holds. */
export const strokeLine = (paint: Paint, points: readonly Point[]): Paint => trace(paint, points).strokePath();

/** A filled shape with these corners, in the fill style that holds. */
export const fillShape = (paint: Paint, corners: readonly Point[]): Paint =>
  trace(paint, corners).closePath().fillPath();
