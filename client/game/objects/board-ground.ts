import type Phaser from 'phaser';
import { coverOf, GROUND_TILE } from '../layout/board-layout.ts';
import { mix, hashUnit, type Size } from '../layout/geometry.ts';
import type { View } from '../layout/view.ts';
import type { Theme } from '../theme.ts';

/**
 * The cork of the board. Covers what the camera sees, not the whole board: without WebGL a tile sprite is a canvas of its full
 * size, and one of the whole board takes 125 MB and most of a second to paint.
 */
export class BoardGround {
  readonly #sprite: Phaser.GameObjects.TileSprite;

  constructor(scene: Phaser.Scene, theme: Theme, screen: Size) {
    this.#sprite = scene.add.tileSprite(0, 0, GROUND_TILE, GROUND_TILE, textureOf(scene, theme));
    this.#sprite.setOrigin(0).setDepth(-10);
    this.cover({ x: 0, y: 0, zoom: 1 }, screen);
  }

  paint(theme: Theme): void {
    this.#sprite.setTexture(textureOf(this.#sprite.scene, theme));
  }

  /** Moves the cork under the view. Its canvas is painted again only when its size changes. */
  cover(view: View, screen: Size): void {
    const { x, y, width, height, scale } = coverOf(view, screen);
    this.#sprite.setPosition(x, y).setScale(scale);
    if (this.#sprite.width !== width || this.#sprite.height !== height) this.#sprite.setSize(width, height);
  }
}

/** The key of the cork texture in the colours of a theme; paints the texture at its first use. */
function textureOf({ textures }: Phaser.Scene, theme: Theme): string {
  const key = `cork ${theme.css('board')} ${theme.dark}`;
  if (!textures.exists(key)) textures.addCanvas(key, cork(theme));
  return key;
}

function cork(theme: Theme): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [GROUND_TILE, GROUND_TILE];
  const paint = canvas.getContext('2d');
  if (!paint) return canvas;
  paint.fillStyle = theme.css('board');
  paint.fillRect(0, 0, GROUND_TILE, GROUND_TILE);
  for (let i = 0; i < 150; i += 1) {
    const [x, y, size] = [
      hashUnit(`x${i}`) * GROUND_TILE,
      hashUnit(`y${i}`) * GROUND_TILE,
      mix(0.6, 2, hashUnit(`s${i}`)),
    ];
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
