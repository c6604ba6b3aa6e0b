import { Scene } from 'phaser';
import type { Size } from '../layout/geometry.ts';
import { ArtTextures } from '../objects/art-textures.ts';
import type { SceneContext } from '../scene-context.ts';

/** A scene that draws the seat's state. Several changes within a frame cause one redraw. */
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

  /** Schedules a redraw for the next frame. */
  redraw(): void {
    this.#stale = true;
    if (this.#started) this.context.keepAwake();
  }

  /** Repaints after a change of the page's colours. */
  repaint(): void {
    if (!this.#started) return;
    this.invalidateColours();
    this.redraw();
  }

  /** The size of the screen in CSS pixels. */
  protected get screen(): Size {
    return { width: this.scale.width / this.context.density, height: this.scale.height / this.context.density };
  }

  /** Called once a second of real time, for what depends on the clock. */
  updateClock(): void {}
  /** Creates the objects that live as long as the scene. */
  protected abstract build(): void;
  /** Updates the picture to the state. Called often, so it changes only what differs. */
  protected abstract draw(): void;
  /** Called after a change of the screen's size. */
  protected resized(): void {}
  /** Discards what was painted in the old colours. */
  protected abstract invalidateColours(): void;
}
