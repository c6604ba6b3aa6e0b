import type Phaser from 'phaser';
import { fillShape } from './paint.ts';
import type { Posture } from '../../../shared/vocabulary/enums.ts';
import type { SeatPosition } from '../layout/room-layout.ts';
import type { SceneContext } from '../scene-context.ts';
import type { ArtTextures } from './art-textures.ts';

const ASPECT = 0.8;
const TRANSITION_MS = 700;

/** Small offsets of position, size and lean for each posture. */
interface PostureOffset {
  /** Shares of the figure's height. */
  x: number;
  y: number;
  scale: number;
  /** Lean in radians. */
  lean: number;
}

const POSTURE_OFFSETS: Record<Posture, PostureOffset> = {
  calm: { x: 0, y: 0, scale: 1, lean: 0 },
  guarded: { x: -0.035, y: 0.012, scale: 0.975, lean: -0.022 },
  tired: { x: 0.006, y: 0.038, scale: 0.99, lean: 0.016 },
  distressed: { x: 0.02, y: 0.03, scale: 0.97, lean: 0.03 },
  relieved: { x: 0, y: -0.012, scale: 1.012, lean: 0 },
};

const postureOffset = (posture: Posture | undefined): PostureOffset => POSTURE_OFFSETS[posture ?? 'calm'];

/** A person at the table, half-length. Posture and face change with a slow transition. */
export class SeatedFigure {
  readonly #scene: Phaser.Scene;
  readonly #context: SceneContext;
  readonly #art: ArtTextures;
  #figure: Phaser.GameObjects.Image | undefined;
  #shadow: Phaser.GameObjects.Graphics | undefined;
  #key = '';
  #pose = '';

  constructor(scene: Phaser.Scene, context: SceneContext, art: ArtTextures) {
    [this.#scene, this.#context, this.#art] = [scene, context, art];
  }

  /** `source`: a card with a picture, or a bundled figure. */
  show(
    source: { card: string } | { name: string; svg: string },
    seat: SeatPosition,
    posture: Posture | undefined,
    tint: number,
  ): void {
    const size = { width: Math.round(seat.height * ASPECT), height: Math.round(seat.height) };
    const choice = { ...size, expression: posture, without: ['ground'] };
    const key =
      'card' in source
        ? this.#art.picture(source.card, choice)
        : this.#art.figure(source.name, source.svg, { ...size, without: ['ground'] });
    this.#update(seat, posture, key ?? '');
    this.#figure?.setTint(tint);
  }

  hide(): void {
    this.#figure?.destroy();
    this.#shadow?.destroy();
    this.#figure = undefined;
    this.#shadow = undefined;
    [this.#key, this.#pose] = ['', ''];
  }

  #update(seat: SeatPosition, posture: Posture | undefined, key: string): void {
    const transitionMs = this.#context.deps.reducedMotion ? 0 : TRANSITION_MS;
    const pose = JSON.stringify([seat, posture]);
    if (key === '') {
      if (!this.#figure && !this.#shadow) this.#shadow = silhouette(this.#scene, seat);
      return;
    }
    const { x, y, scale, lean } = postureOffset(posture);
    const place = { x: seat.x + x * seat.height, y: seat.y + y * seat.height, rotation: lean };
    if (key !== this.#key) {
      const old = this.#figure;
      this.#figure = this.#scene.add
        .image(old?.x ?? place.x, old?.y ?? place.y, key)
        .setOrigin(0.5, 1)
        .setRotation(old?.rotation ?? lean)
        .setDepth(10);
      this.#figure.setDisplaySize(seat.height * ASPECT * scale, seat.height * scale);
      if (old && transitionMs > 0) {
        this.#figure.setAlpha(0);
        this.#scene.tweens.add({
          targets: this.#figure,
          alpha: 1,
          duration: transitionMs / 2,
          onComplete: () => old.destroy(),
        });
      } else old?.destroy();
      this.#shadow?.destroy();
      this.#shadow = undefined;
      this.#key = key;
    } else if (pose === this.#pose) return;
    this.#pose = pose;
    this.#scene.tweens.add({
      targets: this.#figure,
      ...place,
      duration: Math.max(1, transitionMs),
      ease: 'Sine.easeInOut',
    });
  }
}

/** A silhouette while the picture loads, or if there is none. */
function silhouette(scene: Phaser.Scene, { x, y, height: h }: SeatPosition): Phaser.GameObjects.Graphics {
  const shape = scene.add.graphics().setDepth(10).fillStyle(0x8f887a);
  shape.fillEllipse(x, y - h * 0.58, h * 0.28, h * 0.35);
  shape.fillRect(x - h * 0.06, y - h * 0.45, h * 0.12, h * 0.14);
  return fillShape(shape, [
    { x: x - h * 0.31, y },
    { x: x - h * 0.28, y: y - h * 0.22 },
    { x: x - h * 0.17, y: y - h * 0.3 },
    { x: x + h * 0.17, y: y - h * 0.3 },
    { x: x + h * 0.28, y: y - h * 0.22 },
    { x: x + h * 0.31, y },
  ]);
}
