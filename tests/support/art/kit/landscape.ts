/** The kit every place is built from: sky, hills, ground, walls, roofs, windows, trees. 480×300, light from the left. */

export const rect = (x: number, y: number, w: number, h: number, fill: string, more = ''): string =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}"${more && ' '}${more}/>`;
export const shape = (data: string, fill: string, more = ''): string =>
  `<path d="${data}" fill="${fill}"${more && ' '}${more}/>`;
export const line = (data: string, colour: string, width: number, more = ''): string =>
  `<path d="${data}" fill="none" stroke="${colour}" stroke-width="${width}"${more && ' '}${more}/>`;
export const circle = (x: number, y: number, r: number, fill: string, more = ''): string =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"${more && ' '}${more}/>`;

export const PAINT = {
  plaster: '#e9dcc0',
  plasterShade: '#d3c29f',
  lime: '#f2ebdd',
  limeShade: '#dcd2be',
  brick: '#c48a66',
  brickShade: '#a87150',
  teal: '#6f9690',
  tealShade: '#567b76',
  blue: '#6d87a3',
  blueShade: '#546d88',
  roof: '#a65b41',
  roofDark: '#874730',
  tin: '#9aa9ac',
  tinDark: '#7d8d91',
  wood: '#8a6845',
  woodDark: '#6c4f33',
  glass: '#aec8cc',
  glassDark: '#87a6ad',
  leaf: '#7f9a6c',
  leafDark: '#66825a',
  trunk: '#7a5d42',
  earth: '#d8c49b',
  earthDark: '#c4ad80',
  road: '#a39a8c',
  roadLine: '#e8dfc9',
  shadow: '#000',
} as const;

/** What lies behind a house, with the ground from `horizon` down. */
export type Backdrop = (horizon?: number, ground?: string) => string;

/** Sky, a low sun, two ranges of hills and the ground from `horizon` down. */
export function outdoors(horizon = 214, ground: string = PAINT.earth): string {
  return (
    rect(0, 0, 480, 300, '#d3e1e1') +
    shape('M30 62q4-14 20-12q8-16 28-8q14-8 24 4q18-2 20 16ZM236 40q4-10 16-8q8-12 24-4q14-2 16 12Z', '#e4edea') +
    circle(392, 66, 30, '#f4ead0') +
    shape(
      `M0 ${horizon}V${horizon - 52}Q70 ${horizon - 96} 150 ${horizon - 50}T310 ${horizon - 62}T480 ${horizon - 48}V${horizon}Z`,
      '#bccbc2',
    ) +
    shape(
      `M0 ${horizon}V${horizon - 22}Q110 ${horizon - 52} 220 ${horizon - 18}T480 ${horizon - 26}V${horizon}Z`,
      '#a9bca6',
    ) +
    rect(0, horizon, 480, 300 - horizon, ground) +
    shape(`M0 300V${horizon + 52}Q240 ${horizon + 34} 480 ${horizon + 58}V300Z`, '#000', 'opacity=".05"')
  );
}

/** A wall with its shaded end and a soft shadow on the ground. */
export function wall(x: number, y: number, w: number, h: number, light: string, dark: string): string {
  return (
    shape(`M${x + w} ${y + h}l26 10H${x + 14}L${x} ${y + h}Z`, '#000', 'opacity=".12"') +
    rect(x, y, w, h, light) +
    rect(x + w - w * 0.16, y, Math.round(w * 0.16), h, dark) +
    rect(x, y + h - 9, w, 9, '#000', 'opacity=".1"')
  );
}

export const flatRoof = (x: number, y: number, w: number, fill: string, h = 12): string =>
  rect(x - 8, y - h, w + 16, h, fill) + rect(x, y, w, 5, '#000', 'opacity=".15"');
export const gable = (x: number, y: number, w: number, rise: number, fill: string, dark: string): string =>
  shape(`M${x - 14} ${y}L${x + w * 0.14} ${y - rise}H${x + w * 0.86}L${x + w + 14} ${y}Z`, fill) +
  shape(`M${x + w * 0.86} ${y - rise}L${x + w + 14} ${y}H${x + w - 26}L${x + w * 0.78} ${y - rise}Z`, dark) +
  rect(x, y, w, 6, '#000', 'opacity=".16"');
export const tin = (x: number, y: number, w: number, h: number): string =>
  rect(x, y, w, h, PAINT.tin) +
  line(Array.from({ length: Math.floor(w / 14) }, (_, i) => `M${x + 7 + i * 14} ${y}v${h}`).join(''), PAINT.tinDark, 2);

export const windowAt = (x: number, y: number, w: number, h: number, frame = '#f4eee0'): string =>
  rect(x - 3, y - 3, w + 6, h + 6, frame) +
  rect(x, y, w, h, PAINT.glass) +
  shape(`M${x} ${y + h}L${x + w} ${y}V${y + h}Z`, PAINT.glassDark, 'opacity=".6"') +
  line(`M${x + w / 2} ${y}v${h}M${x} ${y + h / 2}h${w}`, frame, 2.6) +
  rect(x - 6, y + h + 3, w + 12, 4, frame);
export const door = (x: number, y: number, w: number, h: number, fill: string): string =>
  rect(x - 4, y - 4, w + 8, h + 4, '#f4eee0') +
  rect(x, y, w, h, fill) +
  rect(x + 5, y + 6, w - 10, h * 0.36, '#000', 'opacity=".12"') +
  rect(x + 5, y + h * 0.54, w - 10, h * 0.36, '#000', 'opacity=".12"') +
  circle(x + w - 7, y + h * 0.52, 2.4, '#f0e2bd');

/** A flat-crowned tree. */
export const acacia = (x: number, y: number, s = 1): string =>
  `<g transform="translate(${x} ${y}) scale(${s})">${line('M0 0Q-2-34 4-62M2-36Q-14-52-24-66M3-44Q18-56 26-70', PAINT.trunk, 6)}${shape('M-62-62Q-56-84-28-84Q-10-102 18-92Q50-94 60-68Q64-58 48-58H-52Q-63-56-62-62Z', PAINT.leaf)}${shape('M-62-62Q-20-70 10-66T60-68Q64-58 48-58H-52Q-63-56-62-62Z', PAINT.leafDark)}<ellipse cx="6" cy="2" rx="40" ry="5" opacity=".14"/></g>`;
export const bush = (x: number, y: number, s = 1): string =>
  `<g transform="translate(${x} ${y}) scale(${s})">${shape('M-26 0Q-32-18-14-20Q-8-32 6-26Q24-28 26-10Q30 0 22 0Z', PAINT.leaf)}${shape('M-26 0Q-12-10 4-6T26-8Q28 0 22 0Z', PAINT.leafDark)}</g>`;
export const pole = (x: number, y: number, h: number, cloth: string): string =>
  line(`M${x} ${y}V${y - h}`, '#8e949a', 4) +
  shape(`M${x + 2} ${y - h + 2}q18-6 30 0t26 0v26q-14 6-28 0t-28 0Z`, cloth) +
  circle(x, y - h, 4, '#c7b98d');

/** A bus seen from the side, its wheels on `y`. */
export const bus = (x: number, y: number, body: string, dark: string, s = 1): string =>
  `<g transform="translate(${x} ${y}) scale(${s})"><ellipse cx="84" cy="2" rx="96" ry="6" opacity=".15"/>${shape('M0-12V-66Q0-78 12-78H158Q172-78 174-64L178-34V-12Z', body)}${rect(0, -34, 178, 9, dark)}${[10, 40, 70, 100].map((wx) => rect(wx, -68, 25, 24, PAINT.glass)).join('')}${shape('M134-68H158Q164-68 166-60L170-40H134Z', PAINT.glass)}${rect(132, -36, 22, 26, '#000', 'opacity=".14"')}${[38, 140].map((wx) => circle(wx, -10, 13, '#333a3e') + circle(wx, -10, 5.5, '#b9bdb9')).join('')}${circle(174, -22, 4, '#f5e7b5')}</g>`;
export const bench = (x: number, y: number, w: number): string =>
  line(`M${x + 8} ${y}v16M${x + w - 8} ${y}v16`, PAINT.woodDark, 5) +
  rect(x, y - 4, w, 7, PAINT.wood) +
  rect(x, y - 20, w, 6, PAINT.wood) +
  line(`M${x + 8} ${y - 20}v18M${x + w - 8} ${y - 20}v18`, PAINT.woodDark, 4);
export const plaque = (x: number, y: number, fill: string, sign: string): string =>
  circle(x, y, 17, '#f7f1e3') + circle(x, y, 14, fill) + line(sign, '#f7f1e3', 2.4, `transform="translate(${x} ${y})"`);
export const steps = (x: number, y: number, w: number): string =>
  rect(x, y, w, 6, '#d8cfbd') + rect(x - 8, y + 6, w + 16, 6, '#c9bfac') + rect(x - 16, y + 12, w + 32, 6, '#b9ae9a');
export const columns = (xs: number[], y: number, h: number, fill: string): string =>
  xs
    .map(
      (x) =>
        rect(x, y, 12, h, fill) +
        rect(x + 8, y, 4, h, '#000', 'opacity=".12"') +
        rect(x - 3, y, 18, 6, fill) +
        rect(x - 3, y + h - 6, 18, 6, fill),
    )
    .join('');
export const path2 = (x: number, w: number): string =>
  shape(`M${x} 232H${x + w}L${x + w + 46} 300H${x - 46}Z`, PAINT.earthDark);

/** A whole place: no names, no addresses, nobody to be seen. */
export const place = (drawing: () => string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 300" stroke-linecap="round" stroke-linejoin="round">${drawing()}</svg>\n`;
