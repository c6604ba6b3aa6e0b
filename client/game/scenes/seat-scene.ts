import { Scene } from 'phaser';
import type { Size } from '../layout/geometry.ts';
import { ArtTextures } from '../objects/art-textures.ts';
import type { SceneContext } from '../scene-context.ts';

/** A scene that draws the seat's state: after every change once, in the next frame. */
export abstract class SeatScene extends Scene {
  protected context!: SceneContext;
  protected art!: ArtTextures;
  #stale = true;
  #started = false;

  init(context: SceneContext): void {
    this.context = context;
    this.art = new ArtTextures(this, context, () => this.redraw());
  }

  create(): void {
    const leave = this.context.deps.subscribe(() => this.redraw());
    const resized = (): void => {
      this.resized();
      this.redraw();
    };
    this.scale.on('resize', resized);
    this.events.once('destroy', () => {
      leave();
      this.scale.off('resize', resized);
    });
    this.build();
    this.#started = true;
    this.redraw();
  }

  override update(): void {
    if (!this.#stale) return;
    this.#stale = false;
    this.draw();
  }

  /** Draw again in the next frame. */
  redraw(): void {
    this.#stale = true;
    if (this.#started) this.context.stir();
  }

  /** The page's colours changed. */
  repaint(): void {
    if (!this.#started) return;
    this.cleared();
    this.redraw();
  }

  /** The screen in CSS pixels. */
  protected get screen(): Size {
    return { width: this.scale.width / this.context.density, height: this.scale.height / this.context.density };
  }

  /** Called once a second of real time, for what moves with the clock. */
  everySecond(): void {}
  /** Makes what stays for the life of the scene. */
  protected abstract build(): void;
  /** Brings the picture in line with the state. Called often; changes only what differs. */
  protected abstract draw(): void;
  /** The screen has another size. */
  protected resized(): void {}
  /** Forget what was painted in old colours. */
  protected abstract cleared(): void;
}
