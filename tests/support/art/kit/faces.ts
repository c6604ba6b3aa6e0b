/** The five expressions of a face. They differ by little: what a person shows is read, not shouted. */
import { type Frame, type Skin, d, dot, n, path, stroke } from './figure.ts';

export const EXPRESSIONS = ['calm', 'guarded', 'tired', 'distressed', 'relieved'] as const;
export type Expression = (typeof EXPRESSIONS)[number];

interface Mimic {
  /** Where the face turns: all features move together. */
  turn: [number, number];
  /** Height of the brow over the eye, and how much its inner end rises. */
  brow: [number, number];
  /** 0 closed, 1 wide. */
  open: number;
  gaze: [number, number];
  /** Corners of the mouth up (+) or down (−), and its half width. */
  mouth: [number, number];
  /** Lines under the eyes. */
  weary?: boolean;
}

const MIMICS: Record<Expression, Mimic> = {
  calm: { turn: [0, 0], brow: [0, 0], open: 0.86, gaze: [0, 0], mouth: [1.6, 11] },
  guarded: { turn: [-4, 0.5], brow: [-2.4, -1.4], open: 0.62, gaze: [-2.2, 0.2], mouth: [-0.6, 9] },
  tired: { turn: [0.5, 3.5], brow: [0.6, 1.6], open: 0.42, gaze: [0, 1], mouth: [-0.8, 9.5], weary: true },
  distressed: { turn: [3, 3], brow: [1, 4.4], open: 0.72, gaze: [1.2, 1.4], mouth: [-2.3, 8.5] },
  relieved: { turn: [0, -0.5], brow: [1.6, 1], open: 0.74, gaze: [0, 0], mouth: [5, 13] },
};

export interface Features {
  /** Thickness of the brow. */
  brow: number;
  browColour: string;
  /** Longer lashes, fuller lips. */
  soft: boolean;
  /** Lines of age. */
  lined: boolean;
}

function eye(x: number, y: number, half: number, mimic: Mimic, skin: Skin, soft: boolean, side: number): string {
  const [up, down] = [half * 0.92 * mimic.open, half * 0.5 * Math.min(1, mimic.open + 0.15)];
  const [gx, gy] = mimic.gaze;
  const lid = d`M${x - half} ${y}Q${x} ${y - up * 1.75} ${x + half} ${y}`;
  const white = path(`${lid}${d`Q${x} ${y + down * 1.7} ${x - half} ${y}Z`}`, '#f1e8dc');
  const iris = Math.min(half * 0.52, (up + down) * 0.62);
  const lash = soft ? stroke(d`M${x + side * half} ${y}l${side * 3} ${-2}`, '#1d120c', 2) : '';
  return (
    white +
    dot(x + gx, y + gy - 0.6, iris, '#20130d') +
    dot(x + gx - 1.3, y + gy - 2, 1.1, '#f6efe6') +
    stroke(lid, '#1d120c', 2.5) +
    lash +
    (mimic.weary
      ? stroke(d`M${x - half * 0.7} ${y + 7}Q${x} ${y + 9.5} ${x + half * 0.7} ${y + 7}`, skin.shade, 1.8)
      : '')
  );
}

function brow(x: number, y: number, half: number, side: number, mimic: Mimic, features: Features): string {
  const [height, inner] = mimic.brow;
  const base = y - 14 - height;
  const [innerX, outerX] = [x - side * half * 1.05, x + side * half * 1.15];
  return stroke(
    d`M${innerX} ${base + 1 - inner}Q${x + side * 1} ${base - 4.5 - inner * 0.25} ${outerX} ${base + 1.5 + inner * 0.3}`,
    features.browColour,
    features.brow,
  );
}

function mouth(cx: number, y: number, mimic: Mimic, skin: Skin, soft: boolean): string {
  const [curve, half] = mimic.mouth;
  const [edge, middle] = [y - curve * 0.55, y + curve * 0.75];
  const lip = soft ? 6.4 : 5;
  const upper = path(
    d`M${cx - half} ${edge}Q${cx - half * 0.45} ${y - lip * 0.75} ${cx} ${y - lip * 0.4}Q${cx + half * 0.45} ${y - lip * 0.75} ${cx + half} ${edge}Q${cx} ${middle * 2 - edge + 0.5} ${cx - half} ${edge}Z`,
    skin.lip,
    'opacity=".55"',
  );
  const lower = path(
    d`M${cx - half * 0.8} ${edge + curve * 0.25}Q${cx} ${middle * 2 - edge} ${cx + half * 0.8} ${edge + curve * 0.25}Q${cx} ${middle * 2 - edge + lip * 1.7} ${cx - half * 0.8} ${edge + curve * 0.25}Z`,
    skin.lip,
  );
  return (
    upper + lower + stroke(d`M${cx - half} ${edge}Q${cx} ${middle * 2 - edge} ${cx + half} ${edge}`, skin.line, 2.1)
  );
}

/** Brows, eyes, nose and mouth of one expression. */
export function face(f: Frame, skin: Skin, expression: Expression, features: Features): string {
  const mimic = MIMICS[expression];
  const [cx, dy] = [f.cx + mimic.turn[0], mimic.turn[1]];
  const eyeY = f.top + 0.5 * f.height + dy;
  const [gap, half] = [f.width * 0.225, f.width * 0.098];
  const noseY = f.top + 0.69 * f.height + dy;
  const mouthY = f.top + 0.82 * f.height + dy;
  const nose = stroke(
    d`M${cx - 7.5} ${noseY - 3}Q${cx - 8.5} ${noseY + 2.5} ${cx - 3} ${noseY + 2}Q${cx} ${noseY + 4.5} ${cx + 3} ${noseY + 2}Q${cx + 8.5} ${noseY + 2.5} ${cx + 7.5} ${noseY - 3}`,
    skin.line,
    2.1,
    'opacity=".75"',
  );
  const bridge = path(
    d`M${cx + 2} ${eyeY + 1}Q${cx + 3} ${noseY - 10} ${cx + 7} ${noseY - 2}Q${cx + 3} ${noseY + 1} ${cx + 2} ${eyeY + 1}Z`,
    skin.shade,
  );
  const age = features.lined
    ? stroke(d`M${cx - 14} ${noseY}q-4 4 -4.5 10M${cx + 14} ${noseY}q4 4 4.5 10`, skin.shade, 2)
    : '';
  const eyes = [-1, 1]
    .map(
      (side) =>
        eye(cx + side * gap, eyeY, half, mimic, skin, features.soft, side) +
        brow(cx + side * gap, eyeY, half, side, mimic, features),
    )
    .join('');
  return bridge + age + eyes + nose + mouth(cx, mouthY, mimic, skin, features.soft);
}

/** The expressions asked for, one upon the other; only the first shows. */
export const faces = (f: Frame, skin: Skin, features: Features, expressions: readonly Expression[]): string =>
  expressions
    .map(
      (name, i) =>
        `<g data-expression="${name}"${i === 0 ? '' : ' display="none"'}>${face(f, skin, name, features)}</g>`,
    )
    .join('\n');

/** Glasses sit on the calm face's eyes; they hardly move with an expression. */
export function glasses(f: Frame, colour: string): string {
  const [eyeY, gap] = [f.top + 0.5 * f.height + 1, f.width * 0.225];
  const lens = (side: number): string =>
    `<rect x="${n(f.cx + side * gap - 14.5)}" y="${n(eyeY - 11)}" width="29" height="24" rx="10" fill="#fff" fill-opacity=".1" stroke="${colour}" stroke-width="2.4"/>`;
  return (
    lens(-1) +
    lens(1) +
    stroke(
      d`M${f.cx - 5} ${eyeY - 2}q5 -4 10 0M${f.cx - gap - 14} ${eyeY - 2}L${f.cx - f.width / 2 - 2} ${eyeY - 5}M${f.cx + gap + 14} ${eyeY - 2}L${f.cx + f.width / 2 + 2} ${eyeY - 5}`,
      colour,
      2.4,
    )
  );
}
