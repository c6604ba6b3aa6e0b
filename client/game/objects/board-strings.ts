import type Phaser from 'phaser';
import { strokeLine } from './paint.ts';
import type { BoardString } from '../layout/board-layout.ts';
import { curvePoints, saggingCurve, type Point } from '../layout/geometry.ts';
import type { Theme } from '../theme.ts';

const RED = 0xc8553d;

/** Draws all strings and the one being dragged. Links are red threads; shared proof is a dotted line. */
export function drawStrings(
  paint: Phaser.GameObjects.Graphics,
  theme: Theme,
  strings: readonly BoardString[],
  pin: (id: string) => Point | undefined,
  loose?: { from: Point; to: Point },
): void {
  paint.clear();
  for (const string of strings) {
    const [from, to] = [pin(string.a), pin(string.b)];
    if (!from || !to) continue;
    if (string.kind === 'link') thread(paint, from, to);
    else dotted(paint, from, to, theme.number('good'));
  }
  if (loose) {
    thread(paint, loose.from, loose.to);
    paint.fillStyle(RED).fillCircle(loose.to.x, loose.to.y, 6);
  }
}

function thread(paint: Phaser.GameObjects.Graphics, from: Point, to: Point): void {
  const points = curvePoints(saggingCurve(from, to));
  strokeLine(
    paint.lineStyle(4, 0x000000, 0.16),
    points.map(({ x, y }) => ({ x: x + 1.5, y: y + 4 })),
  );
  strokeLine(paint.lineStyle(2.8, RED), points);
}

function dotted(paint: Phaser.GameObjects.Graphics, from: Point, to: Point, colour: number): void {
  const steps = Math.max(8, Math.round(Math.hypot(to.x - from.x, to.y - from.y) / 13));
  paint.fillStyle(colour);
  for (const { x, y } of curvePoints(saggingCurve(from, to), steps)) paint.fillCircle(x, y, 2.6);
}
