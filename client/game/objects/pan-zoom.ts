import type Phaser from 'phaser';
import { type Box, distance, type Point, type Size } from '../layout/geometry.ts';
import { clampView, type Limits, panView, toWorld, type View, zoomAt } from '../layout/view.ts';
import { sharpen } from './text.ts';

export interface PanZoomOptions {
  limits: Limits;
  density: number;
  screen: () => Size;
  /** The box that must stay visible. */
  world: () => Box;
  /** Returns whether a drag that began on these objects may move the view. */
  movesOn?: (over: Phaser.GameObjects.GameObject[]) => boolean;
  changed?: (view: View) => void;
}

/** Moves the camera by drag, pinch and wheel, and tells taps from drags. */
export class PanZoom {
  view: View = { x: 0, y: 0, zoom: 1 };
  readonly #scene: Phaser.Scene;
  readonly #options: PanZoomOptions;
  #last: Point | undefined;
  #moved = 0;
  #sharpenTimer: Phaser.Time.TimerEvent | undefined;
  #pinch: { apart: number; middle: Point } | undefined;

  constructor(scene: Phaser.Scene, options: PanZoomOptions) {
    this.#scene = scene;
    this.#options = options;
    const { input } = scene;
    input.on('pointerdown', (pointer: Phaser.Input.Pointer, over: Phaser.GameObjects.GameObject[]) => {
      this.#moved = 0;
      this.#last = options.movesOn?.(over) === false ? undefined : this.#at(pointer);
    });
    input.on('pointermove', (pointer: Phaser.Input.Pointer) => this.#move(pointer));
    for (const end of ['pointerup', 'pointerupoutside', 'gameout']) input.on(end, () => this.#end());
    input.on('wheel', (pointer: Phaser.Input.Pointer, _over: unknown, _dx: number, dy: number) => {
      this.setView(zoomAt(this.view, options.screen(), this.#at(pointer), Math.exp(-dy * 0.0014), options.limits));
    });
  }

  /** True if the last press was a tap and not a drag. */
  get tapped(): boolean {
    return this.#moved < 9;
  }

  /** Sets the view, limited to the world. */
  setView(view: View): void {
    const { screen, world, density, changed } = this.#options;
    this.view = clampView(view, world(), screen());
    const camera = this.#scene.cameras.main;
    camera.setZoom(this.view.zoom * density);
    camera.centerOn(this.view.x, this.view.y);
    changed?.(this.view);
    this.#scheduleSharpen();
  }

  /** Repaints texts for the new zoom once the zoom has stopped. */
  #scheduleSharpen(): void {
    this.#sharpenTimer?.remove();
    this.#sharpenTimer = this.#scene.time.delayedCall(160, () => sharpen(this.#scene));
  }

  /** The world point under a pointer. */
  worldAt(pointer: Point): Point {
    return toWorld(this.view, this.#options.screen(), this.#at(pointer));
  }

  #at(pointer: Point): Point {
    return { x: pointer.x / this.#options.density, y: pointer.y / this.#options.density };
  }

  #move(pointer: Phaser.Input.Pointer): void {
    const { pointer1, pointer2 } = this.#scene.input;
    if (pointer1.isDown && pointer2.isDown) {
      this.#handlePinch(this.#at(pointer1), this.#at(pointer2));
      return;
    }
    if (!pointer.isDown || this.#pinch) return;
    const at = this.#at(pointer);
    if (this.#last) {
      this.#moved += distance(at, this.#last);
      if (this.#moved >= 9) this.setView(panView(this.view, at.x - this.#last.x, at.y - this.#last.y));
      this.#last = at;
    } else
      this.#moved = Math.max(
        this.#moved,
        distance(at, { x: pointer.downX / this.#options.density, y: pointer.downY / this.#options.density }),
      );
  }

  #handlePinch(a: Point, b: Point): void {
    const [apart, middle] = [distance(a, b), { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }];
    if (this.#pinch && this.#pinch.apart > 0) {
      const moved = panView(this.view, middle.x - this.#pinch.middle.x, middle.y - this.#pinch.middle.y);
      this.setView(zoomAt(moved, this.#options.screen(), middle, apart / this.#pinch.apart, this.#options.limits));
    }
    this.#pinch = { apart, middle };
    this.#moved = 99;
  }

  #end(): void {
    if (!this.#scene.input.pointer1.isDown || !this.#scene.input.pointer2.isDown) this.#pinch = undefined;
    this.#last = undefined;
  }
}
