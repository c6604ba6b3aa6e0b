import type Phaser from 'phaser';
import { BOARD_MAX, boardBounds, type BoardString, hang, type Hung, pinOf, strings } from '../layout/board-layout.ts';
import { emblemOfRole } from '../layout/emblem-of-role.ts';
import type { Point } from '../layout/geometry.ts';
import { fitted, type Limits } from '../layout/view.ts';
import { boardGround } from '../objects/board-ground.ts';
import { boardHand } from '../objects/board-hand.ts';
import { drawStrings } from '../objects/board-strings.ts';
import { ItemCard, type ItemFace } from '../objects/item-card.ts';
import { PanZoom } from '../objects/pan-zoom.ts';
import { SeatScene } from './seat-scene.ts';

const LIMITS: Limits = { min: 0.28, max: 2 };
const LEGIBLE = 0.6;

/** As many columns as are legible side by side. */
const columnsFor = (width: number): number => Math.min(Math.max(Math.floor(width / 172), 2), 7);

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
      limits: LIMITS,
      density: this.context.density,
      screen: () => this.screen,
      world: () => ({ x: -400, y: -300, width: BOARD_MAX + 800, height: BOARD_MAX + 600 }),
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
    const { world, selection } = get();
    this.#forgetConfirmed();
    this.#hung = hang(world, tools.role, columnsFor(this.screen.width)).map((one) => ({
      ...one,
      ...this.#carried.get(one.id),
    }));
    this.#tied = strings(world, tools.role);
    for (const one of this.#hung) {
      const card = this.#cards.get(one.id) ?? new ItemCard(this, this.context, this.art, one.id);
      this.#cards.set(one.id, card);
      card.show(one.id, this.#faceOf(one.id, selection.item === one.id));
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

  #faceOf(id: string, selected: boolean): ItemFace {
    const { get, tools, labels } = this.context.deps;
    const item = get().world.items[id];
    const card = tools.card(`item:${id}`);
    const known = item?.known[tools.role];
    const from = known?.by ?? tools.role;
    const kind = card?.kind ?? 'document';
    const sealed = item?.custody.some((entry) => entry.what === 'seal') ?? false;
    return {
      title: card?.title ?? '…',
      tag: `${labels(`board.kind.${kind}`)} · ${labels(`board.how.${known?.how ?? 'start'}`)}`,
      kind,
      pin: emblemOfRole(tools.card(`role:${from}`), from),
      sealed,
      selected,
    };
  }

  #lookFirst(): void {
    this.#looked = true;
    const bounds = boardBounds(this.#hung);
    const whole = fitted(bounds, this.screen, { min: LIMITS.min, max: 1.05 });
    if (whole.zoom >= LEGIBLE) return this.#panZoom.look(whole);
    const { width, height } = this.screen;
    const zoom = Math.min(Math.max(width / bounds.width, LEGIBLE), 1);
    this.#panZoom.look({
      zoom,
      x: bounds.x + Math.max(width / zoom, bounds.width) / 2,
      y: bounds.y + height / zoom / 2,
    });
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
