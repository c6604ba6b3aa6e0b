import type Phaser from 'phaser';
import { CARD, onBoard, pinOf } from '../layout/board-layout.ts';
import type { Point } from '../layout/geometry.ts';

export interface BoardGestures {
  /** The world point under a pointer. */
  worldAt(pointer: Point): Point;
  cornerOf(item: string): Point | undefined;
  /** The card is being dragged; other seats do not see it yet. */
  carried(item: string, corner: Point): void;
  dropped(item: string, corner: Point): void;
  /** A string is being drawn from a pin; undefined when the drag ends. */
  drawing(loose: { from: Point; to: Point } | undefined): void;
  linked(item: string, other: string): void;
  tapped(item: string): void;
}

interface Held {
  item: string;
  part: string;
  /** The vector from the pointer to the card's corner. */
  grip: Point;
}

/** Handles the gestures on the board: dragging a card, drawing a string from a pin to another card, tapping. */
export function handleBoardGestures(
  input: Phaser.Input.InputPlugin,
  board: BoardGestures,
  items: () => readonly string[],
): void {
  let held: Held | undefined;
  input.dragDistanceThreshold = 10;
  const dataOf = (object: Phaser.GameObjects.GameObject): { item: string; part: string } => ({
    item: String(object.getData('item')),
    part: String(object.getData('part')),
  });

  input.on('dragstart', (pointer: Phaser.Input.Pointer, object: Phaser.GameObjects.GameObject) => {
    const { item, part } = dataOf(object);
    // A drag event fires only after some pixels, so the grip is measured from where the pointer went down.
    const [at, corner] = [board.worldAt({ x: pointer.downX, y: pointer.downY }), board.cornerOf(item)];
    if (corner) held = { item, part, grip: { x: corner.x - at.x, y: corner.y - at.y } };
  });
  input.on('drag', (pointer: Phaser.Input.Pointer) => {
    if (!held) return;
    const at = board.worldAt(pointer);
    const corner = board.cornerOf(held.item);
    if (held.part === 'sheet') board.carried(held.item, onBoard({ x: at.x + held.grip.x, y: at.y + held.grip.y }));
    else if (corner) board.drawing({ from: pinOf(corner), to: at });
  });
  input.on('dragend', (pointer: Phaser.Input.Pointer) => {
    if (!held) return;
    const { item, part, grip } = held;
    held = undefined;
    const at = board.worldAt(pointer);
    if (part === 'sheet') return board.dropped(item, onBoard({ x: at.x + grip.x, y: at.y + grip.y }));
    board.drawing(undefined);
    const other = items().find((id) => id !== item && under(at, board.cornerOf(id)));
    if (other !== undefined) board.linked(item, other);
  });
  input.on('gameobjectup', (pointer: Phaser.Input.Pointer, object: Phaser.GameObjects.GameObject) => {
    if (!held && pointer.getDistance() < 12) board.tapped(dataOf(object).item);
  });
}

const under = (at: Point, corner: Point | undefined): boolean =>
  corner !== undefined &&
  at.x >= corner.x &&
  at.x <= corner.x + CARD.width &&
  at.y >= corner.y - 22 &&
  at.y <= corner.y + CARD.height;
