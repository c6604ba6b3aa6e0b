/**
 * The parts of every still life: sheets, writing, hands, and the paper below them, 240×160. The only word is the
 * EXERCISE mark; lines stand for writing.
 */
import { circle, line, rect, shape } from './landscape.ts';

export const INK = '#5b5a50';
export const FAINT = '#b5ac99';
export const SHEET = '#fffdf6';

/** Rows of writing: one stroke a line, of varied length so that it looks written. */
export const writing = (x: number, y: number, width: number, rows: number, gap = 9, colour = FAINT): string =>
  line(
    Array.from(
      { length: rows },
      (_, i) => `M${x} ${y + i * gap}h${Math.round(width * (1 - ((i * 37) % 5) * 0.09 - (i === rows - 1 ? 0.3 : 0)))}`,
    ).join(''),
    colour,
    2.6,
  );
export const sheet = (
  x: number,
  y: number,
  w: number,
  h: number,
  turn = 0,
  inside = '',
  fill: string = SHEET,
): string =>
  `<g transform="rotate(${turn} ${x + w / 2} ${y + h / 2})">${rect(x + 3, y + 4, w, h, '#000', 'opacity=".13"')}${rect(x, y, w, h, fill)}${rect(x, y, w, h, 'none', 'stroke="#d9cfb9"')}${inside}</g>`;
export const person = (x: number, y: number, s: number, fill: string): string =>
  `<g transform="translate(${x} ${y}) scale(${s})">${circle(0, -9, 6.5, fill)}${shape('M-12 12Q-12-1 0-1T12 12Z', fill)}</g>`;
export const hand = (x: number, y: number, width: number, colour: string): string =>
  line(
    `M${x} ${y}q${width * 0.08}-8 ${width * 0.16} 0t${width * 0.16} 0t${width * 0.14}-2q${width * 0.1}-6 ${width * 0.18} 1t${width * 0.2}-1`,
    colour,
    2,
  );

/** The drawing on its paper, with fibres and the mark. */
export const item = (drawing: () => string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 160" stroke-linecap="round" stroke-linejoin="round">${rect(0, 0, 240, 160, '#efe6d3')}${line('M12 30l14-3M210 22l10 6M30 132l9 7M218 120l-6 11M118 8l12 2M16 88l4 12M226 74l-3 10M196 150l14-2M70 6l8 2', '#ddd0b6', 1.6)}${drawing()}<text x="232" y="154" text-anchor="end" font-family="Noto Sans, sans-serif" font-size="7.5" font-weight="600" letter-spacing="1.6" fill="#6f6653">EXERCISE</text></svg>\n`;
