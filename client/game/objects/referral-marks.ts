import type Phaser from 'phaser';
import { strokeLine } from './paint.ts';
import { NEED_ICONS } from '../../art/icon-paths.ts';
import type { Point, Size } from '../layout/geometry.ts';
import type { PathStep } from '../layout/referral-layout.ts';
import type { SceneContext } from '../scene-context.ts';
import type { ArtTextures } from './art-textures.ts';
import { addText } from './text.ts';

type Paint = Phaser.GameObjects.Graphics;

export interface ServiceMark {
  name: string;
  /** Free capacity; undefined if this desk does not know it. */
  room: number | undefined;
  chosen: boolean;
}

/** Draws the marks of the referral picture into one layer, which is rebuilt on every change. */
export class ReferralMarks {
  readonly #scene: Phaser.Scene;
  readonly #context: SceneContext;
  readonly #art: ArtTextures;
  readonly #layer: Phaser.GameObjects.Container;
  readonly #paint: Paint;

  constructor(scene: Phaser.Scene, context: SceneContext, art: ArtTextures, layer: Phaser.GameObjects.Container) {
    [this.#scene, this.#context, this.#art, this.#layer] = [scene, context, art, layer];
    this.#paint = scene.add.graphics();
    layer.add(this.#paint);
  }

  /** Draws a line from a need to a service that meets it; bold if the service was chosen. */
  tie(from: Point, to: Point, bold: boolean): void {
    const theme = this.#context.theme();
    const points = Array.from({ length: 21 }, (_, i) => {
      const t = i / 20;
      const ease = t * t * (3 - 2 * t);
      return { x: from.x + (to.x - from.x) * t, y: from.y + (to.y - from.y) * ease };
    });
    strokeLine(this.#paint.lineStyle(bold ? 4 : 1.6, theme.number(bold ? 'service' : 'edge'), bold ? 1 : 0.45), points);
  }

  need(at: Point, need: string, met: boolean, named: boolean): void {
    const theme = this.#context.theme();
    this.#paint
      .fillStyle(theme.number(met ? 'service' : 'card'))
      .fillCircle(at.x, at.y, 22)
      .lineStyle(2.4, theme.number('service'))
      .strokeCircle(at.x, at.y, 22);
    const key = this.#art.icon(NEED_ICONS[need] ?? 'info', theme.css(met ? 'on-accent' : 'service'), 26);
    if (key) this.#layer.add(this.#scene.add.image(at.x, at.y, key).setDisplaySize(25, 25));
    if (!named) return;
    const style = { size: 13, align: 'center', width: 120, lines: 2, colour: 'ink-2' } as const;
    this.#layer.add(
      addText(this.#scene, this.#context, at.x, at.y + 24, this.#context.deps.labels(`need.${need}`), style),
    );
  }

  service(box: Point & Size, mark: ServiceMark): void {
    const theme = this.#context.theme();
    const { rtl, labels } = this.#context.deps;
    this.#paint.fillStyle(theme.number('card')).fillRoundedRect(box.x, box.y, box.width, box.height, 10);
    this.#paint
      .lineStyle(mark.chosen ? 3.5 : 1.2, theme.number(mark.chosen ? 'service' : 'line'))
      .strokeRoundedRect(box.x, box.y, box.width, box.height, 10);
    const small = box.height < 50;
    const x = rtl ? box.x + box.width - 12 : box.x + 12;
    const room = mark.room === undefined ? '' : labels('referral.room', { count: mark.room });
    const name = addText(this.#scene, this.#context, x, box.y + (small ? box.height / 2 - 15 : 5), mark.name, {
      size: 14,
      weight: 600,
      width: box.width - (small ? 126 : 24),
      clipped: true,
    });
    this.#layer.add(name);
    if (room === '') return;
    const full = mark.room === 0;
    const [roomX, roomY] = small
      ? [rtl ? box.x + 108 : box.x + box.width - 108, box.y + box.height / 2 - 14]
      : [x, box.y + 27];
    this.#layer.add(
      addText(this.#scene, this.#context, roomX, roomY, room, {
        size: 13,
        weight: 600,
        colour: full ? 'alert' : 'good',
        lines: 1,
      }),
    );
  }

  /** Draws the path of states. `clock` formats a case time. */
  path(points: readonly Point[], steps: readonly PathStep[], clock: (at: number) => string, narrow: boolean): void {
    const theme = this.#context.theme();
    const { labels } = this.#context.deps;
    for (const [i, step] of steps.entries()) {
      const [at, next] = [points[i], points[i + 1]];
      if (!at) continue;
      if (next)
        this.#paint
          .lineStyle(6, theme.number(step.phase === 'done' ? 'service' : 'line'))
          .lineBetween(at.x, at.y, next.x, next.y);
    }
    for (const [i, step] of steps.entries()) {
      const at = points[i];
      if (!at) continue;
      const colour = step.phase === 'ahead' ? 'line' : step.phase === 'now' ? 'due' : 'service';
      this.#paint
        .fillStyle(theme.number('paper'))
        .fillCircle(at.x, at.y, 13)
        .fillStyle(theme.number(colour))
        .fillCircle(at.x, at.y, step.phase === 'now' ? 11 : 9);
      const title = !narrow || step.phase === 'now' ? labels(`referral.state.${step.state}`) : '';
      if (title)
        this.#layer.add(
          addText(this.#scene, this.#context, at.x, at.y + 13, title, {
            size: 13,
            weight: step.phase === 'now' ? 600 : 400,
            align: 'center',
            colour: step.phase === 'ahead' ? 'ink-2' : 'ink',
            width: narrow ? 130 : 104,
            lines: 2,
          }),
        );
      if (step.at !== undefined && (!narrow || step.phase === 'now'))
        this.#layer.add(
          addText(this.#scene, this.#context, at.x, at.y - 37, clock(step.at), {
            size: 12,
            weight: 600,
            align: 'center',
            colour: 'ink-2',
          }),
        );
    }
  }
}
