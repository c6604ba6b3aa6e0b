import type Phaser from 'phaser';
import {
  BOARD_LIMITS,
  BOARD_WORLD,
  type BoardString,
  columnsFor,
  initialView,
  layOutCards,
  type BoardCard,
  pinOf,
  boardStrings,
} from '../layout/board-layout.ts';
import type { Point } from '../layout/geometry.ts';
import { BoardGround } from '../objects/board-ground.ts';
import { handleBoardGestures } from '../objects/board-gestures.ts';
import { drawStrings } from '../objects/board-strings.ts';
import { ItemCard } from '../objects/item-card.ts';
import { itemFace } from '../objects/item-face.ts';
import { PanZoom } from '../objects/pan-zoom.ts';
import { SeatScene } from './seat-scene.ts';

/** The evidence board of a desk: cards it arranges and strings it ties. A drag stays local until the drop. */
export class BoardScene extends SeatScene {
  #panZoom!: PanZoom;
  #ground!: BoardGround;
  #strings!: Phaser.GameObjects.Graphics;
  #layout: BoardCard[] = [];
  #tied: BoardString[] = [];
  #hasInitialView = false;
  readonly #cards = new Map<string, ItemCard>();
  /** Positions of dragged cards until the desk's world confirms them. */
  readonly #carried = new Map<string, Point>();

  protected build(): void {
    this.#ground = new BoardGround(this, this.context.theme(), this.screen);
    this.#strings = this.add.graphics().setDepth(20);
    this.#panZoom = new PanZoom(this, {
      limits: BOARD_LIMITS,
      density: this.context.density,
      screen: () => this.screen,
      world: () => BOARD_WORLD,
      movesOn: (over) => over.length === 0,
      changed: (view) => this.#ground.cover(view, this.screen),
    });
    handleBoardGestures(
      this.input,
      {
        worldAt: (pointer) => this.#panZoom.worldAt(pointer),
        cornerOf: (item) => this.#layout.find(({ id }) => id === item),
        carried: (item, corner) => this.#carry(item, corner),
        dropped: (item, corner) => this.#drop(item, corner),
        drawing: (loose) => this.#tools().readOnly || this.#tie(loose),
        linked: (item, other) =>
          void (this.#tools().readOnly || this.#tools().send({ type: 'link-items', item, with: other })),
        tapped: (item) => this.#tools().select({ ...this.context.deps.get().selection, item }),
      },
      () => this.#layout.map(({ id }) => id),
    );
  }

  #tools() {
    return this.context.deps.tools;
  }

  protected draw(): void {
    const { get, tools, labels } = this.context.deps;
    const { world } = get();
    this.#forgetConfirmed();
    this.#layout = layOutCards(world, tools.role, columnsFor(this.screen.width)).map((entry) => ({
      ...entry,
      ...this.#carried.get(entry.id),
    }));
    this.#tied = boardStrings(world, tools.role);
    for (const entry of this.#layout) {
      const card = this.#cards.get(entry.id) ?? new ItemCard(this, this.context, this.art, entry.id);
      this.#cards.set(entry.id, card);
      card.show(entry.id, itemFace(entry.id, this.context.deps));
      card.put(entry);
    }
    for (const [id, card] of this.#cards) {
      if (this.#layout.some((entry) => entry.id === id)) continue;
      card.sheet.destroy();
      this.#cards.delete(id);
    }
    this.#tie();
    this.context.caption(
      labels('board.placed', {
        placed: this.#layout.filter(({ placed }) => placed).length,
        total: this.#layout.length,
      }),
    );
    if (!this.#hasInitialView && this.#layout.length > 0) this.#showInitialView();
  }

  protected invalidateColours(): void {
    this.#ground.paint(this.context.theme());
    for (const card of this.#cards.values()) card.forget();
  }

  protected override resized(): void {
    this.#panZoom.setView(this.#panZoom.view);
  }

  #showInitialView(): void {
    this.#hasInitialView = true;
    this.#panZoom.setView(initialView(this.#layout, this.screen));
  }

  #carry(item: string, corner: Point): void {
    if (this.#tools().readOnly) return;
    this.#carried.set(item, corner);
    this.#layout = this.#layout.map((entry) => (entry.id === item ? { ...entry, ...corner } : entry));
    const card = this.#cards.get(item);
    card?.put({ ...corner, slant: 0 });
    card?.sheet.setDepth(15);
    this.#tie();
  }

  #drop(item: string, corner: Point): void {
    if (this.#tools().readOnly) return;
    this.#cards.get(item)?.sheet.setDepth(10);
    this.#carried.set(item, corner);
    const release = (): void => {
      this.#carried.delete(item);
      this.redraw();
    };
    void this.#tools()
      .send({ type: 'place-item', item, ...corner })
      .then((answer) => void (answer.ok || release()), release);
    this.redraw();
  }

  /** Drops the local position of a card once the world has the same position. */
  #forgetConfirmed(): void {
    const { get, tools } = this.context.deps;
    for (const [item, corner] of this.#carried) {
      const at = get().world.items[item]?.board[tools.role];
      if (at && at.x === corner.x && at.y === corner.y) this.#carried.delete(item);
    }
  }

  #tie(loose?: { from: Point; to: Point }): void {
    const pin = (id: string): Point | undefined => {
      const entry = this.#layout.find((other) => other.id === id);
      return entry && pinOf(entry);
    };
    drawStrings(this.#strings, this.context.theme(), this.#tied, pin, loose);
  }
}
