import type Phaser from 'phaser';
import { mix, hashUnit } from '../layout/geometry.ts';
import { BOARD_MAX } from '../layout/board-layout.ts';
import type { Theme } from '../theme.ts';

const TILE = 160;
const BLEED = 1600;

/** The cork background: the board's colour with small flecks, identical on every client. */
export function boardGround(scene: Phaser.Scene, theme: Theme): Phaser.GameObjects.TileSprite {
  const key = `cork ${theme.css('board')} ${theme.dark}`;
  if (!scene.textures.exists(key)) scene.textures.addCanvas(key, cork(theme));
  return scene.add.tileSprite(BOARD_MAX / 2, BOARD_MAX / 2, BOARD_MAX + BLEED, BOARD_MAX + BLEED, key).setDepth(-10);
}

function cork(theme: Theme): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [TILE, TILE];
  const paint = canvas.getContext('2d');
  if (!paint) return canvas;
  paint.fillStyle = theme.css('board');
  paint.fillRect(0, 0, TILE, TILE);
  for (let i = 0; i < 150; i += 1) {
    const [x, y, size] = [hashUnit(`x${i}`) * TILE, hashUnit(`y${i}`) * TILE, mix(0.6, 2, hashUnit(`s${i}`))];
    paint.fillStyle =
      hashUnit(`c${i}`) > 0.5
        ? `rgb(255 255 255 / ${theme.dark ? 0.035 : 0.14})`
        : `rgb(0 0 0 / ${theme.dark ? 0.14 : 0.05})`;
    paint.beginPath();
    paint.ellipse(x, y, size * 1.6, size, hashUnit(`r${i}`) * 3, 0, 2 * Math.PI);
    paint.fill();
  }
  return canvas;
}
