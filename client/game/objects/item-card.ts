import type Phaser from 'phaser';
import { fillShape } from './paint.ts';
import { CARD, type BoardCard } from '../layout/board-layout.ts';
import type { SceneContext } from '../scene-context.ts';
import type { ArtTextures } from './art-textures.ts';
import type { ItemFace } from './item-face.ts';
import { addText } from './text.ts';

const PAD = 8;
const PICTURE = { width: CARD.width - 2 * PAD, height: ((CARD.width - 2 * PAD) * 2) / 3 };
export const PIN_RADIUS = 8;

/** An item on the board: a sheet of paper held by a pin. Its position is its corner; it rotates about the pin. */
export class ItemCard {
  readonly sheet: Phaser.GameObjects.Container;
  readonly pin: Phaser.GameObjects.Zone;
  readonly #scene: Phaser.Scene;
  readonly #context: SceneContext;
  readonly #art: ArtTextures;
  #shown = '';

  constructor(scene: Phaser.Scene, context: SceneContext, art: ArtTextures, id: string) {
    [this.#scene, this.#context, this.#art] = [scene, context, art];
    this.sheet = scene.add.container(0, 0).setDepth(10);
    const hit = scene.add
      .zone(0, CARD.height / 2, CARD.width, CARD.height)
      .setData({ item: id, part: 'sheet' })
      .setInteractive({ draggable: true, useHandCursor: true });
    this.pin = scene.add
      .zone(0, 0, 44, 44)
      .setData({ item: id, part: 'pin' })
      .setInteractive({ draggable: true, useHandCursor: true });
    this.sheet.add([hit, this.pin]);
  }

  /** Sets the position of the card's corner. */
  put({ x, y, slant }: Pick<BoardCard, 'x' | 'y' | 'slant'>): void {
    this.sheet.setPosition(x + CARD.width / 2, y).setRotation(slant);
  }

  show(id: string, face: ItemFace): void {
    const key = this.#art.picture(`item:${id}`, { width: PICTURE.width * 1.2, height: PICTURE.height * 1.2 });
    const icon = key ? undefined : this.#art.icon(face.kind, '#8a7f6a', 56);
    const shown = JSON.stringify([face, key, icon]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    for (const old of this.sheet.list.filter((child) => child.type !== 'Zone')) old.destroy();
    const paint = [this.#paper(face), this.#picture(key, icon), ...this.#writing(face), this.#pinHead(face)];
    this.sheet.addAt(paint, 0);
  }

  forget(): void {
    this.#shown = '';
  }

  #paper(face: ItemFace): Phaser.GameObjects.Graphics {
    const theme = this.#context.theme();
    const [left, w, h] = [-CARD.width / 2, CARD.width, CARD.height];
    const paper = this.#scene.add.graphics();
    paper
      .fillStyle(0x000000, 0.1)
      .fillRect(left - 2, 4, w + 8, h + 6)
      .fillStyle(0x000000, 0.14)
      .fillRect(left + 1, 3, w + 2, h + 2);
    if (face.selected) paper.fillStyle(theme.number('focus')).fillRect(left - 5, -5, w + 10, h + 10);
    return paper
      .fillStyle(theme.number('doc'))
      .fillRect(left, 0, w, h)
      .lineStyle(1, 0xcfc5b2)
      .strokeRect(left, 0, w, h);
  }

  #picture(key: string | undefined, icon: string | undefined): Phaser.GameObjects.GameObject {
    const middle = PAD + PICTURE.height / 2;
    if (key) return this.#scene.add.image(0, middle, key).setDisplaySize(PICTURE.width, PICTURE.height);
    const blank = this.#scene.add.container(0, middle, [
      this.#scene.add.rectangle(0, 0, PICTURE.width, PICTURE.height, 0xefe6d3),
    ]);
    if (icon) blank.add(this.#scene.add.image(0, 0, icon).setDisplaySize(52, 52));
    return blank;
  }

  #writing(face: ItemFace): Phaser.GameObjects.Text[] {
    const x = this.#context.deps.rtl ? CARD.width / 2 - 12 : -CARD.width / 2 + 12;
    const width = CARD.width - 24;
    const top = PAD + PICTURE.height;
    const title = addText(this.#scene, this.#context, x, top + 3, face.title, {
      face: 'serif',
      size: 16,
      weight: 600,
      colour: 'doc-ink',
      width,
      lines: 2,
    });
    const tag = addText(this.#scene, this.#context, x, CARD.height - 32, face.tag, {
      size: 12,
      weight: 600,
      colour: '#6b6250',
      width,
      clipped: true,
    });
    title.setLineSpacing(-3);
    return [title, tag];
  }

  #pinHead(face: ItemFace): Phaser.GameObjects.Graphics {
    const colour = this.#context.theme().number(face.pin);
    const head = this.#scene.add.graphics();
    head.fillStyle(0x000000, 0.28).fillCircle(1.5, 4, PIN_RADIUS).fillStyle(colour).fillCircle(0, 0, PIN_RADIUS);
    head.fillStyle(0xffffff, 0.4).fillCircle(-2.4, -2.6, 2.6);
    if (face.sealed) seal(head);
    return head;
  }
}

/** Draws a strip over the corner of a sealed item. */
function seal(paint: Phaser.GameObjects.Graphics): void {
  const [right, top] = [CARD.width / 2, 0];
  fillShape(paint.fillStyle(0xa8472f), [
    { x: right - 34, y: top },
    { x: right - 20, y: top },
    { x: right, y: top + 20 },
    { x: right, y: top + 34 },
  ]);
}
