import type Phaser from 'phaser';
import { fillShape, strokeLine } from './paint.ts';
import { type Daylight, mixColour } from '../layout/daylight.ts';
import type { RoomLayout, RoomPaint } from '../layout/room-layout.ts';
import type { Point, Size } from '../layout/geometry.ts';

type Paint = Phaser.GameObjects.Graphics;

export interface RoomState {
  layout: RoomLayout;
  screen: Size;
  paint: RoomPaint;
  light: Daylight;
  dark: boolean;
  custody: boolean;
}

/** Darkens a colour of the room for the dark theme and for the evening. */
const dimmed = (colour: number, { dark, light }: RoomState): number =>
  mixColour(colour, dark ? 0x10161b : 0x2a2f45, (dark ? 0.58 : 0) + (light.lamps ? 0.12 : 0));

/** Draws the background behind the people: wall, window, floor and furniture. */
export function drawRoom(paint: Paint, room: RoomState): void {
  const { layout, screen, paint: colours } = room;
  paint.clear().fillStyle(dimmed(colours.wall, room)).fillRect(0, 0, screen.width, layout.floorY);
  paint.fillStyle(dimmed(colours.skirting, room)).fillRect(0, layout.floorY - 14, screen.width, 14);
  paint.fillStyle(dimmed(colours.floor, room)).fillRect(0, layout.floorY, screen.width, screen.height - layout.floorY);
  drawWindow(paint, room);
  if (layout.shelf && !room.custody) drawShelf(paint, room);
  if (room.light.lamps) lamp(paint, room);
}

function drawWindow(paint: Paint, room: RoomState): void {
  const { x, y, width: w, height: full } = room.layout.window;
  const h = room.custody ? full * 0.42 : full;
  const frame = dimmed(0xf6f2ea, room);
  paint.fillStyle(0x000000, 0.07).fillRoundedRect(x - 6, y - 2, w + 18, h + 20, 4);
  paint.fillStyle(frame).fillRoundedRect(x - 9, y - 9, w + 18, h + 18, 5);
  paint.fillStyle(room.dark ? mixColour(room.light.sky, 0x10161b, 0.35) : room.light.sky).fillRect(x, y, w, h);
  const hills = room.light.lamps
    ? mixColour(0x161d2c, room.light.sky, 0.45)
    : mixColour(0x8fa595, room.light.sky, 0.35);
  fillShape(paint.fillStyle(hills), [
    { x, y: y + h },
    { x, y: y + h * 0.74 },
    { x: x + w * 0.28, y: y + h * 0.6 },
    { x: x + w * 0.55, y: y + h * 0.76 },
    { x: x + w * 0.8, y: y + h * 0.64 },
    { x: x + w, y: y + h * 0.72 },
    { x: x + w, y: y + h },
  ]);
  paint.fillStyle(frame).fillRect(x + w / 2 - 3, y, 6, h);
  if (!room.custody) paint.fillRect(x, y + h / 2 - 3, w, 6);
  paint.fillStyle(dimmed(0xe4dac6, room)).fillRect(x - 14, y + h + 9, w + 28, 8);
}

/** Draws books, folders and a plant. */
function drawShelf(paint: Paint, room: RoomState): void {
  const shelf = room.layout.shelf;
  if (!shelf) return;
  const { x, y, width: w } = shelf;
  const folders = [0x6d87a3, 0xc98a2f, 0x6f9690, 0xa8613f, 0x8a8f86, 0x6d87a3];
  for (const [i, colour] of folders.entries()) {
    const tall = 40 + ((i * 13) % 17);
    paint.fillStyle(dimmed(colour, room)).fillRect(x + 10 + i * 15, y - tall, 13, tall);
    paint.fillStyle(dimmed(0xf3ecdc, room)).fillRect(x + 13 + i * 15, y - tall + 8, 7, 10);
  }
  const pot = x + w - 34;
  paint.fillStyle(dimmed(0x7f9a6c, room));
  for (const [dx, dy] of [
    [-14, -40],
    [0, -50],
    [14, -40],
    [-6, -32],
    [8, -32],
  ] as const)
    paint.fillEllipse(pot + dx, y + dy, 18, 26);
  fillShape(paint.fillStyle(dimmed(0xa8613f, room)), [
    { x: pot - 15, y: y - 24 },
    { x: pot + 15, y: y - 24 },
    { x: pot + 10, y },
    { x: pot - 10, y },
  ]);
  paint.fillStyle(dimmed(0x8a6845, room)).fillRect(x, y, w, 8);
}

function lamp(paint: Paint, { layout, dark }: RoomState): void {
  at(paint, layout.lamp, layout.unit, () => {
    for (let ring = 0; ring < 7; ring += 1)
      paint.fillStyle(0xffe9b0, dark ? 0.022 : 0.032).fillCircle(0, 34, 100 + ring * 66);
    paint.fillStyle(0x5f5646).fillRect(-1.5, 0, 3, 16);
    fillShape(paint, [
      { x: -14, y: 16 },
      { x: 14, y: 16 },
      { x: 34, y: 42 },
      { x: -34, y: 42 },
    ]);
    paint.fillStyle(0xfff3cf).fillEllipse(0, 43, 44, 9);
  });
}

/** Draws a small object around its own origin, moved and scaled into the room. */
function at(paint: Paint, { x, y }: Point, unit: number, thing: (paint: Paint) => void): void {
  paint.save().translateCanvas(x, y).scaleCanvas(unit, unit);
  thing(paint);
  paint.restore();
}

export interface TableObjects {
  recorded: boolean;
  phone: boolean;
  tea: boolean;
}

/** Draws the table in front of the people, with water, paper and the objects of this interview. */
export function drawTable(paint: Paint, room: RoomState, on: TableObjects): void {
  const { x, y, width: w } = room.layout.table;
  const { height } = room.screen;
  const [wood, edge] = [dimmed(0x96734b, room), dimmed(0x7c5d3b, room)];
  paint
    .clear()
    .fillStyle(0x000000, 0.1)
    .fillRect(x + 14, y + 24, w - 28, height - y);
  paint.fillStyle(edge).fillRect(x + 22, y + 20, w - 44, height - y);
  paint.fillStyle(wood).fillRoundedRect(x, y, w, 26, 8);
  paint.fillStyle(edge, 0.6).fillRect(x + 6, y + 20, w - 12, 6);
  const sheet = dimmed(0xfffefb, room);
  fillShape(paint.fillStyle(sheet), [
    { x: x + w * 0.14, y: y + 4 },
    { x: x + w * 0.27, y: y + 4 },
    { x: x + w * 0.285, y: y + 15 },
    { x: x + w * 0.125, y: y + 15 },
  ]);
  const put = (share: number, down: number, thing: (paint: Paint) => void): void =>
    at(paint, { x: x + w * share, y: y + down }, room.layout.unit, thing);
  put(0.68, 8, glass);
  if (on.recorded) put(0.36, 14, recorder);
  if (on.phone) put(0.24, 10, phone);
  if (on.tea) put(0.56, 10, mug);
}

function glass(paint: Paint): void {
  paint.fillStyle(0xdfeef0, 0.75).fillRoundedRect(-12, -40, 24, 40, 4);
  paint.fillStyle(0xa9cbd1, 0.75).fillRoundedRect(-11, -26, 22, 25, 3);
}

function recorder(paint: Paint): void {
  paint.fillStyle(0x333a3e).fillRoundedRect(-24, -14, 48, 16, 5);
  paint.fillStyle(0x59636a).fillRect(-16, -10, 20, 6);
  paint.fillStyle(0xd2483a).fillCircle(15, -7, 3.6);
}

function phone(paint: Paint): void {
  paint
    .fillStyle(0x2d373e)
    .fillRoundedRect(-34, -12, 68, 16, 6)
    .fillStyle(0x3a464e)
    .fillRoundedRect(-26, -22, 52, 13, 6);
  for (let i = 0; i < 5; i += 1) paint.fillStyle(0x8b969c).fillCircle(-14 + i * 7, -4, 1.8);
}

function mug(paint: Paint): void {
  paint.lineStyle(4, 0xc98a2f).strokeCircle(15, -14, 8).fillStyle(0xc98a2f).fillRoundedRect(-14, -28, 28, 28, 5);
  for (const x of [-5, 5]) {
    strokeLine(paint.lineStyle(2.4, 0xffffff, 0.5), [
      { x, y: -34 },
      { x: x - 3, y: -41 },
      { x: x + 1, y: -48 },
    ]);
  }
}
