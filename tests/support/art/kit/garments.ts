/** What people wear: drawn over the torso, with the quiet folds of sleeves. */
import { type Frame, d, dot, n, path, stroke, torso } from './figure.ts';

const neckline = (f: Frame, drop = 26): string =>
  d`M${f.cx - f.neck / 2 - 5} ${f.shoulderY - 6}Q${f.cx} ${f.shoulderY + drop} ${f.cx + f.neck / 2 + 5} ${f.shoulderY - 6}`;

/** Any garment over the whole body; `inside` is drawn upon it and cut to its outline. */
export function body(f: Frame, colour: string, inside = ''): string {
  const [l, r] = [f.cx - f.shoulders / 2, f.cx + f.shoulders / 2];
  const sleeves = stroke(
    d`M${l + 20} 301Q${l + 17} ${f.shoulderY + 72} ${l + 24} ${f.shoulderY + 56}M${r - 20} 301Q${r - 17} ${f.shoulderY + 72} ${r - 24} ${f.shoulderY + 56}`,
    '#000',
    2.6,
    'opacity=".2"',
  );
  const shade = path(
    d`M${r - 27} ${f.shoulderY + 13}C${r + 3} ${f.shoulderY + 26} ${r + 7} 268 ${r + 7} 301H${r - 46}C${r - 34} 270 ${r - 44} ${f.shoulderY + 34} ${r - 27} ${f.shoulderY + 13}Z`,
    '#000',
    'opacity=".1"',
  );
  const clipped =
    inside && `<clipPath id="body"><path d="${torso(f)}"/></clipPath><g clip-path="url(#body)">${inside}</g>`;
  return path(torso(f), colour) + clipped + shade + sleeves;
}

export const tshirt = (f: Frame, colour: string, trim: string, band?: string): string =>
  body(
    f,
    colour,
    band &&
      `<rect x="0" y="${n(f.shoulderY + 46)}" width="240" height="15" fill="${band}"/><rect x="0" y="${n(f.shoulderY + 66)}" width="240" height="5" fill="${band}"/>`,
  ) + stroke(neckline(f), trim, 6);

export function stripes(f: Frame, colour: string, stripe: string): string {
  const rows = [28, 46, 64, 82]
    .map((dy) => `<rect x="0" y="${n(f.shoulderY + dy)}" width="240" height="8" fill="${stripe}"/>`)
    .join('');
  return body(f, colour, rows) + stroke(neckline(f), stripe, 5);
}

export function hoodie(f: Frame, colour: string, dark: string): string {
  const { cx, shoulderY: y, neck: w } = f;
  const hood = path(
    d`M${cx - w / 2 - 26} ${y + 10}Q${cx - w / 2 - 16} ${y - 24} ${cx - w / 2 - 1} ${y - 18}Q${cx} ${y + 40} ${cx + w / 2 + 1} ${y - 18}Q${cx + w / 2 + 16} ${y - 24} ${cx + w / 2 + 26} ${y + 10}Q${cx} ${y + 62} ${cx - w / 2 - 26} ${y + 10}Z`,
    dark,
  );
  return (
    body(f, colour) +
    hood +
    stroke(d`M${cx - 9} ${y + 30}v${30}M${cx + 9} ${y + 30}v${25}`, '#efe8da', 2.6) +
    stroke(d`M${cx} ${y + 42}V301`, dark, 2.2)
  );
}

/** A shirt with a collar and buttons; `open` shows what is under it. */
export function shirt(f: Frame, colour: string, collar: string, buttons = '#fff'): string {
  const { cx, shoulderY: y, neck: w } = f;
  const flap = (side: number): string =>
    path(
      d`M${cx + side * (w / 2 + 6)} ${y - 10}L${cx + side * 1} ${y + 14}L${cx + side * 16} ${y + 30}L${cx + side * (w / 2 + 16)} ${y + 2}Z`,
      collar,
    );
  const line = stroke(d`M${cx} ${y + 16}V301`, '#000', 1.6, 'opacity=".25"');
  return body(f, colour) + line + flap(-1) + flap(1) + [40, 62, 84].map((dy) => dot(cx, y + dy, 2.2, buttons)).join('');
}

export function jacket(f: Frame, colour: string, lapel: string, under: string): string {
  const { cx, shoulderY: y, neck: w } = f;
  const front = path(
    d`M${cx - w / 2 - 6} ${y - 8}Q${cx} ${y + 26} ${cx + w / 2 + 6} ${y - 8}L${cx + 1} 301H${cx - 1}Z`,
    under,
  );
  const side = (s: number): string =>
    path(
      d`M${cx + s * (w / 2 + 4)} ${y - 10}L${cx + s * (w / 2 + 20)} ${y + 6}L${cx + s * 32} ${y + 40}L${cx + s * 24} ${y + 46}L${cx} 301Z`,
      lapel,
    );
  return body(f, colour) + front + side(-1) + side(1);
}

export function tracksuit(f: Frame, colour: string, stripe: string): string {
  const { cx, shoulderY: y, neck: w } = f;
  const [l, r] = [cx - f.shoulders / 2, cx + f.shoulders / 2];
  const arm = (x: number, s: number): string =>
    stroke(d`M${x + s * 30} ${y + 10}C${x + s * 8} ${y + 24} ${x + s * 4} ${y + 60} ${x + s * 3} 301`, stripe, 5);
  const collar = path(
    d`M${cx - w / 2 - 7} ${y - 20}L${cx - w / 2 - 11} ${y + 3}Q${cx - 10} ${y + 32} ${cx} ${y + 34}Q${cx + 10} ${y + 32} ${cx + w / 2 + 11} ${y + 3}L${cx + w / 2 + 7} ${y - 20}Q${cx} ${y + 36} ${cx - w / 2 - 7} ${y - 20}Z`,
    stripe,
  );
  return body(f, colour, arm(l, 1) + arm(r, -1)) + collar + stroke(d`M${cx} ${y + 32}V301`, '#e9e4da', 2.4);
}

/** A printed cloth laid over one shoulder, with its border. */
export function drape(f: Frame, under: string, cloth: string, border: string): string {
  const { cx, shoulderY: y } = f;
  const [l, r] = [cx - f.shoulders / 2, cx + f.shoulders / 2];
  const fall = d`M${l + 24} ${y + 13}L${cx - f.neck / 2 - 8} ${y - 5}C${cx - 10} ${y + 40} ${cx + 40} ${y + 64} ${r + 10} ${y + 74}V302H${l - 9}C${l - 8} 268 ${l - 4} ${y + 30} ${l + 24} ${y + 13}Z`;
  const edge = d`M${cx - f.neck / 2 - 8} ${y - 3}C${cx - 10} ${y + 42} ${cx + 40} ${y + 66} ${r + 10} ${y + 76}`;
  const motifs = [
    [-44, 48],
    [-20, 74],
    [12, 84],
    [-58, 82],
    [46, 92],
  ]
    .map(([x = 0, dy = 0]) => path(d`M${cx + x} ${y + dy - 8}q8 8 0 16q-8-8 0-16Z`, border, 'opacity=".75"'))
    .join('');
  return body(f, under, path(fall, cloth) + motifs + stroke(edge, border, 7)) + stroke(neckline(f), '#00000033', 2);
}

/** A long robe with an embroidered yoke. */
export function robe(f: Frame, colour: string, thread: string): string {
  const { cx, shoulderY: y, neck: w } = f;
  const yoke =
    stroke(
      d`M${cx - w / 2 - 6} ${y - 4}Q${cx - 10} ${y + 18} ${cx} ${y + 20}Q${cx + 10} ${y + 18} ${cx + w / 2 + 6} ${y - 4}M${cx} ${y + 20}V${y + 76}`,
      thread,
      6,
    ) +
    stroke(
      d`M${cx - w / 2 - 16} ${y + 2}Q${cx - 14} ${y + 36} ${cx - 9} ${y + 80}H${cx + 9}Q${cx + 14} ${y + 36} ${cx + w / 2 + 16} ${y + 2}`,
      thread,
      2,
    );
  return body(f, colour) + yoke;
}

export function apron(f: Frame, colour: string, strap: string): string {
  const { cx, shoulderY: y } = f;
  return (
    path(d`M${cx - 34} ${y + 50}H${cx + 34}L${cx + 50} 302H${cx - 50}Z`, colour) +
    stroke(d`M${cx - 32} ${y + 52}L${cx - 31} ${y + 3}M${cx + 32} ${y + 52}L${cx + 31} ${y + 3}`, strap, 6) +
    stroke(d`M${cx - 20} ${y + 76}H${cx + 20}`, strap, 2.4)
  );
}

/** Straps of a rucksack, for a traveller. */
export function rucksack(f: Frame, colour: string): string {
  const x = f.shoulders * 0.29;
  return [-1, 1]
    .map((s) =>
      stroke(
        d`M${f.cx + s * x} ${f.shoulderY + 8}Q${f.cx + s * (x + 7)} ${f.shoulderY + 50} ${f.cx + s * (x + 3)} 304`,
        colour,
        10,
      ),
    )
    .join('');
}

export const strap = (f: Frame, colour: string): string =>
  stroke(d`M${f.cx - f.shoulders * 0.3} ${f.shoulderY + 9}L${f.cx + f.shoulders * 0.36} 304`, colour, 9);

export function lanyard(f: Frame, ribbon: string): string {
  const { cx, shoulderY: y, neck: w } = f;
  return (
    stroke(d`M${cx - w / 2 - 3} ${y - 2}L${cx} ${y + 52}L${cx + w / 2 + 3} ${y - 2}`, ribbon, 3.4) +
    `<rect x="${n(cx - 14)}" y="${n(y + 52)}" width="28" height="36" rx="4" fill="#fbf7ee"/>` +
    dot(cx, y + 64, 5, '#9aa5a8') +
    stroke(d`M${cx - 8} ${y + 76}h16M${cx - 8} ${y + 82}h10`, '#b8b1a2', 2)
  );
}

export function beads(f: Frame, colour: string, other: string): string {
  const { cx, shoulderY: y, neck: w } = f;
  return [-4, -3, -2, -1, 0, 1, 2, 3, 4]
    .map((i) => dot(cx + (i / 4) * (w / 2 + 4), y + 20 - i * i * 1.7, 4.2, i % 2 ? colour : other))
    .join('');
}

export const whistle = (f: Frame, cord: string): string =>
  stroke(
    d`M${f.cx - f.neck / 2 - 3} ${f.shoulderY + 4}L${f.cx - 3} ${f.shoulderY + 62}M${f.cx + f.neck / 2 + 3} ${f.shoulderY + 4}L${f.cx + 3} ${f.shoulderY + 62}`,
    cord,
    2.6,
  ) + path(d`M${f.cx - 9} ${f.shoulderY + 62}h20v7h-6a8 8 0 1 1-14-1Z`, '#d9d6cd');
