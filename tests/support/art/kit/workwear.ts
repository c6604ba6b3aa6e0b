/** Clothes and caps of people who work with water, fish and engines, and what they carry on them. */
import { d, dot, type Frame, n, path, type Skin, stroke } from './figure.ts';
import { body, tshirt } from './garments.ts';
import { cap, type HeadDress } from './hair.ts';

const box = (x: number, y: number, w: number, h: number, r: number, fill: string): string =>
  `<rect x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}" rx="${n(r)}" fill="${fill}"/>`;

/** The same figure in clothes of a larger size. */
export const tooLarge = (f: Frame, by: number): Frame => ({ ...f, shoulders: f.shoulders * by });

/** A waxed coat with a hood thrown back and toggles. */
export function oilskin(f: Frame, colour: string, dark: string): string {
  const { cx, shoulderY: y, neck: w } = f;
  const hood = path(
    d`M${cx - w / 2 - 30} ${y + 12}Q${cx - w / 2 - 18} ${y - 26} ${cx - w / 2 - 2} ${y - 20}Q${cx} ${y + 34} ${cx + w / 2 + 2} ${y - 20}Q${cx + w / 2 + 18} ${y - 26} ${cx + w / 2 + 30} ${y + 12}Q${cx} ${y + 54} ${cx - w / 2 - 30} ${y + 12}Z`,
    dark,
  );
  const toggles = [52, 74, 96]
    .map((dy) => stroke(d`M${cx - 10} ${y + dy}h20`, '#efe4c4', 3) + dot(cx + 10, y + dy, 3.4, '#5a4630'))
    .join('');
  return body(f, colour) + path(d`M${cx - 11} ${y + 34}H${cx + 11}V302H${cx - 11}Z`, dark) + hood + toggles;
}

/** A shirt without sleeves over bare arms. */
export function singlet(f: Frame, skin: Skin, colour: string, trim: string): string {
  const { cx, shoulderY: y } = f;
  const [l, r] = [cx - f.shoulders / 2, cx + f.shoulders / 2];
  const [inner, outer] = [f.neck / 2 + 7, f.neck / 2 + 25];
  const neckline = d`M${cx - inner} ${y - 5}Q${cx} ${y + 58} ${cx + inner} ${y - 5}`;
  const cloth = d`M${cx - outer} ${y + 3}L${cx - inner} ${y - 5}Q${cx} ${y + 58} ${cx + inner} ${y - 5}L${cx + outer} ${y + 3}Q${cx + outer} ${y + 48} ${r - 24} ${y + 62}L${r - 20} 302H${l + 20}L${l + 24} ${y + 62}Q${cx - outer} ${y + 48} ${cx - outer} ${y + 3}Z`;
  return body(f, skin.base) + path(cloth, colour) + stroke(neckline, trim, 5, 'stroke-linecap="butt"');
}

/** Overalls with a bib over a light shirt, a pencil and a spanner in the pocket. */
export function overalls(f: Frame, colour: string, dark: string, under: string): string {
  const { cx, shoulderY: y } = f;
  const straps = stroke(
    d`M${cx - 30} ${y + 56}L${cx - 38} ${y + 2}M${cx + 30} ${y + 56}L${cx + 38} ${y + 2}`,
    colour,
    13,
  );
  const bib = path(d`M${cx - 38} ${y + 48}H${cx + 38}L${cx + 56} 302H${cx - 56}Z`, colour);
  const tools = box(cx - 9, y + 54, 5, 20, 1, '#c98a2f') + box(cx + 2, y + 50, 6, 24, 3, '#a9b6b8');
  const pocket = path(d`M${cx - 20} ${y + 68}H${cx + 20}V${y + 92}Q${cx} ${y + 98} ${cx - 20} ${y + 92}Z`, dark);
  const studs = dot(cx - 31, y + 56, 3.6, '#d9b45a') + dot(cx + 31, y + 56, 3.6, '#d9b45a');
  return tshirt(f, under, '#00000022') + straps + bib + tools + pocket + studs;
}

/** A waistcoat left open. */
export function waistcoat(f: Frame, colour: string): string {
  const { cx, shoulderY: y, neck: w } = f;
  const [l, r] = [cx - f.shoulders / 2, cx + f.shoulders / 2];
  const half = (side: number, arm: number): string =>
    path(
      d`M${cx + side * (w / 2 + 9)} ${y - 1}L${cx + side * (w / 2 + 32)} ${y + 9}Q${arm - side * 30} ${y + 52} ${arm - side * 22} 302H${cx + side * 14}Q${cx + side * 26} ${y + 50} ${cx + side * (w / 2 + 9)} ${y - 1}Z`,
      colour,
    );
  return half(-1, l) + half(1, r);
}

export const tie = (f: Frame, colour: string): string => {
  const { cx, shoulderY: y } = f;
  return path(
    d`M${cx - 7} ${y + 12}H${cx + 7}L${cx + 4} ${y + 22}L${cx + 9} ${y + 82}L${cx} ${y + 94}L${cx - 9} ${y + 82}L${cx - 4} ${y + 22}Z`,
    colour,
  );
};

/** A folded net over one shoulder. */
export function netOnShoulder(f: Frame): string {
  const { cx, shoulderY: y } = f;
  const l = cx - f.shoulders / 2;
  const fold = d`M${cx - f.neck / 2 - 7} ${y - 4}L${l + 26} ${y + 9}C${l - 6} ${y + 24} ${l - 10} 262 ${l - 10} 302H${l + 54}C${l + 56} 262 ${cx - 26} ${y + 46} ${cx - f.neck / 2 - 7} ${y - 4}Z`;
  const mesh = Array.from(
    { length: 12 },
    (_, i) => d`M${l - 30 + i * 13} ${y - 10}l60 120M${l + 90 - i * 13} ${y - 10}l-60 120`,
  ).join('');
  const edge = d`M${cx - f.neck / 2 - 7} ${y - 2}C${cx - 26} ${y + 46} ${l + 56} 262 ${l + 54} 302`;
  return (
    path(fold, '#7fa39a') +
    `<clipPath id="net"><path d="${fold}"/></clipPath><g clip-path="url(#net)">${stroke(mesh, '#5b8277', 1.8)}</g>` +
    stroke(edge, '#d8cba4', 4) +
    [0.2, 0.5, 0.8]
      .map((t) => dot(l + 50 + (cx - f.neck / 2 - l - 62) * (1 - t) ** 2, y + 4 + t * 88, 5.5, '#d9a441'))
      .join('')
  );
}

const pocketAt = (f: Frame): [number, number] => [f.cx + 22, f.shoulderY + 54];

/** A breast pocket with a photograph in a clear bag. */
export function photoPocket(f: Frame, cloth: string): string {
  const [x, y] = pocketAt(f);
  return (
    box(x + 3, y - 17, 26, 34, 3, '#eef3f2') +
    box(x + 6, y - 13, 20, 16, 1, '#c9b48c') +
    dot(x + 13, y - 4, 3.5, '#7a4d31') +
    dot(x + 20, y - 3, 2.8, '#96623f') +
    box(x, y + 2, 32, 34, 3, cloth) +
    stroke(d`M${x} ${y + 9}h32`, '#000', 1.8, 'opacity=".25"')
  );
}

/** A breast pocket with two telephones. */
export function twoPhones(f: Frame, cloth: string): string {
  const [x, y] = pocketAt(f);
  return (
    box(x + 2, y - 13, 13, 26, 3, '#2d373e') +
    box(x + 17, y - 9, 13, 24, 3, '#7d3f34') +
    box(x + 4.5, y - 9, 8, 8, 1, '#aec8cc') +
    box(x + 19.5, y - 5, 8, 6, 1, '#aec8cc') +
    box(x, y + 2, 32, 34, 3, cloth) +
    stroke(d`M${x} ${y + 9}h32`, '#000', 1.8, 'opacity=".25"')
  );
}

/** A forearm held before the body: a clean bandage from the elbow to the wrist. */
export function bandagedForearm(f: Frame, skin: Skin, sleeve: string): string {
  const { cx } = f;
  const elbow = cx + f.shoulders / 2 - 6;
  const arm = d`M${elbow} 284L${cx - 6} 270`;
  const fingers = d`M${cx - 18} 262Q${cx - 40} 256 ${cx - 52} 262M${cx - 18} 268Q${cx - 42} 265 ${cx - 55} 270M${cx - 18} 275Q${cx - 40} 275 ${cx - 52} 278`;
  const turns = [14, 30, 46, 62].map((x) => d`M${cx + x} ${258 + x * 0.19}l-6 29`).join('');
  return (
    stroke(fingers, skin.shade, 10) +
    stroke(fingers, skin.base, 8) +
    stroke(d`M${cx - 16} 257Q${cx - 28} 247 ${cx - 36} 247`, skin.base, 9) +
    path(d`M${cx - 4} 253Q${cx - 22} 250 ${cx - 30} 259V280Q${cx - 20} 286 ${cx - 6} 284Z`, skin.base) +
    stroke(arm, '#d8cfbd', 35) +
    stroke(arm, '#f4efe3', 32) +
    stroke(turns, '#d3c9b5', 2) +
    stroke(d`M${elbow + 6} 303Q${elbow + 4} 286 ${elbow - 6} 283`, sleeve, 37, 'stroke-linecap="butt"') +
    stroke(d`M${elbow - 8} 264L${elbow - 12} 301`, '#000', 2, 'opacity=".2"')
  );
}

/** A striped school belt over the shirt. */
export function schoolBelt(f: Frame): string {
  const [l, r] = [f.cx - f.shoulders / 2 + 22, f.cx + f.shoulders / 2 - 22];
  return (
    box(l, 277, r - l, 16, 0, '#34495c') +
    box(l, 281, r - l, 3, 0, '#d9a441') +
    box(l, 287, r - l, 3, 0, '#d9a441') +
    `<rect x="${n(f.cx - 9)}" y="274" width="18" height="22" rx="3" fill="none" stroke="#d8d2c2" stroke-width="4"/>` +
    box(l, 293, r - l, 9, 0, '#5d5a4a')
  );
}

/** The lower sleeves, darker than the cloth: wet. */
export function wetSleeves(f: Frame, colour: string): string {
  const { cx, shoulderY: y } = f;
  const one = (side: number): string => {
    const x = cx + (side * f.shoulders) / 2;
    return path(
      d`M${x + side * 8} 302Q${x + side * 7} ${y + 70} ${x + side * 5} ${y + 56}Q${x - side * 8} ${y + 64} ${x - side * 20} ${y + 58}Q${x - side * 17} ${y + 76} ${x - side * 20} 302Z`,
      colour,
    );
  };
  return one(-1) + one(1);
}

/** A knitted cap with a turned-up edge. */
export function knitCap(f: Frame, hair: string, colour: string, edge: string): HeadDress {
  const { cx, top, width: w, height: h } = f;
  const crown = d`M${cx - 0.52 * w} ${top + 0.22 * h}C${cx - 0.56 * w} ${top - 8} ${cx - 0.32 * w} ${top - 22} ${cx} ${top - 22}C${cx + 0.32 * w} ${top - 22} ${cx + 0.56 * w} ${top - 8} ${cx + 0.52 * w} ${top + 0.22 * h}Z`;
  const rib = d`M${cx - 0.54 * w} ${top + 0.25 * h}L${cx - 0.53 * w} ${top + 0.09 * h}Q${cx} ${top - 0.03 * h} ${cx + 0.53 * w} ${top + 0.09 * h}L${cx + 0.54 * w} ${top + 0.25 * h}Q${cx} ${top + 0.13 * h} ${cx - 0.54 * w} ${top + 0.25 * h}Z`;
  const ribs = [-0.4, -0.27, -0.13, 0, 0.13, 0.27, 0.4]
    .map((x) => d`M${cx + x * w} ${top + (0.045 + x * x * 0.3) * h}v${0.11 * h}`)
    .join('');
  return {
    back: '',
    front:
      cap(f, hair, 0.2, 2, 0.46) + path(crown, colour) + path(rib, edge) + stroke(ribs, '#000', 1.8, 'opacity=".22"'),
  };
}

/** A soft flat cap. */
export function flatCap(f: Frame, hair: string, colour: string, dark: string): HeadDress {
  const { cx, top, width: w, height: h } = f;
  const crown = d`M${cx - 0.56 * w} ${top + 0.2 * h}C${cx - 0.66 * w} ${top - 2} ${cx - 0.4 * w} ${top - 17} ${cx - 0.02 * w} ${top - 18}C${cx + 0.4 * w} ${top - 18} ${cx + 0.66 * w} ${top - 2} ${cx + 0.56 * w} ${top + 0.2 * h}Q${cx} ${top + 0.06 * h} ${cx - 0.56 * w} ${top + 0.2 * h}Z`;
  const peak = d`M${cx - 0.47 * w} ${top + 0.17 * h}Q${cx} ${top + 0.03 * h} ${cx + 0.47 * w} ${top + 0.17 * h}Q${cx + 0.4 * w} ${top + 0.29 * h} ${cx} ${top + 0.23 * h}Q${cx - 0.4 * w} ${top + 0.29 * h} ${cx - 0.47 * w} ${top + 0.17 * h}Z`;
  return {
    back: '',
    front:
      cap(f, hair, 0.2, 2, 0.46) +
      path(crown, colour) +
      stroke(
        d`M${cx} ${top - 17}Q${cx + 3} ${top - 4} ${cx} ${top + 0.1 * h}M${cx - 24} ${top - 12}Q${cx - 32} ${top} ${cx - 30} ${top + 0.11 * h}M${cx + 24} ${top - 12}Q${cx + 32} ${top} ${cx + 30} ${top + 0.11 * h}`,
        dark,
        1.6,
      ) +
      path(peak, dark) +
      dot(cx, top - 17, 3, dark),
  };
}

/** A straw hat against the sun on the water. */
export function strawHat(f: Frame, hair: string): HeadDress {
  const { cx, top, width: w, height: h } = f;
  const brim = d`M${cx - 0.86 * w} ${top + 0.16 * h}Q${cx} ${top - 0.14 * h} ${cx + 0.86 * w} ${top + 0.16 * h}Q${cx + 0.5 * w} ${top + 0.28 * h} ${cx} ${top + 0.23 * h}Q${cx - 0.5 * w} ${top + 0.28 * h} ${cx - 0.86 * w} ${top + 0.16 * h}Z`;
  const crown = d`M${cx - 0.46 * w} ${top + 0.1 * h}Q${cx - 0.44 * w} ${top - 26} ${cx - 0.24 * w} ${top - 28}Q${cx} ${top - 32} ${cx + 0.24 * w} ${top - 28}Q${cx + 0.44 * w} ${top - 26} ${cx + 0.46 * w} ${top + 0.1 * h}Q${cx} ${top} ${cx - 0.46 * w} ${top + 0.1 * h}Z`;
  const band = d`M${cx - 0.46 * w} ${top + 0.08 * h}Q${cx} ${top - 0.03 * h} ${cx + 0.46 * w} ${top + 0.08 * h}L${cx + 0.455 * w} ${top - 2}Q${cx} ${top - 0.13 * h} ${cx - 0.455 * w} ${top - 2}Z`;
  return {
    back: '',
    front:
      cap(f, hair, 0.2, 2, 0.46) +
      path(brim, '#d6b978') +
      path(crown, '#e3c98c') +
      path(band, '#7a5a3c') +
      stroke(
        d`M${cx - 0.7 * w} ${top + 0.15 * h}Q${cx} ${top + 0.03 * h} ${cx + 0.7 * w} ${top + 0.15 * h}`,
        '#b89a5a',
        1.6,
      ),
  };
}
