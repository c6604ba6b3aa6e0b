import type Phaser from 'phaser';
import { emblemOfRole } from '../layout/emblem-of-role.ts';
import type { SceneContext } from '../scene-context.ts';
import { type ArtTextures, FACE } from './art-textures.ts';

const RIM = 2.5;

/** A person or a desk on the map: a face or an emblem on a small disc. */
export class Token {
  readonly disc: Phaser.GameObjects.Container;

  constructor(
    scene: Phaser.Scene,
    context: SceneContext,
    art: ArtTextures,
    who: { person: string } | { role: string },
    radius = 15,
  ) {
    const theme = context.theme();
    const base = scene.add.graphics();
    this.disc = scene.add.container(0, 0, [base]);
    base.fillStyle(0x000000, 0.18).fillCircle(0.5, 2, radius + RIM);
    if ('person' in who) {
      base.fillStyle(theme.number('card')).fillCircle(0, 0, radius + RIM);
      const face = art.picture(`person:${who.person}`, {
        width: radius * 4,
        height: radius * 4,
        part: FACE,
        round: true,
      });
      if (face) this.disc.add(scene.add.image(0, 0, face).setDisplaySize(radius * 2, radius * 2));
      else drawSilhouette(base, radius, theme.number('edge'));
      return;
    }
    const emblem = emblemOfRole(context.deps.tools.card(`role:${who.role}`), who.role);
    base
      .fillStyle(theme.number('card'))
      .fillCircle(0, 0, radius + RIM)
      .fillStyle(theme.number(emblem))
      .fillCircle(0, 0, radius);
    const mark = art.emblem(emblem, theme.css('on-accent'), 28);
    if (mark) this.disc.add(scene.add.image(0, 0, mark).setDisplaySize(radius * 1.3, radius * 1.3));
  }
}

/** Draws a silhouette for a person without a picture. */
function drawSilhouette(base: Phaser.GameObjects.Graphics, radius: number, colour: number): void {
  base.fillStyle(colour, 0.35).fillCircle(0, 0, radius);
  base.fillStyle(colour).fillCircle(0, -radius * 0.25, radius * 0.34);
  base.slice(0, radius * 0.75, radius * 0.6, Math.PI, 2 * Math.PI).fillPath();
}
