/** The kinds of item that many cases know: lists, letters, notes, messages, telephones. */
import { circle, line, rect, shape } from './landscape.ts';
import { FAINT, hand, INK, person, sheet, SHEET, writing } from './still-life.ts';

export const manifest = (): string =>
  sheet(
    52,
    14,
    136,
    134,
    -1.5,
    rect(64, 26, 56, 7, INK) +
      shape('M156 26h20v12h-20Z', '#c98a2f') +
      line(
        'M64 44H176M64 58H176M64 72H176M64 86H176M64 100H176M64 114H176M64 128H176M64 44V128M84 44V128M146 44V128M176 44V128',
        '#cfc6b2',
        1.4,
      ) +
      [51, 65, 79, 93, 107, 121]
        .map(
          (y, i) =>
            hand(90, y + 2, 44 + ((i * 7) % 11), '#34539b') +
            circle(74, y, 2, INK) +
            line(`M152 ${y}h${14 + ((i * 5) % 7)}`, FAINT, 2.4),
        )
        .join(''),
  );

export const letter = (): string =>
  sheet(64, 24, 118, 124, 4, writing(78, 60, 90, 5), '#f6eedb') +
  sheet(
    54,
    16,
    118,
    126,
    -3,
    rect(68, 30, 44, 6, INK) +
      writing(68, 50, 90, 6, 10) +
      hand(68, 122, 48, '#34539b') +
      `<g transform="translate(146 116)">${circle(0, 0, 13, 'none', 'stroke="#a8472f" stroke-width="2.4"')}${circle(0, 0, 8, 'none', 'stroke="#a8472f" stroke-width="1.4"')}${line('M-5 0h10', '#a8472f', 2)}</g>`,
  );

export const flyer = (): string =>
  sheet(
    70,
    10,
    100,
    140,
    3,
    rect(70, 10, 100, 80, '#dfe9dc') +
      shape('M70 90V70Q96 52 122 68T170 62V90Z', '#7f9a6c') +
      line('M88 84V58H124V84', '#fffdf6', 3.4) +
      circle(146, 72, 11, '#fffdf6') +
      shape('M146 66l5 4-2 6h-6l-2-6Z', INK) +
      line('M146 61v5M135.5 70h5.5M156.5 70h-5.5M139 81l4-5M153 81l-4-5', INK, 1.6) +
      rect(80, 99, 80, 8, '#a8472f') +
      writing(80, 116, 80, 3, 8) +
      rect(80, 137, 34, 7, '#c98a2f'),
  );

export const phone = (): string =>
  `<ellipse cx="124" cy="146" rx="70" ry="6" opacity=".12"/><g transform="rotate(-7 120 80)"><rect x="84" y="14" width="72" height="130" rx="12" fill="#2d373e"/><rect x="90" y="26" width="60" height="104" rx="3" fill="#d9e5e6"/>${line('M112 20h16', '#66737b', 3)}${circle(120, 137, 3.4, '#66737b')}${[0, 1, 2].map((i) => `<rect x="${i % 2 ? 108 : 95}" y="${36 + i * 27}" width="37" height="19" rx="6" fill="${i % 2 ? '#7fae9c' : '#fffdf6'}"/>${line(`M${i % 2 ? 114 : 101} ${43 + i * 27}h24M${i % 2 ? 114 : 101} ${49 + i * 27}h15`, i % 2 ? '#e4f0ea' : FAINT, 2)}`).join('')}${shape('M96 118h42v6H96Z', '#fffdf6')}</g>`;

export const fares = (): string =>
  sheet(
    46,
    30,
    92,
    110,
    -5,
    writing(58, 46, 66, 3, 9) +
      line('M58 80H126', '#cfc6b2', 1.4) +
      writing(58, 92, 66, 3, 11) +
      line('M112 92h12M114 103h10M110 114h14', INK, 2.6),
  ) +
  `<g transform="rotate(6 160 80)"><rect x="126" y="20" width="62" height="112" rx="10" fill="#2d373e"/><rect x="131" y="31" width="52" height="88" rx="3" fill="#e7efe4"/>${circle(157, 56, 15, '#4d8a6d')}${line('M149 56l6 6 10-12', '#fff', 3.4)}${line('M141 82h32M141 91h24', FAINT, 2.6)}${rect(141, 100, 32, 11, '#4d8a6d')}</g>` +
  [0, 1, 2]
    .map(
      (i) =>
        `<ellipse cx="${88 + i * 3}" cy="${138 - i * 6}" rx="17" ry="6" fill="${i === 2 ? '#dcb765' : '#c39a43'}" stroke="#9a7930"/>`,
    )
    .join('');

export const photo = (): string =>
  sheet(74, 26, 124, 104, 6, '', '#f3ead6') +
  sheet(
    46,
    20,
    128,
    116,
    -3,
    rect(54, 28, 112, 84, '#cfdedf') +
      shape('M54 92Q80 70 112 84T166 78V112H54Z', '#a9bca6') +
      shape('M96 60h54v42H96Z', '#9aa9ac') +
      shape('M90 62l10-14h46l10 14Z', '#7d8d91') +
      rect(110, 76, 24, 26, '#5b4b3a') +
      rect(54, 100, 112, 12, '#d8c49b') +
      rect(64, 92, 16, 12, '#8a6845') +
      rect(70, 82, 12, 11, '#6c4f33') +
      circle(72, 46, 8, '#f4ead0'),
  );

export const record = (): string =>
  sheet(
    44,
    18,
    152,
    126,
    0,
    rect(44, 18, 152, 24, '#dbe3e6') +
      rect(54, 26, 58, 8, INK) +
      circle(180, 30, 6, '#34539b') +
      rect(56, 54, 34, 40, '#e4ddcc') +
      person(73, 82, 1.05, '#9aa5a8') +
      [56, 70, 84]
        .map((y) => line(`M102 ${y}h22`, FAINT, 2.4) + line(`M132 ${y}h${40 - (y % 3) * 8}`, INK, 2.8))
        .join('') +
      line('M56 106H184M56 120H184', '#cfc6b2', 1.4) +
      [99, 113, 130].map((y, i) => line(`M${i === 0 ? 102 : 58} ${y}h24M138 ${y}h38`, FAINT, 2.4)).join(''),
    '#fbfaf4',
  );

export const note = (): string =>
  `<g transform="rotate(-4 120 80)">${shape('M66 16H176V126L158 146H66Z', '#000', 'opacity=".13" transform="translate(3 4)"')}${shape('M66 16H176V126L158 146H66Z', '#f5e6b4')}${shape('M176 126H158V146Z', '#dcc98c')}${line('M66 40H176', '#dca98f', 1.6)}${[56, 76, 96, 116].map((y, i) => hand(78, y, 86 - ((i * 23) % 38), '#3f4a52')).join('')}</g>` +
  `<g transform="rotate(24 196 108)">${rect(191, 56, 9, 74, '#c98a2f')}${shape('M191 130h9l-4.5 13Z', '#e8d5b0')}${rect(191, 50, 9, 8, '#a8472f')}</g>`;

export const ticket = (): string =>
  [
    [8, 40, '#e9d3a6'],
    [-5, 26, '#f2e2bd'],
  ]
    .map(
      ([turn = 0, y = 0, fill = '']) =>
        `<g transform="rotate(${turn} 120 80)">${shape(`M44 ${Number(y) + 8}H196V${Number(y) + 34}a9 9 0 000 18V${Number(y) + 78}H44V${Number(y) + 52}a9 9 0 000-18Z`, '#000', 'opacity=".12" transform="translate(3 4)"')}${shape(`M44 ${Number(y) + 8}H196V${Number(y) + 34}a9 9 0 000 18V${Number(y) + 78}H44V${Number(y) + 52}a9 9 0 000-18Z`, String(fill))}</g>`,
    )
    .join('') +
  `<g transform="rotate(-5 120 80)">${line('M152 38V100', '#c9b27f', 2, 'stroke-dasharray="4 5"')}${rect(62, 46, 52, 8, INK)}${writing(62, 66, 76, 3, 10, '#b9a273')}${shape('M162 62q0-6 6-6h14q5 0 6 6l1 12h-27Z', '#a8472f')}${rect(165, 60, 7, 7, '#f2e2bd')}${rect(175, 60, 8, 7, '#f2e2bd')}${circle(168, 76, 3.4, INK)}${circle(182, 76, 3.4, INK)}</g>`;

export const ledger = (): string =>
  `<ellipse cx="120" cy="142" rx="98" ry="6" opacity=".12"/>${shape('M24 34Q72 20 120 34Q168 20 216 34V136Q168 124 120 138Q72 124 24 136Z', '#6c4f33')}${shape('M30 30Q76 18 120 32V132Q76 120 30 130Z', SHEET)}${shape('M210 30Q164 18 120 32V132Q164 120 210 130Z', '#f7f1e2')}${line('M120 32V132', '#cbbfa5', 2)}` +
  [46, 60, 74, 88, 102, 116]
    .map(
      (y, i) =>
        line(`M40 ${y}q36-9 70 0M130 ${y}q36-9 70 0`, '#ddd3bd', 1.4) +
        hand(42, y - 5, 32 + ((i * 5) % 12), '#3f4a52') +
        line(`M92 ${y - 5}h14M182 ${y - 6}h14`, '#a8472f', 2) +
        (i < 4 ? hand(132, y - 5, 30 + ((i * 9) % 14), '#3f4a52') : ''),
    )
    .join('') +
  shape('M150 22l8 2v40l-5-6-6 5V21Z', '#a8472f');

export const testimony = (): string =>
  sheet(60, 20, 120, 128, 2, writing(74, 96, 90, 5, 10) + hand(124, 140, 40, '#34539b')) +
  `<g>${shape('M48 22h92q12 0 12 12v28q0 12-12 12H84L66 90V74H48q-12 0-12-12V34q0-12 12-12Z', '#000', 'opacity=".12" transform="translate(3 4)"')}${shape('M48 22h92q12 0 12 12v28q0 12-12 12H84L66 90V74H48q-12 0-12-12V34q0-12 12-12Z', '#1b7a63')}${shape('M62 56q-2-14 12-18l2 5q-6 3-6 7h6v12H62ZM86 56q-2-14 12-18l2 5q-6 3-6 7h6v12H86Z', '#f4f8f2')}${line('M112 46h24M112 56h16', '#bfe0d3', 3)}</g>`;

export const message = (): string =>
  `${shape('M42 44L120 14L198 44V140H42Z', '#000', 'opacity=".12" transform="translate(3 4)"')}${shape('M42 48L120 12L198 48V140H42Z', '#d9c39a')}` +
  sheet(60, 22, 120, 96, 0, rect(74, 34, 46, 7, INK) + writing(74, 54, 90, 4, 10)) +
  shape('M42 48L120 104L42 140Z', '#ecd9b2') +
  shape('M198 48L120 104L198 140Z', '#e6d0a4') +
  shape('M42 140L112 92Q120 87 128 92L198 140Z', '#f3e4c3');
