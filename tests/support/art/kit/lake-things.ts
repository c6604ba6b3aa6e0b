/** Things of a case about work and pay on a lake, and pictures taken there. */
import { circle, line, rect, shape } from './landscape.ts';
import { FAINT, hand, sheet, SHEET } from './still-life.ts';

const card = (x: number, y: number, turn: number, tint: string): string =>
  `<g transform="rotate(${turn} ${x + 29} ${y + 19})"><rect x="${x}" y="${y}" width="58" height="38" rx="4" fill="${tint}" stroke="#c9c0ab"/>${rect(x, y + 4, 58, 6, '#8fa9b0')}${circle(x + 14, y + 20, 5, '#9aa5a8')}${shape(`M${x + 6} ${y + 33}q0-8 8-8t8 8Z`, '#9aa5a8')}${line(`M${x + 28} ${y + 18}h22M${x + 28} ${y + 25}h16M${x + 28} ${y + 32}h20`, FAINT, 2)}</g>`;

/** A biscuit tin full of cards. */
export const tin = (): string =>
  `<ellipse cx="120" cy="142" rx="96" ry="7" opacity=".12"/>` +
  `<g transform="rotate(-9 62 118)"><rect x="14" y="94" width="92" height="44" rx="9" fill="#9c4a38"/><rect x="20" y="99" width="80" height="34" rx="6" fill="#b8644c"/>${circle(60, 116, 10, '#e6cf9c')}${circle(60, 116, 5, '#b8644c')}</g>` +
  card(112, 26, -10, '#fbf7ec') +
  card(126, 22, 6, '#f3eddc') +
  card(119, 30, -2, SHEET) +
  line('M150 28v42', '#b5553f', 4) +
  shape('M86 62H214V130Q214 140 204 140H96Q86 140 86 130Z', '#b8644c') +
  shape('M86 62H214V74H86Z', '#9c4a38') +
  `<ellipse cx="150" cy="108" rx="34" ry="20" fill="#e6cf9c"/><ellipse cx="150" cy="108" rx="27" ry="14" fill="#b8644c"/>` +
  line('M150 96v24M138 101l24 14M138 115l24-14', '#e6cf9c', 2.6) +
  rect(78, 58, 144, 7, '#7f3a2b');

const coat = (x: number, y: number, s: number): string =>
  `<g transform="translate(${x} ${y}) scale(${s})">${shape('M-8 0Q0 7 8 0L24 8L34 46L22 50L18 34V78H-18V34L-22 50L-34 46L-24 8Z', '#d3a93f')}${shape('M-8 0Q0 7 8 0L13 3Q0 18-13 3Z', '#a98328')}${line('M0 10V78M-18 60h12M6 60h12', '#a98328', 2)}${[22, 38, 54].map((cy) => line(`M-5 ${cy}h10`, '#f3e6bd', 2.4)).join('')}<ellipse cx="-8" cy="46" rx="7" ry="4" fill="#4a4136" opacity=".4"/><ellipse cx="11" cy="70" rx="6" ry="4" fill="#4a4136" opacity=".4"/></g>`;

/** Small oilskins on pegs. */
export const oilskins = (): string =>
  rect(22, 22, 196, 12, '#8a6845') +
  rect(22, 31, 196, 3, '#6c4f33') +
  [62, 120, 178].map((x) => line(`M${x} 30v12`, '#5d4229', 5)).join('') +
  coat(62, 42, 1) +
  coat(120, 42, 0.9) +
  coat(178, 42, 1.04) +
  [70, 128, 184].map((x, i) => shape(`M${x} ${132 + i}q4 6 0 9q-4-3 0-9Z`, '#8fb0b8')).join('') +
  `<ellipse cx="124" cy="147" rx="84" ry="5" fill="#8fb0b8" opacity=".5"/>`;

/** A cord with knots in rows of seven. */
export const cord = (): string => {
  const rows = [34, 60, 86, 112];
  const way = `M38 34H196Q216 34 216 47T196 60H44Q24 60 24 73T44 86H196Q216 86 216 99T196 112H52Q34 112 38 128T64 136`;
  const knots = rows.flatMap((y) =>
    Array.from(
      { length: 7 },
      (_, i) =>
        `<ellipse cx="${64 + i * 19}" cy="${y}" rx="5.5" ry="6.5" fill="#8f6f45"/>${line(`M${61 + i * 19} ${y - 3}l6 6`, '#c7a877', 1.8)}`,
    ),
  );
  return `<g transform="translate(3 4)" opacity=".13">${line(way, '#000', 6)}</g>${line(way, '#a98a5c', 5.5)}${line(way, '#c7a877', 1.6, 'stroke-dasharray="5 5"')}${knots.join('')}${line('M64 136l10-5M64 136l10 4', '#a98a5c', 3)}`;
};

/** A telephone with a voice note. */
export const voiceNote = (): string =>
  `<ellipse cx="120" cy="147" rx="66" ry="5" opacity=".12"/><g transform="rotate(5 120 80)"><rect x="80" y="12" width="80" height="132" rx="12" fill="#2d373e"/><rect x="86" y="24" width="68" height="106" rx="3" fill="#d9e5e6"/>${line('M112 18h16', '#66737b', 3)}${circle(120, 137, 3.4, '#66737b')}</g>` +
  `<g><rect x="37" y="57" width="170" height="48" rx="20" fill="#000" opacity=".12"/><rect x="34" y="53" width="170" height="48" rx="20" fill="#7fae9c"/>${circle(60, 77, 15, '#f4f8f2')}${shape('M55 69l13 8-13 8Z', '#3f6b5c')}${line(
    [8, 14, 22, 12, 26, 18, 30, 16, 24, 10, 20, 14, 8].map((h, i) => `M${88 + i * 8} ${77 - h / 2}v${h}`).join(''),
    '#eef5ef',
    3.4,
  )}</g>`;

/** A board with chalk marks. */
export const board = (): string =>
  rect(20, 14, 200, 132, '#a98a62') +
  line('M60 14V146M100 14V146M140 14V146M180 14V146', '#8f724d', 2) +
  rect(40, 24, 164, 108, '#6c4f33') +
  rect(46, 30, 152, 96, '#3d4a47') +
  [48, 70, 92]
    .map(
      (y, i) =>
        hand(58, y, 40 + i * 7, '#d9ded6') +
        line(
          Array.from({ length: [4, 3, 7][i] ?? 0 }, (_, k) => `M${126 + k * 8} ${y - 7}v12`).join(''),
          '#f0f2ea',
          2.6,
        ),
    )
    .join('') +
  line('M123 94l44-12', '#f0f2ea', 2.2) +
  hand(58, 114, 60, '#b9c2ba') +
  rect(150, 126, 22, 5, '#f0f2ea');

/** A photograph of a door of boards with its bolt outside; nobody to be seen. */
export const shedPhoto = (): string =>
  sheet(
    50,
    14,
    140,
    130,
    -3,
    rect(60, 24, 120, 98, '#a98a62') +
      line('M74 24V122M166 24V122', '#8f724d', 2) +
      rect(84, 34, 72, 88, '#7b5c3c') +
      line('M102 34V122M120 34V122M138 34V122', '#5d4229', 2.4) +
      rect(84, 48, 72, 8, '#5d4229') +
      rect(84, 100, 72, 8, '#5d4229') +
      rect(138, 74, 36, 8, '#a9b6b8') +
      rect(146, 70, 6, 16, '#7d8d91') +
      rect(164, 70, 6, 16, '#7d8d91') +
      circle(142, 78, 3, '#5f6a70') +
      rect(60, 118, 120, 4, '#c7ae78'),
  );
