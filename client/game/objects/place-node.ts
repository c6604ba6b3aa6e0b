import type Phaser from 'phaser';
import type { Point } from '../layout/geometry.ts';
import { tokenSpots } from '../layout/map-layout.ts';
import type { SceneContext } from '../scene-context.ts';
import type { ArtTextures } from './art-textures.ts';
import { Token } from './token.ts';
import { resize, addText } from './text.ts';

const PICTURE = { width: 112, height: 70 };
const MAX_SHOWN = 10;

export type Visitor = { person: string } | { role: string };

/** A place on the map: its framed picture, its name, and the known people who are there. */
export class PlaceNode {
  readonly all: Phaser.GameObjects.Container;
  readonly #scene: Phaser.Scene;
  readonly #context: SceneContext;
  readonly #art: ArtTextures;
  readonly #frame: Phaser.GameObjects.Graphics;
  readonly #name: Phaser.GameObjects.Text;
  readonly #people: Phaser.GameObjects.Container;
  #picture: Phaser.GameObjects.Image | undefined;
  #shown = '';

  constructor(scene: Phaser.Scene, context: SceneContext, art: ArtTextures, at: Point, onTap: () => void) {
    [this.#scene, this.#context, this.#art] = [scene, context, art];
    this.#frame = scene.add.graphics();
    this.#name = addText(scene, context, 0, PICTURE.height / 2 + 2, '', {
      size: 15,
      weight: 600,
      align: 'center',
      width: 140,
      lines: 2,
    });
    this.#name.setStroke(context.theme().dark ? '#20292c' : '#ece1c9', 5);
    this.#people = scene.add.container(0, -PICTURE.height / 2 - 4);
    this.all = scene.add.container(at.x, at.y, [this.#frame, this.#name, this.#people]);
    const zone = scene.add.zone(0, 8, PICTURE.width + 20, PICTURE.height + 60).setInteractive({ useHandCursor: true });
    zone.on('pointerup', onTap);
    this.all.add(zone);
  }

  show(id: string, name: string, visitors: readonly Visitor[], selected: boolean): void {
    this.#name.setText(name);
    this.#paintFrame(selected);
    this.#paintPicture(id);
    const shown = JSON.stringify(visitors);
    if (shown !== this.#shown || this.#waiting) this.#paintPeople(visitors);
    this.#shown = shown;
  }

  /** Enlarges the name when the map is zoomed out, so that it stays legible. */
  zoomed(zoom: number): void {
    resize(this.#name, Math.min(Math.max(0.86 / zoom, 1), 1.5));
  }

  /** True while a token lacks its face, because the picture is still loading. */
  get #waiting(): boolean {
    return this.#people.list.some((token) => 'list' in token && Array.isArray(token.list) && token.list.length < 2);
  }

  #paintFrame(selected: boolean): void {
    const [w, h] = [PICTURE.width, PICTURE.height];
    const theme = this.#context.theme();
    this.#frame
      .clear()
      .fillStyle(0x000000, theme.dark ? 0.4 : 0.16)
      .fillRoundedRect(-w / 2 - 3, -h / 2 - 1, w + 8, h + 9, 12);
    if (selected)
      this.#frame.fillStyle(theme.number('focus')).fillRoundedRect(-w / 2 - 9, -h / 2 - 9, w + 18, h + 18, 16);
    this.#frame.fillStyle(theme.dark ? 0xd8d3c6 : 0xfffdf8).fillRoundedRect(-w / 2 - 5, -h / 2 - 5, w + 10, h + 10, 12);
  }

  #paintPicture(id: string): void {
    if (this.#picture) return;
    const key = this.#art.picture(`place:${id}`, { width: PICTURE.width * 2, height: PICTURE.height * 2 });
    if (!key) return;
    this.#picture = this.#scene.add.image(0, 0, key).setDisplaySize(PICTURE.width, PICTURE.height);
    if (this.#context.theme().dark) this.#picture.setTint(0xd0d4d6);
    this.all.addAt(this.#picture, 1);
  }

  #paintPeople(visitors: readonly Visitor[]): void {
    this.#people.removeAll(true);
    const shown = visitors.slice(0, MAX_SHOWN);
    for (const [i, spot] of tokenSpots(shown.length).entries()) {
      const visitor = shown[i];
      if (visitor)
        this.#people.add(new Token(this.#scene, this.#context, this.#art, visitor).disc.setPosition(spot.x, -spot.y));
    }
    if (visitors.length > MAX_SHOWN)
      this.#people.add(
        addText(this.#scene, this.#context, 84, -42, `+${visitors.length - MAX_SHOWN}`, { size: 14, weight: 600 }),
      );
  }
}
