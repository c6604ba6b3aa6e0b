/** Layout of the interview room: wall, window, table and people for a given screen. Pure. */
import { type Box, clamp, type Point, hashUnit, type Size } from './geometry.ts';

export interface SeatPosition extends Point {
  /** Height of the half-length figure, whose lower edge is `y`. */
  height: number;
}

export interface RoomLayout {
  floorY: number;
  window: Box;
  /** The picture of the place on the wall; undefined if there is no space. */
  picture?: Box | undefined;
  shelf?: Box | undefined;
  table: Box;
  person: SeatPosition;
  /** The position beside the person: guardian or support person. */
  beside: SeatPosition;
  behind: SeatPosition;
  /** The position of the interpreter's chair, across the corner. */
  corner: SeatPosition;
  lamp: Point;
  /** Scale of small objects: 1 in a room of normal size. */
  unit: number;
}

/** `company`: a guardian or support person sits beside the person, who then moves aside. */
export function roomLayout({ width, height }: Size, company: boolean): RoomLayout {
  const narrow = width < 560;
  const tableY = height * (narrow ? 0.7 : 0.74);
  const tall = clamp(height * 0.6, 150, narrow ? width * 0.86 : 430);
  const seat = tableY + tall * 0.06;
  const x = width * (company ? (narrow ? 0.44 : 0.4) : 0.5);
  const windowWidth = clamp(width * 0.2, 74, 210);
  const side = clamp(tall * 0.68, 0, width * (narrow ? 0.3 : 0.235));
  return {
    floorY: height * 0.66,
    window: { x: width * 0.06, y: height * 0.1, width: windowWidth, height: windowWidth * 1.18 },
    picture: narrow
      ? undefined
      : {
          x: width * 0.72,
          y: height * 0.1,
          width: clamp(width * 0.17, 90, 170),
          height: clamp(width * 0.17, 90, 170) * 0.625,
        },
    shelf: narrow ? undefined : { x: width * 0.7, y: height * 0.36, width: width * 0.22, height: 10 },
    table: { x: width * 0.03, y: tableY, width: width * 0.94, height: height - tableY },
    person: { x, y: seat, height: tall },
    beside: { x: x + side, y: seat + 2, height: tall * 0.9 },
    behind: { x: x + side * 1.86, y: seat + 2, height: tall * 0.86 },
    corner: { x: x - side * 1.08, y: seat + 2, height: tall * 0.86 },
    lamp: { x: width * 0.5, y: 0 },
    unit: clamp(Math.min(width / 640, height / 520), 0.5, 1.1),
  };
}

export interface RoomPaint {
  wall: number;
  skirting: number;
  floor: number;
}

const PAINTS: readonly RoomPaint[] = [
  { wall: 0xe6dcc8, skirting: 0xd3c5a8, floor: 0xc9b797 },
  { wall: 0xd9e0d6, skirting: 0xbdcabb, floor: 0xc4b493 },
  { wall: 0xdde3e5, skirting: 0xbccacf, floor: 0xbfb09a },
  { wall: 0xead9c9, skirting: 0xd3b9a2, floor: 0xc2a98c },
];

/** The colours of a room. Each place keeps its own wall colour; cells have the cool one. */
export function roomPaint(place: string, custody: boolean): RoomPaint {
  const paint = custody ? PAINTS[2] : PAINTS[Math.floor(hashUnit(place) * PAINTS.length)];
  return paint ?? { wall: 0xe6dcc8, skirting: 0xd3c5a8, floor: 0xc9b797 };
}
