/** Points, curves, and a hash for repeatable variation. Pure. */
export interface Point {
  x: number;
  y: number;
}
export interface Size {
  width: number;
  height: number;
}
export interface Box extends Point, Size {}

/** A quadratic curve. */
export interface Curve {
  from: Point;
  bend: Point;
  to: Point;
}

export const clamp = (value: number, low: number, high: number): number =>
  Math.min(Math.max(value, low), Math.max(low, high));
export const mix = (a: number, b: number, t: number): number => a + (b - a) * t;
export const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

export function curveAt({ from, bend, to }: Curve, t: number): Point {
  const [a, b, c] = [(1 - t) * (1 - t), 2 * t * (1 - t), t * t];
  return { x: a * from.x + b * bend.x + c * to.x, y: a * from.y + b * bend.y + c * to.y };
}

export const curvePoints = (curve: Curve, steps = 24): Point[] =>
  Array.from({ length: steps + 1 }, (_, i) => curveAt(curve, i / steps));

/** A curve that bends away from the straight line by a share of its length; a positive share bends to the left. */
export function bowedCurve(from: Point, to: Point, share: number): Curve {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  return { from, to, bend: { x: (from.x + to.x) / 2 - dy * share, y: (from.y + to.y) / 2 + dx * share } };
}

/** The curve of a string between two pins; its sag grows with its length. */
export function saggingCurve(from: Point, to: Point): Curve {
  const sag = clamp(distance(from, to) * 0.16, 12, 90);
  return { from, to, bend: { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 + sag } };
}

/** Hashes a text to a number from 0 to 1, the same on every client. */
export function hashUnit(text: string): number {
  let hash = 2166136261;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
  hash = Math.imul(hash ^ (hash >>> 15), 2246822507);
  return ((hash ^ (hash >>> 13)) >>> 0) / 4294967296;
}
