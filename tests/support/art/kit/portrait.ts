/** A half-length portrait from its parts: ground, body, head, the five faces. */
import { EXPRESSIONS, type Expression, faces } from './faces.ts';
import { type Age, d, dot, type Frame, frame, head, neck, path, type Skin } from './figure.ts';
import type { HeadDress } from './hair.ts';

export interface Look {
  age: Age;
  skin: Skin;
  /** Two quiet tints behind the figure. */
  ground: readonly [string, string];
  build?: number;
  jaw?: number;
  soft?: boolean;
  brow?: string;
  wears(f: Frame): string;
  head(f: Frame): HeadDress;
  /** Over the face: beard, glasses, earrings. */
  extras?(f: Frame): string;
}

/** Colours of hair and brows. */
export const BLACK = '#1e1713';
export const BROWN = '#2a1d16';
/** The quiet grounds: a tint and a lighter disc behind the head. */
export const GROUNDS = {
  sand: ['#e9dfca', '#f3ecdc'],
  sage: ['#d7dfd2', '#e7ece1'],
  sky: ['#d2dde2', '#e3eaec'],
  clay: ['#ead7c8', '#f3e6da'],
  stone: ['#dcd8d0', '#e9e6df'],
} as const satisfies Record<string, [string, string]>;

/** Small earrings. */
export const studs = (f: Frame, colour: string): string =>
  [-1, 1].map((s) => dot(f.cx + s * (f.width / 2 + 1), f.top + 0.63 * f.height, 3.2, colour)).join('');

/** One whole portrait as SVG text: ground, figure, five faces of which the calm one shows. */
export function portrait(look: Look, expressions: readonly Expression[] = EXPRESSIONS): string {
  const f = frame(look.age, look.build ?? 1, look.jaw ?? (look.age === 'child' ? 0.62 : 0.6));
  const dress = look.head(f);
  const [tint, light] = look.ground;
  const features = {
    brow: look.soft ? 3 : 4.4,
    browColour: look.brow ?? BLACK,
    soft: (look.soft ?? false) && look.age !== 'child',
    lined: look.age === 'elder',
  };
  const ground = `<g data-part="ground"><rect width="240" height="300" fill="${tint}"/>${dot(120, f.top + f.height * 0.5, 104, light)}${path(d`M0 300V286Q120 262 240 286V300Z`, tint)}</g>`;
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 300" stroke-linecap="round" stroke-linejoin="round">',
    ground,
    `<g data-part="body">${dress.back}${neck(f, look.skin)}${look.wears(f)}</g>`,
    `<g data-part="head">${head(f, look.skin, !dress.covers)}`,
    faces(f, look.skin, features, expressions),
    `${dress.front}${look.extras?.(f) ?? ''}</g>`,
    '</svg>',
    '',
  ].join('\n');
}
