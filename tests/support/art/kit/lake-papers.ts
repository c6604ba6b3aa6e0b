/** Papers of a case about work and pay on a lake. */
import { circle, line, rect, shape } from './landscape.ts';
import { FAINT, hand, INK, sheet, SHEET, writing } from './still-life.ts';

const smallBoat = (x: number, y: number): string => shape(`M${x} ${y}h22q-3 8-8 8h-7q-5 0-7-8Z`, '#4f7f93');

/** The boatman's log: a worn book with a pencil on a string. */
export const boatLog = (): string =>
  `<g transform="rotate(-3 120 80)">${rect(44, 22, 146, 122, '#000', 'opacity=".13"')}${rect(40, 16, 146, 122, '#3b6374')}${rect(48, 20, 136, 114, '#f6efdc')}` +
  [34, 54, 74, 94, 114]
    .map(
      (y, i) =>
        smallBoat(60, y - 2) +
        line(`M92 ${y + 8}h84`, '#ddd3bd', 1.4) +
        hand(94, y + 4, 44 + ((i * 11) % 26), '#3f4a52'),
    )
    .join('') +
  [26, 44, 62, 80, 98, 116]
    .map((y) => `<ellipse cx="48" cy="${y}" rx="7" ry="3.5" fill="none" stroke="#9aa9ac" stroke-width="2.4"/>`)
    .join('') +
  shape('M160 134q10-9 24-6v6Z', '#8fb0b8', 'opacity=".5"') +
  `</g>${line('M184 26q26 6 18 34', '#a98a5c', 2)}<g transform="rotate(14 202 96)">${rect(198, 60, 8, 58, '#b8694a')}${shape('M198 118h8l-4 11Z', '#e8d5b0')}</g>`;

/** A wage book too neat: every signature alike. */
export const wageBook = (): string =>
  sheet(
    40,
    16,
    160,
    128,
    1,
    rect(40, 16, 160, 18, '#3f5f70') +
      rect(50, 22, 60, 6, '#dfe9ea') +
      line('M92 34V144M128 34V144', '#d9a99b', 1.6) +
      line([50, 66, 82, 98, 114, 130].map((y) => `M40 ${y}H200`).join(''), '#d5dcdc', 1.4) +
      [46, 62, 78, 94, 110, 126]
        .map((y) => line(`M50 ${y}h32M100 ${y}h20`, FAINT, 2.6) + hand(138, y + 2, 50, '#34539b'))
        .join(''),
  );

/** A note of a hospital. */
export const clinicNote = (): string =>
  sheet(
    58,
    12,
    122,
    136,
    -2,
    rect(58, 12, 122, 26, '#dcebe2') +
      circle(76, 25, 9, '#4d8a6d') +
      line('M76 20v10M71 25h10', '#fff', 3.4) +
      rect(94, 22, 52, 6, INK) +
      writing(70, 52, 96, 3, 10) +
      rect(70, 80, 96, 30, '#f1f5ef') +
      line('M70 95h16l5-9 7 17 6-11 4 3h58', '#4d8a6d', 2.4) +
      writing(70, 122, 60, 2, 10) +
      hand(120, 140, 46, '#34539b'),
  ) +
  `<g transform="rotate(20 188 40)"><rect x="178" y="20" width="22" height="44" rx="10" fill="#f0dcc0"/>${rect(178, 34, 22, 16, '#e0c49c')}${circle(186, 39, 1.4, '#b99a6c')}${circle(192, 39, 1.4, '#b99a6c')}${circle(186, 45, 1.4, '#b99a6c')}${circle(192, 45, 1.4, '#b99a6c')}</g>`;

/** A letter in the post tray. */
export const notice = (): string =>
  `<ellipse cx="120" cy="146" rx="100" ry="6" opacity=".12"/>` +
  sheet(
    56,
    18,
    128,
    92,
    -3,
    rect(68, 28, 50, 6, INK) +
      circle(166, 34, 9, '#9a6412') +
      line('M161 36a5 5 0 0110 0M159 37h14', '#f7f1e3', 1.8) +
      writing(68, 48, 100, 5, 10),
  ) +
  shape('M26 92H214L204 142H36Z', '#8a6845') +
  shape('M26 92H214L212 102H28Z', '#a98a62') +
  shape('M70 84H196V112H70Z', '#f3e4c3') +
  line('M70 84L133 104L196 84', '#d9c39a', 2.4) +
  shape('M26 104H214L204 142H36Z', '#7b5c3c') +
  rect(98, 114, 44, 14, '#f2ebdd') +
  line('M104 121h30', FAINT, 2.6);

/** A notice on a post; one corner is torn off. */
export const hiringNotice = (): string =>
  rect(30, 20, 180, 124, '#a98a62') +
  line('M30 51h180M30 82h180M30 113h180', '#8f724d', 2) +
  `<g transform="rotate(-2 120 80)">${shape('M66 26H178V112L170 118L166 126L154 128L148 138H66Z', '#000', 'opacity=".16" transform="translate(3 4)"')}${shape('M66 26H178V112L170 118L166 126L154 128L148 138H66Z', '#f6eccf')}${shape('M78 62h56q-6 18-18 18H96q-12 0-18-18Z', '#4f7f93')}${line('M106 60V38M106 40l20 16h-20', '#5f857c', 3)}${line('M74 86q9-4 18 0t18 0t18 0t18 0', '#8fb0b8', 2.6)}${rect(76, 96, 88, 8, '#9c4a38')}${writing(76, 114, 66, 3, 8)}${circle(72, 32, 3, '#5f6a70')}${circle(172, 32, 3, '#5f6a70')}</g>`;

/** A weather sheet: storm, then calm. */
export const weather = (): string =>
  sheet(
    42,
    16,
    156,
    128,
    1.5,
    rect(42, 16, 156, 18, '#54788a') +
      rect(52, 22, 56, 6, '#e4edea') +
      line('M120 42V114', '#d9cfb9', 1.6) +
      shape('M56 78q2-13 15-12q5-12 18-7q14-2 15 10q8 1 7 9Z', '#7d92a3') +
      line('M66 86l-5 12M80 86l-5 12M94 86l-5 12M106 86l-5 12', '#54788a', 3) +
      circle(160, 68, 13, '#e0b95a') +
      line('M160 47v-5M160 94v-5M139 68h-5M186 68h-5M145 53l-4-4M175 83l4 4M175 53l4-4M145 83l-4 4', '#e0b95a', 3) +
      line('M56 106q6-6 12 0t12 0t12 0t12 0', '#54788a', 2.6) +
      line('M134 106h52', '#8fb0b8', 2.6) +
      writing(56, 124, 124, 2, 9),
  );

/** An order of a court, with ribbon and seal. */
export const order = (): string =>
  sheet(
    58,
    12,
    124,
    136,
    0,
    shape('M120 22l20 9h-40Z', '#5c4a66') +
      line('M106 33v9M115 33v9M125 33v9M134 33v9M102 44h36', '#5c4a66', 2.4) +
      rect(84, 54, 72, 6, INK) +
      writing(72, 72, 98, 5, 9) +
      hand(72, 130, 44, '#34539b'),
    '#fbf6e8',
  ) +
  shape('M146 118l-7 28 11-6 7 9 2-29ZM164 118l8 27-11-5-7 8-1-29Z', '#8c3b2c') +
  circle(156, 114, 16, '#b5553f') +
  circle(156, 114, 10.5, 'none', 'stroke="#e9c9b8" stroke-width="2"') +
  line('M150 114h12M156 108v12', '#e9c9b8', 2.4);

/** Small slips from a counter. */
export const slips = (): string =>
  [
    [34, 34, -9],
    [92, 20, 3],
    [146, 38, 11],
  ]
    .map(([x = 0, y = 0, turn = 0], i) => {
      const teeth = Array.from({ length: 9 }, () => 'l-3.5 4l-3.5-4')
        .join('')
        .replaceAll('.500', '.5');
      const edge = `M${x} ${y}h63v94${teeth}Z`;
      return `<g transform="rotate(${turn} ${x + 31} ${y + 46})">${shape(edge, '#000', 'opacity=".12" transform="translate(3 4)"')}${shape(edge, i === 1 ? SHEET : '#f6f0df')}${circle(x + 31, y + 15, 8, '#3f6b5c')}${line(`M${x + 28} ${y + 10}h6v10h-6Z`, '#f4f8f2', 1.8)}${writing(x + 9, y + 34, 46, 3, 9)}${line(`M${x + 9} ${y + 62}h45`, '#cfc6b2', 1.4)}${line(`M${x + 9} ${y + 74}h18M${x + 36} ${y + 74}h18`, INK, 3)}${hand(x + 10, y + 88, 26, '#34539b')}</g>`;
    })
    .join('');

/** A file tied with a ribbon. */
export const file = (): string =>
  sheet(64, 18, 128, 112, 3, writing(78, 30, 100, 2, 8)) +
  `<g transform="rotate(-2 120 84)">${shape('M42 34H92L100 44H190V142H42Z', '#000', 'opacity=".13" transform="translate(3 4)"')}${shape('M42 34H92L100 44H190V142H42Z', '#d2b98a')}${shape('M42 52H190V142H42Z', '#dfc99d')}${rect(60, 66, 70, 30, '#fbf7ec')}${line('M68 76h50M68 85h34', FAINT, 2.6)}${line('M42 112H190M156 52V142', '#a8472f', 4)}${shape('M156 112q-16-14-20-3t20 3q16-14 20-3t-20 3Z', '#a8472f')}${line('M156 112l-9 18M156 112l10 17', '#a8472f', 4)}</g>`;

/** A school register: names as lines, days as marks, and a row that stops. */
export const register = (): string =>
  sheet(
    34,
    22,
    172,
    116,
    -1,
    rect(34, 22, 172, 16, '#7f9a6c') +
      rect(44, 27, 50, 6, '#f1f5ea') +
      line(
        'M96 38V138M112 38V138M128 38V138M144 38V138M160 38V138M176 38V138M192 38V138' +
          [52, 66, 80, 94, 108, 122].map((y) => `M34 ${y}H206`).join(''),
        '#d8d8c8',
        1.3,
      ) +
      [46, 60, 74, 88, 102, 116, 130]
        .map(
          (y, row) =>
            hand(42, y + 2, 36 + ((row * 7) % 12), '#3f4a52') +
            line(
              Array.from({ length: row === 3 ? 2 : 7 }, (_, i) => `M${100 + i * 16} ${y}l3 3l5-6`).join(''),
              '#4d8a6d',
              2,
            ),
        )
        .join(''),
  );

/** A directory of houses and beds. */
export const directory = (): string =>
  sheet(
    50,
    14,
    140,
    132,
    1.5,
    rect(62, 24, 70, 7, INK) +
      ['#1b7a63', '#c98f2f', '#54788a', '#a8745a']
        .map((tint, i) => {
          const y = 52 + i * 24;
          return (
            shape(`M62 ${y}l11-10 11 10v11h-22Z`, tint) +
            line(`M94 ${y - 2}h44M94 ${y + 7}h28`, FAINT, 2.6) +
            Array.from({ length: [3, 5, 4, 2][i] ?? 0 }, (_, k) =>
              rect(146 + (k % 3) * 12, y - 5 + Math.floor(k / 3) * 9, 9, 6, tint),
            ).join('')
          );
        })
        .join(''),
  );

/** A sheet where figures are added up. */
export const sums = (): string =>
  sheet(
    56,
    12,
    126,
    136,
    -2,
    rect(68, 24, 54, 6, INK) +
      line('M132 38V122M156 38V122', '#d9a99b', 1.4) +
      [44, 57, 70, 83, 96, 109]
        .map(
          (y, i) =>
            line(`M68 ${y}h${46 + ((i * 13) % 12)}`, FAINT, 2.6) +
            line(`M138 ${y}h${9 + ((i * 5) % 5)}M162 ${y}h${8 + ((i * 7) % 6)}`, '#3f4a52', 2.8),
        )
        .join('') +
      line('M128 120h48M128 136h48M128 139h48', INK, 2) +
      line('M138 128h32', '#a8472f', 4),
  ) +
  `<g transform="rotate(9 196 106)"><rect x="178" y="78" width="40" height="56" rx="5" fill="#3f4a52"/><rect x="183" y="83" width="30" height="12" rx="2" fill="#c6d8c8"/>${[0, 1, 2].map((row) => [0, 1, 2].map((k) => rect(183 + k * 11, 100 + row * 10, 8, 7, row === 2 && k === 2 ? '#c98a2f' : '#8a959b')).join('')).join('')}</g>`;

/** Money that goes in many small lines to one place. */
export const flows = (): string =>
  sheet(
    36,
    18,
    168,
    124,
    0,
    rect(48, 28, 60, 7, INK) +
      line('M74 56Q112 56 146 88M74 76Q112 76 146 88M74 96Q112 96 146 88M74 116Q112 116 146 88', '#8fb0b8', 3) +
      [56, 76, 96, 116]
        .map((y) => circle(66, y, 8, '#7fae9c') + line(`M63 ${y - 3}h6v6h-6Z`, '#f4f8f2', 1.6))
        .join('') +
      circle(160, 88, 18, '#c39a43') +
      circle(160, 88, 12, 'none', 'stroke="#f0deb0" stroke-width="2"') +
      line('M154 88h12M160 82v12', '#f0deb0', 2.4) +
      line('M122 124h66M122 132h44', FAINT, 2.6),
  );
