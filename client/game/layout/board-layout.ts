/** Layout of the evidence board: positions of cards and strings. Pure. */
import type { Link, World } from '../../../shared/exercise/world.ts';
import { type Box, clamp, type Point, hashUnit, type Size } from './geometry.ts';
import { fitView, type Limits, type View } from './view.ts';

export const CARD = { width: 204, height: 226 } as const;
export const BOARD_MAX = 4000;
/** The area that can be scrolled to. */
export const BOARD_WORLD: Box = { x: -400, y: -300, width: BOARD_MAX + 800, height: BOARD_MAX + 600 };
export const BOARD_LIMITS: Limits = { min: 0.28, max: 2 };
const LEGIBLE = 0.6;
const GAP = 44;
const START: Point = { x: 80, y: 90 };

export interface BoardCard extends Point {
  id: string;
  /** False until a person of the desk has placed the card. */
  placed: boolean;
  /** A small rotation in radians. */
  slant: number;
}

/** The items this desk knows, earliest known first. */
export const knownItems = (world: World, role: string): string[] =>
  Object.entries(world.items)
    .flatMap(([id, item]) => (item.known[role] ? [{ id, at: item.known[role].at }] : []))
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);

/** The number of columns that are legible side by side. */
export const columnsFor = (width: number): number => Math.min(Math.max(Math.floor(width / 172), 2), 7);

const slantOf = (id: string): number => (hashUnit(id) - 0.5) * 0.07;

/** Cards at the desk's positions. Unplaced cards fill the free cells of a grid of `columns`, in the order they became known. */
export function layOutCards(world: World, role: string, columns = 4): BoardCard[] {
  const ids = knownItems(world, role);
  const cards: BoardCard[] = ids.flatMap((id) => {
    const at = world.items[id]?.board[role];
    return at ? [{ id, x: at.x, y: at.y, placed: true, slant: slantOf(id) }] : [];
  });
  let cell = 0;
  for (const id of ids) {
    if (world.items[id]?.board[role]) continue;
    while (cards.some((other) => covers(other, cellAt(cell, columns)))) cell += 1;
    cards.push({ id, ...cellAt(cell, columns), placed: false, slant: slantOf(id) });
  }
  return cards;
}

/** Positions are the top left corner of a card before its rotation. */
const cellAt = (index: number, columns: number): Point => ({
  x: START.x + (index % columns) * (CARD.width + GAP),
  y: START.y + Math.floor(index / columns) * (CARD.height + GAP),
});

const covers = (a: Point, b: Point): boolean =>
  Math.abs(a.x - b.x) < CARD.width + 12 && Math.abs(a.y - b.y) < CARD.height + 12;

/** The nearest allowed position of a card, in whole numbers. */
export const onBoard = ({ x, y }: Point): Point => ({
  x: Math.round(clamp(x, 0, BOARD_MAX - CARD.width)),
  y: Math.round(clamp(y, 20, BOARD_MAX - CARD.height)),
});

/** The position of a card's pin, from its corner. */
export const pinOf = ({ x, y }: Point): Point => ({ x: x + CARD.width / 2, y });

/** The box around all cards, with a margin for dragging. An empty board has a default size. */
export function boardBounds(cards: readonly Point[], margin = 70): Box {
  if (cards.length === 0) return { x: 0, y: 0, width: 1100, height: 760 };
  const [left, top] = [Math.min(...cards.map(({ x }) => x)), Math.min(...cards.map(({ y }) => y))];
  const [right, bottom] = [
    Math.max(...cards.map(({ x }) => x)) + CARD.width,
    Math.max(...cards.map(({ y }) => y)) + CARD.height,
  ];
  return { x: left - margin, y: top - margin, width: right - left + 2 * margin, height: bottom - top + 2 * margin };
}

/** The first view: all cards if they stay legible, otherwise the full width of the board from its top. */
export function initialView(cards: readonly Point[], screen: Size): View {
  const bounds = boardBounds(cards);
  const whole = fitView(bounds, screen, { min: BOARD_LIMITS.min, max: 1.05 });
  if (whole.zoom >= LEGIBLE) return whole;
  const zoom = clamp(screen.width / bounds.width, LEGIBLE, 1);
  return {
    zoom,
    x: bounds.x + Math.max(screen.width / zoom, bounds.width) / 2,
    y: bounds.y + screen.height / zoom / 2,
  };
}

export interface BoardString {
  a: string;
  b: string;
  /** `link`: the desk linked both. `supports`: the desk assessed both as proof of the same element. */
  kind: 'link' | 'supports';
}

/** Strings between known items: the desk's own links, then items assessed as proof of the same element against the same person. */
export function boardStrings(world: World, role: string): BoardString[] {
  const known = new Set(knownItems(world, role));
  const tied = world.links
    .filter((link) => link.role === role && known.has(link.item) && known.has(link.with))
    .map(linkString);
  const seen = new Set(tied.map(({ a, b }) => `${a} ${b}`));
  const supporting = sharedSupports(world, role, known).filter(
    ({ a, b }) => !seen.has(`${a} ${b}`) && seen.add(`${a} ${b}`),
  );
  return [...tied, ...supporting];
}

const ordered = (first: string, second: string): { a: string; b: string } =>
  first < second ? { a: first, b: second } : { a: second, b: first };
const linkString = (link: Link): BoardString => ({ ...ordered(link.item, link.with), kind: 'link' });

/** Chains the items of each person and element instead of linking every pair. */
function sharedSupports(world: World, role: string, known: ReadonlySet<string>): BoardString[] {
  const byPoint = new Map<string, string[]>();
  for (const id of known) {
    for (const [person, elements] of Object.entries(world.items[id]?.assessed[role] ?? {})) {
      for (const element of elements)
        byPoint.set(`${person} ${element}`, [...(byPoint.get(`${person} ${element}`) ?? []), id]);
    }
  }
  return [...byPoint.values()].flatMap((ids) =>
    ids.slice(1).map((id, i): BoardString => ({ ...ordered(ids[i] ?? id, id), kind: 'supports' })),
  );
}

/** Pixels of the cork's pattern, in each direction. */
export const GROUND_TILE = 160;
/** The cork is this many tiles wide and high, or a multiple of it, so that its size rarely changes while the view moves. */
const TILES_TOGETHER = 4;

/** Where the cork lies so that it covers a view: its corner in the world, its size before scaling, and its scale. */
export interface Cover extends Point, Size {
  scale: number;
}

/** The cork under a view. Far away its pattern grows in powers of two, so that its size stays near that of the screen. */
export function coverOf({ x, y, zoom }: View, screen: Size): Cover {
  const scale = 2 ** Math.max(0, Math.floor(Math.log2(1 / zoom)));
  const step = GROUND_TILE * scale;
  const along = (middle: number, pixels: number): { from: number; length: number } => {
    const from = Math.floor((middle - pixels / zoom / 2) / step) * step;
    const tiles = Math.ceil(pixels / zoom / step) + 1;
    return { from, length: Math.ceil(tiles / TILES_TOGETHER) * TILES_TOGETHER * GROUND_TILE };
  };
  const [across, down] = [along(x, screen.width), along(y, screen.height)];
  return { x: across.from, y: down.from, width: across.length, height: down.length, scale };
}
