/** The kit of a lake shore: water, boats, jetties, racks of fish, nets. */
import { circle, line, PAINT as P, rect, shape } from './landscape.ts';

export const WATER = { far: '#b3cdd1', near: '#9dbfc6', ripple: '#d5e6e6', dark: '#83aab3' } as const;
export const SAND = '#e0cfa6';
export const HULL = {
  blue: ['#4f7f93', '#3b6374'],
  clay: ['#b8694a', '#8f4e36'],
  ochre: ['#c99b4a', '#9f7833'],
  sage: ['#7f9a6c', '#5f7a52'],
} as const;
type Paint = readonly [string, string];

/** Open water from `top` to `bottom`, with quiet ripples that grow nearer. */
export function water(top: number, bottom: number): string {
  const ripples = [0.12, 0.3, 0.46, 0.64, 0.82]
    .map((part, i) => {
      const y = Math.round(top + (bottom - top) * part);
      return `M${18 + ((i * 137) % 190)} ${y}q14-4 28 0t28 0M${262 + ((i * 71) % 150)} ${y + 3}q12-4 24 0t24 0`;
    })
    .join('');
  return (
    rect(0, top, 480, bottom - top, WATER.near) +
    rect(0, top, 480, Math.round((bottom - top) * 0.4), WATER.far) +
    line(ripples, WATER.ripple, 2.4)
  );
}

/** A shore: sky, the far side of the lake, `depth` of water and the ground from `horizon` down. */
export function lakeside(horizon = 214, ground: string = SAND, depth = 46): string {
  const far = horizon - depth;
  return (
    rect(0, 0, 480, 300, '#d9e6e5') +
    shape('M46 54q4-14 20-12q8-16 28-8q14-8 24 4q18-2 20 16ZM250 36q4-10 16-8q8-12 24-4q14-2 16 12Z', '#e8f0ed') +
    circle(404, 60, 28, '#f4ead0') +
    shape(
      `M0 ${far}V${far - 22}Q60 ${far - 46} 132 ${far - 20}T268 ${far - 14}Q330 ${far - 4} 372 ${far}Z`,
      '#bccbc2',
    ) +
    shape(`M230 ${far}Q300 ${far - 30} 380 ${far - 12}T480 ${far - 20}V${far}Z`, '#a9bca6') +
    water(far, horizon) +
    rect(0, horizon, 480, 300 - horizon, ground) +
    shape(`M0 ${horizon}Q80 ${horizon + 7} 160 ${horizon + 1}T320 ${horizon + 3}T480 ${horizon}Z`, WATER.near) +
    line(
      `M0 ${horizon + 1}Q80 ${horizon + 8} 160 ${horizon + 2}T320 ${horizon + 4}T480 ${horizon + 1}`,
      '#eef4ee',
      2.4,
    ) +
    shape(`M0 300V${horizon + 50}Q240 ${horizon + 34} 480 ${horizon + 58}V300Z`, '#000', 'opacity=".05"')
  );
}

/** Ground beside a lake: more land than water, for houses that stand back from the shore. */
export const shoreLand = (horizon = 214, ground: string = '#d9cfa2'): string => lakeside(horizon, ground, 30);

/** A long wooden boat with a painted band; its keel lies on `y`. */
export const boat = (x: number, y: number, s: number, [hull, dark]: Paint, ashore = false): string =>
  `<g transform="translate(${x} ${y}) scale(${s})"><ellipse cx="82" cy="2" rx="86" ry="5" opacity="${ashore ? '.16' : '.1'}"/>${shape('M2-24Q80-12 160-28L150-16Q80-8 12-14Z', '#6c4f33')}${shape('M0-25Q82-10 164-30Q150-3 122 0H36Q12-2 0-25Z', hull)}${shape('M6-13Q82 0 154-16Q144-2 122 0H36Q16-2 6-13Z', dark)}${line('M10-16Q82-2 152-20', '#f0e6cf', 2.4)}${ashore ? '' : line('M-8 3h180', WATER.ripple, 2.4)}</g>`;

/** A boat with a roof and life jackets along its side. */
export const coveredBoat = (x: number, y: number, s: number, paint: Paint): string =>
  boat(x, y, s, paint) +
  `<g transform="translate(${x} ${y}) scale(${s})">${line('M38-16V-54M72-14V-54M106-16V-54M136-20V-54', '#7d8d91', 3)}${shape('M28-54Q88-70 148-54V-48H28Z', '#f2ebdd')}${rect(28, -52, 120, 5, paint[0])}${[46, 80, 112].map((cx) => `<rect x="${cx}" y="-40" width="15" height="19" rx="5" fill="#d9772f"/>${line(`M${cx + 7.5}-40v19`, '#f4ead0', 2)}`).join('')}</g>`;

/** A trestle on which small silver fish dry. */
export function rack(x: number, y: number, w: number): string {
  const rows = [0, 1, 2]
    .map((row) =>
      Array.from(
        { length: Math.floor((w - 22) / 13) },
        (_, i) => `M${x + 14 - row * 5 + i * 13} ${y - 15 + row * 6}h6`,
      ).join(''),
    )
    .join('');
  return (
    line(`M${x + 4} ${y}v18M${x + w - 12} ${y}v18M${x + 14} ${y - 14}v26M${x + w} ${y - 14}v26`, P.woodDark, 4) +
    shape(`M${x - 4} ${y + 3}L${x + 10} ${y - 20}H${x + w + 4}L${x + w - 8} ${y + 3}Z`, '#b99d6c') +
    line(rows, '#eef2ee', 3.4) +
    rect(x - 4, y + 2, w - 4, 4, P.wood)
  );
}

/** A net hung over a pole, with floats. */
export function hungNet(x: number, y: number, w: number, h: number): string {
  const mesh = Array.from(
    { length: Math.ceil(w / 10) },
    (_, i) => `M${x + i * 10} ${y}L${x + i * 10 + 6} ${y + h - 6}`,
  ).join('');
  const rows = Array.from(
    { length: Math.floor(h / 10) },
    (_, i) => `M${x + 2} ${y + 8 + i * 10}q${w / 2} 7 ${w} 0`,
  ).join('');
  return (
    line(`M${x - 6} ${y + h + 18}V${y - 8}M${x + w + 8} ${y + h + 18}V${y - 8}`, P.woodDark, 5) +
    line(`M${x - 10} ${y}H${x + w + 12}`, P.wood, 4) +
    shape(
      `M${x} ${y}H${x + w}L${x + w + 4} ${y + h - 6}Q${x + w / 2} ${y + h + 8} ${x + 4} ${y + h - 6}Z`,
      '#7fa39a',
      'opacity=".35"',
    ) +
    line(mesh + rows, '#5f857c', 1.5) +
    [0.1, 0.37, 0.64, 0.9].map((part) => circle(Math.round(x + w * part), y + 2, 4, '#d9a441')).join('')
  );
}

/** Planks on piles, running out over the water. */
export const jetty = (x: number, y: number, w: number): string =>
  line(Array.from({ length: Math.floor(w / 34) + 1 }, (_, i) => `M${x + 8 + i * 34} ${y}v26`).join(''), P.woodDark, 6) +
  rect(x, y - 8, w, 10, P.wood) +
  line(
    Array.from({ length: Math.floor(w / 14) }, (_, i) => `M${x + 10 + i * 14} ${y - 7}v7`).join(''),
    P.woodDark,
    1.4,
  ) +
  rect(x, y + 2, w, 3, '#000', 'opacity=".18"');

export const reeds = (x: number, y: number, s = 1): string =>
  `<g transform="translate(${x} ${y}) scale(${s})">${line('M0 0Q-3-22-9-36M6 0Q6-26 4-46M13 0Q16-22 22-38M-7 0Q-12-14-19-22', P.leafDark, 3)}${line('M-9-36v-8M4-46v-9M22-38l2-8', '#8a6845', 4.5)}</g>`;

/** Sacks of rice or flour, side by side. */
export const sacks = (x: number, y: number, many: number): string =>
  Array.from({ length: many }, (_, i) => {
    const left = x + i * 27;
    return (
      shape(`M${left} ${y}q-4-22 3-32q10-4 20 0q7 10 3 32Z`, i % 2 ? '#d9cbb0' : '#e8dcc4') +
      line(`M${left + 6} ${y - 30}q7 3 14 0M${left + 8} ${y - 16}h10`, '#a8946d', 2)
    );
  }).join('');
