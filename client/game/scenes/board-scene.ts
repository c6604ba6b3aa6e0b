import type Phaser from 'phaser';
import {
  BOARD_LIMITS,
  BOARD_WORLD,
  type BoardString,
  columnsFor,
  firstLook,
  hang,
  type Hung,
  pinOf,
  strings,
} from '../layout/board-layout.ts';
import type { Point } from '../layout/geometry.ts';
import { boardGround } from '../objects/board-ground.ts';
import { boardHand } from '../objects/board-hand.ts';
import { drawStrings } from '../objects/board-strings.ts';
import { ItemCard } from '../objects/item-card.ts';
import { itemFace } from '../objects/item-face.ts';
import { PanZoom } from '../objects/pan-zoom.ts';
import { SeatScene } from './seat-scene.ts';

/** The evidence board of a desk: cards it arranges, strings it ties. A drag is local until it is dropped. */
export class BoardScene extends SeatScene {
  #panZoom!: PanZoom;
  #ground: Phaser.GameObjects.TileSprite | undefined;
  #strings!: Phaser.GameObjects.Graphics;
  #hung: Hung[] = [];
  #tied: BoardString[] = [];
  #looked = false;
  readonly #cards = new Map<string, ItemCard>();
  /** Where a card is until the desk's world says so too. */
  readonly #carried = new Map<string, Point>();

  protected build(): void {
    this.#ground = boardGround(this, this.context.theme());
    this.#strings = this.add.graphics().setDepth(20);
    this.#panZoom = new PanZoom(this, {
      limits: BOARD_LIMITS,
      density: this.context.density,
      screen: () => this.screen,
      world: () => BOARD_WORLD,
      movesOn: (over) => over.length === 0,
    });
    boardHand(
      this.input,
      {
        worldAt: (pointer) => this.#panZoom.worldAt(pointer),
        cornerOf: (item) => this.#hung.find(({ id }) => id === item),
        carried: (item, corner) => this.#carry(item, corner),
        dropped: (item, corner) => this.#drop(item, corner),
        drawing: (loose) => this.#tools().readOnly || this.#tie(loose),
        linked: (item, other) =>
          void (this.#tools().readOnly || this.#tools().send({ type: 'link-items', item, with: other })),
        tapped: (item) => this.#tools().select({ ...this.context.deps.get().selection, item }),
      },
      () => this.#hung.map(({ id }) => id),
    );
  }

  #tools() {
    return this.context.deps.tools;
  }

  protected draw(): void {
    const { get, tools, labels } = this.context.deps;
    const { world } = get();
    this.#forgetConfirmed();
    this.#hung = hang(world, tools.role, columnsFor(this.screen.width)).map((one) => ({
      ...one,
      ...this.#carried.get(one.id),
    }));
    this.#tied = strings(world, tools.role);
    for (const one of this.#hung) {
      const card = this.#cards.get(one.id) ?? new ItemCard(this, this.context, this.art, one.id);
      this.#cards.set(one.id, card);
      card.show(one.id, itemFace(one.id, this.context.deps));
      card.put(one);
    }
    for (const [id, card] of this.#cards) {
      if (this.#hung.some((one) => one.id === id)) continue;
      card.sheet.destroy();
      this.#cards.delete(id);
    }
    this.#tie();
    this.context.caption(
      labels('board.placed', { placed: this.#hung.filter(({ placed }) => placed).length, total: this.#hung.length }),
    );
    if (!this.#looked && this.#hung.length > 0) this.#lookFirst();
  }

  protected cleared(): void {
    this.#ground?.destroy();
    this.#ground = boardGround(this, this.context.theme());
    for (const card of this.#cards.values()) card.forget();
  }

  protected override resized(): void {
    this.#panZoom.look(this.#panZoom.view);
  }

  #lookFirst(): void {
    this.#looked = true;
    this.#panZoom.look(firstLook(this.#hung, this.screen));
  }

  #carry(item: string, corner: Point): void {
    if (this.#tools().readOnly) return;
    this.#carried.set(item, corner);
    this.#hung = this.#hung.map((one) => (one.id === item ? { ...one, ...corner } : one));
    const card = this.#cards.get(item);
    card?.put({ ...corner, slant: 0 });
    card?.sheet.setDepth(15);
    this.#tie();
  }

  #drop(item: string, corner: Point): void {
    if (this.#tools().readOnly) return;
    this.#cards.get(item)?.sheet.setDepth(10);
    this.#carried.set(item, corner);
    const letGo = (): void => {
      this.#carried.delete(item);
      this.redraw();
    };
    void this.#tools()
      .send({ type: 'place-item', item, ...corner })
      .then((answer) => void (answer.ok || letGo()), letGo);
    this.redraw();
  }

  /** A card that the world shows where it was dropped is no longer ours to hold. */
  #forgetConfirmed(): void {
    const { get, tools } = this.context.deps;
    for (const [item, corner] of this.#carried) {
      const at = get().world.items[item]?.board[tools.role];
      if (at && at.x === corner.x && at.y === corner.y) this.#carried.delete(item);
    }
  }

  #tie(loose?: { from: Point; to: Point }): void {
    const pin = (id: string): Point | undefined => {
      const one = this.#hung.find((other) => other.id === id);
      return one && pinOf(one);
    };
    drawStrings(this.#strings, this.context.theme(), this.#tied, pin, loose);
  }
}
