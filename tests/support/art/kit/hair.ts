/** Hair and what is worn on the head: a part behind the figure and a part in front of the face. */
import { type Frame, d, dot, n, path, stroke } from './figure.ts';

export interface HeadDress {
  back: string;
  front: string;
  /** Ears are covered. */
  covers?: boolean;
}

const edges = (f: Frame): [number, number] => [f.cx - f.width / 2, f.cx + f.width / 2];

/** Hair close to the skull; `line` is where the forehead begins, `lift` how high it stands. */
export function cap(f: Frame, colour: string, line = 0.25, lift = 4, side = 0.46): string {
  const { cx, top, width: w, height: h } = f;
  const [l, r] = edges(f);
  return path(
    d`M${l - 1.5} ${top + side * h}C${l - 5} ${top + 0.06 * h} ${cx - 0.32 * w} ${top - lift} ${cx} ${top - lift}C${cx + 0.32 * w} ${top - lift} ${r + 5} ${top + 0.06 * h} ${r + 1.5} ${top + side * h}L${r - 3.5} ${top + side * h - 2}C${r - 4} ${top + (line + 0.1) * h} ${r - 9} ${top + (line + 0.02) * h} ${cx + 0.3 * w} ${top + line * h}Q${cx} ${top + (line - 0.07) * h} ${cx - 0.3 * w} ${top + line * h}C${l + 9} ${top + (line + 0.02) * h} ${l + 4} ${top + (line + 0.1) * h} ${l + 3.5} ${top + side * h - 2}Z`,
    colour,
  );
}

export const cropped = (f: Frame, colour: string): HeadDress => ({ back: '', front: cap(f, colour, 0.24, 4, 0.44) });

/** Short at the sides, a flat height on top. */
export function fade(f: Frame, colour: string, soft: string): HeadDress {
  const { cx, top, width: w, height: h } = f;
  const top2 = d`M${cx - 0.44 * w} ${top + 0.24 * h}C${cx - 0.5 * w} ${top - 4} ${cx - 0.36 * w} ${top - 13} ${cx} ${top - 13}C${cx + 0.36 * w} ${top - 13} ${cx + 0.5 * w} ${top - 4} ${cx + 0.44 * w} ${top + 0.24 * h}Q${cx} ${top + 0.14 * h} ${cx - 0.44 * w} ${top + 0.24 * h}Z`;
  return { back: '', front: cap(f, soft, 0.22, 2, 0.46) + path(top2, colour) };
}

/** Small round curls along the crown. */
export function curls(f: Frame, colour: string): HeadDress {
  const { cx, top, width: w, height: h } = f;
  const ring = [-78, -58, -38, -19, 0, 19, 38, 58, 78].map((a) => {
    const t = (a * Math.PI) / 180;
    return dot(cx + Math.sin(t) * 0.49 * w, top + 0.34 * h - Math.cos(t) * 0.37 * h, 9.5, colour);
  });
  const fringe = [-0.3, -0.1, 0.1, 0.3].map((x) => dot(cx + x * w, top + 0.17 * h, 8.5, colour));
  return { back: '', front: cap(f, colour, 0.22, 4, 0.42) + ring.join('') + fringe.join('') };
}

export function twists(f: Frame, colour: string): HeadDress {
  const { cx, top, width: w, height: h } = f;
  const one = (x: number, y: number, turn: number): string =>
    `<rect x="${n(cx + x * w - 5)}" y="${n(top + y * h - 14)}" width="10" height="22" rx="5" fill="${colour}" transform="rotate(${turn} ${n(cx + x * w)} ${n(top + y * h)})"/>`;
  const row = [-0.44, -0.31, -0.17, 0, 0.17, 0.31, 0.44].map((x) => one(x, 0.06 + x * x * 0.75, x * 125));
  const front = [-0.3, -0.15, 0, 0.15, 0.3].map((x) => one(x, 0.2 + x * x * 0.2, x * 50));
  return { back: '', front: cap(f, colour, 0.2, 2, 0.4) + row.join('') + front.join('') };
}

export function afro(f: Frame, colour: string, band?: string): HeadDress {
  const { cx, top, width: w, height: h } = f;
  const back = `<ellipse cx="${n(cx)}" cy="${n(top + 0.31 * h)}" rx="${n(0.74 * w)}" ry="${n(0.56 * h)}" fill="${colour}"/>`;
  const ribbon = band
    ? stroke(d`M${cx - 0.55 * w} ${top + 0.22 * h}Q${cx} ${top - 0.13 * h} ${cx + 0.55 * w} ${top + 0.22 * h}`, band, 9)
    : '';
  return { back, front: cap(f, colour, 0.23, 6, 0.44) + ribbon, covers: true };
}

export function puffs(f: Frame, colour: string, band: string): HeadDress {
  const { cx, top, width: w, height: h } = f;
  const puff = (side: number): string => dot(cx + side * 0.55 * w, top + 0.02 * h, 23, colour);
  const tie = (side: number): string =>
    stroke(d`M${cx + side * 0.33 * w} ${top + 0.04 * h}q${side * 8} ${2} ${side * 8} ${11}`, band, 6);
  const parting = stroke(d`M${cx} ${top - 3}V${top + 0.16 * h}`, '#4a3528', 1.6);
  return { back: puff(-1) + puff(1), front: cap(f, colour, 0.24, 4, 0.44) + parting + tie(-1) + tie(1) };
}

/** Rows close to the head, ending in braids with beads. */
export function braids(f: Frame, colour: string, line: string, bead: string): HeadDress {
  const { cx, top, width: w, height: h } = f;
  const end = f.shoulderY + 26;
  const braid = (x: number, bow: number): string =>
    stroke(
      d`M${cx + x * w} ${top + 0.4 * h}C${cx + (x + bow) * w} ${top + 0.7 * h} ${cx + (x + bow) * w} ${end - 30} ${cx + (x + bow * 0.8) * w} ${end}`,
      colour,
      10,
    ) + dot(cx + (x + bow * 0.8) * w, end, 5.5, bead);
  const rows = [-0.34, -0.2, -0.07, 0.07, 0.2, 0.34]
    .map(
      (x) =>
        d`M${cx + x * w * 0.9} ${top + 0.215 * h}Q${cx + x * w * 0.75} ${top + 0.05 * h} ${cx + x * w * 0.42} ${top - 3}`,
    )
    .join('');
  return {
    back: braid(-0.44, -0.1) + braid(0.44, 0.1) + braid(-0.36, -0.06) + braid(0.36, 0.06),
    front: cap(f, colour, 0.25, 4, 0.47) + stroke(rows, line, 1.5),
  };
}

/** Hair drawn back to a knot on the crown. */
export function knot(f: Frame, colour: string): HeadDress {
  const { cx, top } = f;
  return {
    back: `<ellipse cx="${n(cx)}" cy="${n(top - 8)}" rx="24" ry="19" fill="${colour}"/>`,
    front:
      cap(f, colour, 0.22, 4, 0.45) +
      stroke(d`M${cx - 20} ${top + 3}Q${cx} ${top - 5} ${cx + 20} ${top + 3}`, '#57473c', 1.6),
  };
}

/** A scarf that frames the face and falls over the shoulders. */
export function scarf(f: Frame, colour: string, fold: string): HeadDress {
  const { cx, top, width: w, height: h, shoulderY: y } = f;
  const [l, r] = [cx - 0.62 * w, cx + 0.62 * w];
  const [rx, ry, oy] = [0.415 * w, 0.425 * h, top + 0.585 * h];
  const outer = d`M${cx} ${top - 11}C${cx - 0.42 * w} ${top - 11} ${l} ${top + 0.2 * h} ${l} ${top + 0.55 * h}C${l} ${y - 10} ${l - 26} ${y + 6} ${l - 30} ${y + 34}Q${cx - 0.1 * w} ${y + 72} ${cx + 6} ${y + 76}Q${cx + 0.2 * w} ${y + 66} ${r + 30} ${y + 34}C${r + 26} ${y + 6} ${r} ${y - 10} ${r} ${top + 0.55 * h}C${r} ${top + 0.2 * h} ${cx + 0.42 * w} ${top - 11} ${cx} ${top - 11}Z`;
  const hole = d`M${cx - rx} ${oy}A${rx} ${ry} 0 1 1 ${cx + rx} ${oy}A${rx} ${ry} 0 1 1 ${cx - rx} ${oy}Z`;
  const folds = d`M${cx - rx + 4} ${oy + 0.27 * h}Q${cx - 8} ${y + 22} ${r + 18} ${y + 28}M${cx - rx - 3} ${oy + 0.18 * h}Q${cx - 22} ${y + 44} ${cx + 20} ${y + 62}M${cx + rx + 2} ${oy + 0.1 * h}Q${r - 4} ${y - 6} ${r + 8} ${y + 8}M${cx - rx} ${oy - 0.2 * h}Q${cx - 0.34 * w} ${top + 0.02 * h} ${cx} ${top - 1}`;
  return {
    back: '',
    front: `<path d="${outer}${hole}" fill="${colour}" fill-rule="evenodd"/>${stroke(folds, fold, 2.4)}`,
    covers: true,
  };
}

/** Cloth wound around the head and tied high. */
export function headwrap(f: Frame, colour: string, fold: string, height = 30): HeadDress {
  const { cx, top, width: w, height: h } = f;
  const [l, r] = [cx - 0.54 * w, cx + 0.54 * w];
  const peak = top - height;
  const shape = d`M${l} ${top + 0.36 * h}C${l - 12} ${top + 0.05 * h} ${l - 6} ${peak + 6} ${cx - 10} ${peak}C${cx + 26} ${peak - 6} ${r + 16} ${peak + 14} ${r} ${top + 0.36 * h}Q${cx + 0.34 * w} ${top + 0.16 * h} ${cx} ${top + 0.18 * h}Q${cx - 0.34 * w} ${top + 0.16 * h} ${l} ${top + 0.36 * h}Z`;
  const folds = d`M${l + 1} ${top + 0.24 * h}Q${cx - 4} ${top - 4} ${r - 2} ${peak + 22}M${l + 2} ${top + 0.1 * h}Q${cx - 10} ${peak + 16} ${cx + 24} ${peak + 3}M${r} ${top + 0.25 * h}Q${cx + 0.2 * w} ${top + 0.06 * h} ${cx - 8} ${top + 0.05 * h}`;
  const knotTie = path(d`M${r - 14} ${peak + 16}q${20} ${-16} ${26} ${-2}q${2} ${14} ${-16} ${18}Z`, fold);
  return { back: '', front: knotTie + path(shape, colour) + stroke(folds, fold, 2.6) };
}

/** A sports cap: crown and peak. */
export function sportsCap(f: Frame, hair: string, colour: string, peak: string): HeadDress {
  const { cx, top, width: w, height: h } = f;
  const crown = d`M${cx - 0.54 * w} ${top + 0.25 * h}C${cx - 0.54 * w} ${top - 12} ${cx - 0.26 * w} ${top - 18} ${cx} ${top - 18}C${cx + 0.26 * w} ${top - 18} ${cx + 0.54 * w} ${top - 12} ${cx + 0.54 * w} ${top + 0.25 * h}Q${cx} ${top + 0.12 * h} ${cx - 0.54 * w} ${top + 0.25 * h}Z`;
  const visor = d`M${cx - 0.5 * w} ${top + 0.23 * h}Q${cx} ${top + 0.08 * h} ${cx + 0.5 * w} ${top + 0.23 * h}Q${cx + 0.47 * w} ${top + 0.36 * h} ${cx + 0.36 * w} ${top + 0.34 * h}Q${cx} ${top + 0.25 * h} ${cx - 0.36 * w} ${top + 0.34 * h}Q${cx - 0.47 * w} ${top + 0.36 * h} ${cx - 0.5 * w} ${top + 0.23 * h}Z`;
  return {
    back: '',
    front:
      cap(f, hair, 0.2, 2, 0.46) +
      path(crown, colour) +
      stroke(d`M${cx} ${top - 17}V${top + 0.16 * h}`, peak, 1.6) +
      path(visor, peak) +
      dot(cx, top - 18, 3.5, peak),
  };
}

/** A flat-topped cap with a band; `visor` makes it a conductor's. */
export function bandCap(f: Frame, hair: string, colour: string, band: string, visor: boolean): HeadDress {
  const { cx, top, width: w, height: h } = f;
  const wide = visor ? 0.58 : 0.47;
  const crown = d`M${cx - 0.5 * w} ${top + 0.16 * h}C${cx - wide * w - 4} ${top - 8} ${cx - wide * w} ${top - 21} ${cx - 0.34 * w} ${top - 23}Q${cx} ${top - 29} ${cx + 0.34 * w} ${top - 23}C${cx + wide * w} ${top - 21} ${cx + wide * w + 4} ${top - 8} ${cx + 0.5 * w} ${top + 0.16 * h}Z`;
  const strip = d`M${cx - 0.51 * w} ${top + 0.22 * h}L${cx - 0.5 * w} ${top + 0.09 * h}Q${cx} ${top - 0.02 * h} ${cx + 0.5 * w} ${top + 0.09 * h}L${cx + 0.51 * w} ${top + 0.22 * h}Q${cx} ${top + 0.11 * h} ${cx - 0.51 * w} ${top + 0.22 * h}Z`;
  const stitches = [-0.36, -0.24, -0.12, 0, 0.12, 0.24, 0.36]
    .map((x) => path(d`M${cx + x * w} ${top + (0.045 + x * x * 0.5) * h - 9}l4 5l-4 5l-4-5Z`, band))
    .join('');
  const shade = visor
    ? path(
        d`M${cx - 0.43 * w} ${top + 0.19 * h}Q${cx} ${top + 0.08 * h} ${cx + 0.43 * w} ${top + 0.19 * h}Q${cx + 0.36 * w} ${top + 0.31 * h} ${cx} ${top + 0.27 * h}Q${cx - 0.36 * w} ${top + 0.31 * h} ${cx - 0.43 * w} ${top + 0.19 * h}Z`,
        '#20262b',
      )
    : stitches;
  return {
    back: '',
    front: cap(f, hair, 0.19, 2, 0.46) + path(crown, colour) + (visor ? path(strip, band) : '') + shade,
  };
}

/** Hair left only at the sides. */
export function thin(f: Frame, colour: string): HeadDress {
  const { top, height: h } = f;
  const [l, r] = edges(f);
  const tuft = (x: number, side: number): string =>
    path(
      d`M${x} ${top + 0.2 * h}C${x - side * 9} ${top + 0.26 * h} ${x - side * 8} ${top + 0.4 * h} ${x - side * 2} ${top + 0.52 * h}L${x + side * 4} ${top + 0.5 * h}C${x + side * 1} ${top + 0.4 * h} ${x + side * 3} ${top + 0.28 * h} ${x + side * 6} ${top + 0.16 * h}Z`,
      colour,
    );
  return { back: '', front: tuft(l, 1) + tuft(r, -1) };
}

export function beard(f: Frame, colour: string, full: boolean): string {
  const { cx, top, width: w, height: h, jaw } = f;
  const chin = top + h;
  if (!full)
    return path(
      d`M${cx - 11} ${chin - 11}Q${cx} ${chin - 14} ${cx + 11} ${chin - 11}Q${cx + 9} ${chin + 3} ${cx} ${chin + 4}Q${cx - 9} ${chin + 3} ${cx - 11} ${chin - 11}Z`,
      colour,
    );
  const [l, r] = [cx - w / 2, cx + w / 2];
  return path(
    d`M${l + 0.5} ${top + 0.52 * h}C${l} ${top + 0.86 * h} ${cx - (jaw * w) / 2} ${chin + 8} ${cx} ${chin + 8}C${cx + (jaw * w) / 2} ${chin + 8} ${r} ${top + 0.86 * h} ${r - 0.5} ${top + 0.52 * h}C${r - 6} ${top + 0.7 * h} ${cx + 26} ${top + 0.72 * h} ${cx + 20} ${top + 0.75 * h}Q${cx} ${top + 0.7 * h} ${cx - 20} ${top + 0.75 * h}C${cx - 26} ${top + 0.72 * h} ${l + 6} ${top + 0.7 * h} ${l + 0.5} ${top + 0.52 * h}ZM${cx - 14} ${top + 0.8 * h}Q${cx} ${top + 0.785 * h} ${cx + 14} ${top + 0.8 * h}Q${cx + 10} ${top + 0.87 * h} ${cx} ${top + 0.87 * h}Q${cx - 10} ${top + 0.87 * h} ${cx - 14} ${top + 0.8 * h}Z`,
    colour,
    'fill-rule="evenodd"',
  );
}

export const moustache = (f: Frame, colour: string): string => {
  const y = f.top + 0.755 * f.height;
  return path(
    d`M${f.cx - 15} ${y + 3}Q${f.cx - 8} ${y - 4} ${f.cx} ${y - 1}Q${f.cx + 8} ${y - 4} ${f.cx + 15} ${y + 3}Q${f.cx + 8} ${y + 2.5} ${f.cx} ${y + 2.5}Q${f.cx - 8} ${y + 2.5} ${f.cx - 15} ${y + 3}Z`,
    colour,
  );
};
