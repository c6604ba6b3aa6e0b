/** Points, curves and a hash for picking the same small accident every time. Pure. */
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

/** A curve from one point to another that leaves the straight line by a share of its length, to the left for positive shares. */
export function bowed(from: Point, to: Point, share: number): Curve {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  return { from, to, bend: { x: (from.x + to.x) / 2 - dy * share, y: (from.y + to.y) / 2 + dx * share } };
}

/** A string that hangs between two pins: it sags with its length. */
export function hanging(from: Point, to: Point): Curve {
  const sag = clamp(distance(from, to) * 0.16, 12, 90);
  return { from, to, bend: { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 + sag } };
}

/** A number from 0 to 1 that belongs to a text: the same every time and everywhere. */
export function share(text: string): number {
  let hash = 2166136261;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
  hash = Math.imul(hash ^ (hash >>> 15), 2246822507);
  return ((hash ^ (hash >>> 13)) >>> 0) / 4294967296;
}
