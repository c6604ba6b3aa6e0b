/** The measures of a half-length figure on a 240×300 sheet, and the plain shapes every portrait is built from. */

export interface Skin {
  base: string;
  shade: string;
  line: string;
  lip: string;
}

export type Age = 'child' | 'teen' | 'adult' | 'elder';

export interface Frame {
  cx: number;
  top: number;
  width: number;
  height: number;
  /** Width of the chin against the face. */
  jaw: number;
  neck: number;
  shoulderY: number;
  shoulders: number;
}

export const SKINS = {
  amber: { base: '#b57f54', shade: '#9d6a43', line: '#6d4527', lip: '#8a4f3a' },
  chestnut: { base: '#96623f', shade: '#7f5033', line: '#553320', lip: '#74402f' },
  umber: { base: '#7a4d31', shade: '#653d26', line: '#412616', lip: '#5f3226' },
  cocoa: { base: '#623d28', shade: '#50301f', line: '#321c11', lip: '#4c271e' },
  ebony: { base: '#4b2f22', shade: '#3c251a', line: '#23130c', lip: '#5a3029' },
} as const satisfies Record<string, Skin>;

const FRAMES: Record<Age, Omit<Frame, 'cx' | 'jaw'>> = {
  child: { top: 94, width: 90, height: 100, neck: 30, shoulderY: 212, shoulders: 128 },
  teen: { top: 80, width: 86, height: 107, neck: 35, shoulderY: 206, shoulders: 152 },
  adult: { top: 67, width: 86, height: 115, neck: 43, shoulderY: 200, shoulders: 186 },
  elder: { top: 70, width: 86, height: 116, neck: 41, shoulderY: 204, shoulders: 180 },
};

/** The figure's measures; `build` widens or narrows the body, `jaw` the chin. */
export function frame(age: Age, build = 1, jaw = 0.6): Frame {
  const base = FRAMES[age];
  return { ...base, cx: 120, jaw, shoulders: base.shoulders * build, neck: base.neck * (0.5 + build / 2) };
}

/** Rounds to a tenth, so that the files stay small. */
export const n = (value: number): string => String(Math.round(value * 10) / 10);
/** A template tag for path data: every number is rounded. */
export const d = (parts: TemplateStringsArray, ...values: number[]): string =>
  parts.reduce((text, part, i) => text + n(values[i - 1] ?? 0) + part);
export const path = (data: string, fill: string, more = ''): string =>
  `<path d="${data}" fill="${fill}"${more && ' '}${more}/>`;
/** Round ends come from the root element. */
export const stroke = (data: string, colour: string, width: number, more = ''): string =>
  `<path d="${data}" fill="none" stroke="${colour}" stroke-width="${n(width)}"${more && ' '}${more}/>`;
export const dot = (x: number, y: number, r: number, fill: string): string =>
  `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" fill="${fill}"/>`;

/** The outline of the head: a dome that narrows to the chin. */
export function headOutline({ cx, top, width: w, height: h, jaw }: Frame): string {
  const [left, right, temple, chin] = [cx - w / 2, cx + w / 2, top + 0.42 * h, top + h];
  return d`M${left} ${temple}C${left} ${top + 0.13 * h} ${cx - 0.3 * w} ${top} ${cx} ${top}C${cx + 0.3 * w} ${top} ${right} ${top + 0.13 * h} ${right} ${temple}C${right} ${top + 0.8 * h} ${cx + (jaw * w) / 2} ${chin} ${cx} ${chin}C${cx - (jaw * w) / 2} ${chin} ${left} ${top + 0.8 * h} ${left} ${temple}Z`;
}

/** The side of the face away from the light. */
function headShade({ cx, top, width: w, height: h, jaw }: Frame): string {
  const [right, temple, chin] = [cx + w / 2, top + 0.42 * h, top + h];
  return d`M${cx + 0.16 * w} ${top + 0.03 * h}C${cx + 0.38 * w} ${top + 0.08 * h} ${right} ${top + 0.2 * h} ${right} ${temple}C${right} ${top + 0.8 * h} ${cx + (jaw * w) / 2} ${chin} ${cx} ${chin}C${cx + 0.2 * w} ${top + 0.9 * h} ${cx + 0.32 * w} ${top + 0.7 * h} ${cx + 0.31 * w} ${top + 0.48 * h}C${cx + 0.3 * w} ${top + 0.3 * h} ${cx + 0.24 * w} ${top + 0.14 * h} ${cx + 0.16 * w} ${top + 0.03 * h}Z`;
}

export function neck(f: Frame, skin: Skin): string {
  const [l, r, chin] = [f.cx - f.neck / 2, f.cx + f.neck / 2, f.top + f.height];
  return (
    path(
      d`M${l} ${chin - 22}V${f.shoulderY - 8}Q${f.cx} ${f.shoulderY + 34} ${r} ${f.shoulderY - 8}V${chin - 22}Z`,
      skin.base,
    ) + path(d`M${l} ${chin - 20}H${r}V${chin + 2}Q${f.cx + 6} ${chin + 18} ${l} ${chin - 4}Z`, skin.shade)
  );
}

export function head(f: Frame, skin: Skin, ears: boolean): string {
  const earY = f.top + 0.53 * f.height;
  const ear = (side: number): string =>
    `<ellipse cx="${n(f.cx + side * (f.width / 2 - 0.5))}" cy="${n(earY)}" rx="7.5" ry="11.5" fill="${side < 0 ? skin.base : skin.shade}"/>`;
  return (
    (ears ? ear(-1) + ear(1) : '') + path(headOutline(f), skin.base) + path(headShade(f), skin.shade, 'opacity=".7"')
  );
}

/** The body under any garment: shoulders sloping from the neck, cut by the lower edge of the sheet. */
export function torso({ cx, neck: w, shoulderY: y, shoulders }: Frame): string {
  const [l, r] = [cx - shoulders / 2, cx + shoulders / 2];
  return d`M${l - 7} 301C${l - 7} 268 ${l - 3} ${y + 26} ${l + 27} ${y + 13}L${cx - w / 2 - 5} ${y - 6}Q${cx} ${y + 26} ${cx + w / 2 + 5} ${y - 6}L${r - 27} ${y + 13}C${r + 3} ${y + 26} ${r + 7} 268 ${r + 7} 301Z`;
}
