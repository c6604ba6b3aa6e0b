import type Phaser from 'phaser';
import { daylight } from '../layout/daylight.ts';
import { knownPlaces } from '../layout/known-places.ts';
import { type MapLayout, mapLayout, type MapPlace, SHEET } from '../layout/map-layout.ts';
import { travellers, visitorsOf } from '../layout/map-people.ts';
import { fitView, type Limits } from '../layout/view.ts';
import { BLEED, drawSheet } from '../objects/map-sheet.ts';
import { PanZoom } from '../objects/pan-zoom.ts';
import { PlaceNode } from '../objects/place-node.ts';
import { Token } from '../objects/token.ts';
import { SeatScene } from './seat-scene.ts';

/** Below this zoom the pictures of places are illegible; small screens show a part of the map instead. */
const LEGIBLE = 0.56;

/** The case map: places, the people there, and the people on the way. A tap selects a place. */
export class MapScene extends SeatScene {
  #panZoom!: PanZoom;
  #sheet!: Phaser.GameObjects.Graphics;
  #light!: Phaser.GameObjects.Rectangle;
  #limits: Limits = { min: 0.4, max: 2.4 };
  #layout: MapLayout = { points: {}, roads: [] };
  #drawn = '';
  #hasInitialView = false;
  readonly #nodes = new Map<string, PlaceNode>();
  readonly #moving = new Map<string, Token>();

  protected build(): void {
    this.#sheet = this.add.graphics();
    this.#light = this.add
      .rectangle(SHEET.width / 2, SHEET.height / 2, SHEET.width + 2 * BLEED, SHEET.height + 2 * BLEED, 0, 0)
      .setDepth(50);
    this.#panZoom = new PanZoom(this, {
      limits: this.#limits,
      density: this.context.density,
      screen: () => this.screen,
      world: () => SHEET,
      changed: ({ zoom }) => {
        for (const node of this.#nodes.values()) node.zoomed(zoom);
      },
    });
    this.resized();
  }

  protected draw(): void {
    const { tools, get } = this.context.deps;
    const { world, selection } = get();
    const places = knownPlaces(world, tools.card);
    this.#rebuild(places);
    const visitors = visitorsOf(world);
    for (const { id } of places) {
      const name = tools.card(`place:${id}`)?.title ?? '';
      this.#nodes.get(id)?.show(id, name, visitors[id] ?? [], selection.place === id);
    }
    this.#move();
    this.#updateLight();
    if (!this.#hasInitialView && places.length > 0) this.#showInitialView();
  }

  override updateClock(): void {
    this.#move();
    this.#updateLight();
  }

  protected override resized(): void {
    const whole = fitView(SHEET, this.screen, { min: 0.1, max: 1.4 });
    this.#limits.min = whole.zoom;
    this.#panZoom.setView(
      this.#hasInitialView ? { ...this.#panZoom.view, zoom: Math.max(this.#panZoom.view.zoom, whole.zoom) } : whole,
    );
  }

  protected invalidateColours(): void {
    this.#drawn = '';
  }

  /** Rebuilds the map when its places or colours changed. */
  #rebuild(places: readonly MapPlace[]): void {
    const target = JSON.stringify(places);
    if (target === this.#drawn) return;
    this.#drawn = target;
    this.#layout = mapLayout(places);
    drawSheet(this.#sheet, this.#layout, this.context.theme());
    for (const node of this.#nodes.values()) node.all.destroy();
    this.#nodes.clear();
    for (const [id, point] of Object.entries(this.#layout.points)) {
      const node = new PlaceNode(this, this.context, this.art, point, () => this.#choose(id));
      node.all.setDepth(10 + point.y / 1000);
      node.zoomed(this.#panZoom.view.zoom);
      this.#nodes.set(id, node);
    }
    for (const token of this.#moving.values()) token.disc.destroy();
    this.#moving.clear();
  }

  #choose(place: string): void {
    const { get, tools } = this.context.deps;
    if (this.#panZoom.tapped) tools.select({ ...get().selection, place });
  }

  /** The first view: the whole map if it is legible, otherwise the area around the seat's own place. */
  #showInitialView(): void {
    this.#hasInitialView = true;
    const { world, me } = this.context.deps.get();
    const whole = fitView(SHEET, this.screen, { min: 0.1, max: 1.4 });
    const here = this.#layout.points[world.seats[me?.seat ?? '']?.at ?? ''];
    this.#panZoom.setView(
      whole.zoom >= LEGIBLE ? whole : { ...(here ?? whole), zoom: Math.max(whole.zoom, LEGIBLE * 1.15) },
    );
  }

  /** Moves the tokens of travelling seats to their position at the current case time. */
  #move(): void {
    const { get, tools, reducedMotion } = this.context.deps;
    const now = travellers(get().world, this.#layout, tools.caseNow());
    for (const { seat, role, at } of now) {
      const known = this.#moving.get(seat);
      const token = known ?? new Token(this, this.context, this.art, { role }, 17);
      this.#moving.set(seat, token);
      token.disc.setDepth(30);
      if (!known || reducedMotion) token.disc.setPosition(at.x, at.y - 14);
      else this.tweens.add({ targets: token.disc, x: at.x, y: at.y - 14, duration: 950 });
    }
    for (const [seat, token] of this.#moving) {
      if (now.some((each) => each.seat === seat)) continue;
      token.disc.destroy();
      this.#moving.delete(seat);
    }
    if (now.length > 0) this.context.keepAwake(1000);
  }

  #updateLight(): void {
    const { tint, strength } = daylight(this.context.deps.tools.caseNow());
    if (this.#light.fillColor === tint && this.#light.fillAlpha === strength) return;
    this.#light.setFillStyle(tint, strength);
    this.context.keepAwake();
  }
}
