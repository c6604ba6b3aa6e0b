import type Phaser from 'phaser';
import { strokeLine } from './paint.ts';
import { curvePoints, distance, mix, hashUnit } from '../layout/geometry.ts';
import { type MapLayout, SHEET } from '../layout/map-layout.ts';
import type { Theme } from '../theme.ts';

/** How far the paper extends beyond the sheet, so that no screen shows its edge. */
export const BLEED = 900;

interface Ground {
  paper: number;
  land: number;
  hill: number;
  water: number;
  tree: number;
  trunk: number;
  road: number;
  edge: number;
}

const groundOf = ({ dark }: Theme): Ground =>
  dark
    ? {
        paper: 0x20292c,
        land: 0x263033,
        hill: 0x2c393a,
        water: 0x24404b,
        tree: 0x3a4c43,
        trunk: 0x46423a,
        road: 0x4b5150,
        edge: 0x171d20,
      }
    : {
        paper: 0xece1c9,
        land: 0xe4d8bb,
        hill: 0xd8d3b0,
        water: 0xbcd2d2,
        tree: 0x9db088,
        trunk: 0xa08a68,
        road: 0xf8f1e1,
        edge: 0xcdbd99,
      };

/** Draws the ground under the places: hills, a river, trees on free areas, and the roads. */
export function drawSheet(sheet: Phaser.GameObjects.Graphics, layout: MapLayout, theme: Theme): void {
  const ground = groundOf(theme);
  sheet
    .clear()
    .fillStyle(ground.paper)
    .fillRect(SHEET.x - BLEED, SHEET.y - BLEED, SHEET.width + 2 * BLEED, SHEET.height + 2 * BLEED);
  for (let i = 0; i < 9; i += 1) {
    const [x, y] = [hashUnit(`hill x ${i}`) * SHEET.width, hashUnit(`hill y ${i}`) * SHEET.height];
    sheet
      .fillStyle(i % 2 ? ground.land : ground.hill, 0.8)
      .fillEllipse(x, y, 260 + hashUnit(`hill w ${i}`) * 260, 130 + hashUnit(`hill h ${i}`) * 130);
  }
  river(sheet, ground);
  for (const road of layout.roads) stroke(sheet, road, ground);
  trees(sheet, layout, ground);
}

function river(sheet: Phaser.GameObjects.Graphics, ground: Ground): void {
  const points = Array.from({ length: 60 }, (_, i) => {
    const t = i / 59;
    return { x: mix(-BLEED, SHEET.width + BLEED, t), y: SHEET.height * (0.3 + 0.42 * t) + Math.sin(t * 19) * 34 };
  });
  strokeLine(sheet.lineStyle(30, ground.water, 0.9), points);
  strokeLine(
    sheet.lineStyle(2, ground.edge, 0.25),
    points.map(({ x, y }) => ({ x, y: y - 15 })),
  );
}

function stroke(sheet: Phaser.GameObjects.Graphics, { curve }: MapLayout['roads'][number], ground: Ground): void {
  const points = curvePoints(curve);
  strokeLine(sheet.lineStyle(15, ground.edge), points);
  strokeLine(sheet.lineStyle(11, ground.road), points);
  for (let i = 1; i < points.length - 1; i += 2) {
    const [a, b] = [points[i], points[i + 1]];
    if (a && b) sheet.lineStyle(1.6, ground.edge, 0.9).lineBetween(a.x, a.y, mix(a.x, b.x, 0.55), mix(a.y, b.y, 0.55));
  }
}

/** Draws small trees, away from places and roads. */
function trees(sheet: Phaser.GameObjects.Graphics, layout: MapLayout, ground: Ground): void {
  const taken = [
    ...Object.values(layout.points).map((point) => ({ ...point, room: 104 })),
    ...layout.roads.flatMap(({ curve }) => curvePoints(curve, 10).map((point) => ({ ...point, room: 34 }))),
  ];
  for (let i = 0; i < 90; i += 1) {
    const at = {
      x: mix(-BLEED * 0.4, SHEET.width + BLEED * 0.4, hashUnit(`tree x ${i}`)),
      y: mix(-BLEED * 0.3, SHEET.height + BLEED * 0.3, hashUnit(`tree y ${i}`)),
    };
    if (taken.some((other) => distance(other, at) < other.room)) continue;
    const size = 9 + hashUnit(`tree ${i}`) * 8;
    sheet.fillStyle(0x000000, 0.06).fillEllipse(at.x + 3, at.y + size * 0.9, size * 2.2, size * 0.5);
    sheet.fillStyle(ground.trunk).fillRect(at.x - 1.5, at.y, 3, size * 0.9);
    sheet.fillStyle(ground.tree).fillEllipse(at.x, at.y - size * 0.2, size * 2.4, size * 1.05);
  }
}
