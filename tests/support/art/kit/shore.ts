/** Places of work and passage on a lake shore and on its island. */
import {
  acacia,
  bench,
  bush,
  circle,
  door,
  flatRoof,
  gable,
  line,
  plaque,
  pole,
  rect,
  shape,
  tin,
  wall,
  windowAt,
  PAINT as P,
} from './landscape.ts';
import { boat, coveredBoat, HULL, hungNet, jetty, lakeside, rack, reeds, sacks, SAND, shoreLand } from './lake.ts';
import { cup, parasol, table, teapot } from './tea.ts';

/** Racks, a tea stall, a kiosk and the supply boat. */
export const landingBeach = (): string =>
  lakeside(176) +
  boat(256, 190, 1.2, HULL.blue, true) +
  wall(34, 118, 92, 96, '#7fae9c', '#63927f') +
  flatRoof(34, 118, 92, '#3f6b5c', 12) +
  rect(48, 140, 56, 34, '#34534a') +
  rect(42, 174, 68, 8, P.wood) +
  plaque(76, 106, '#3f6b5c', 'M-4-8h8v16h-8ZM-1 5h2') +
  parasol(196, 230, '#d9a441', '#b98530') +
  table(162, 218, 68) +
  teapot(184, 218) +
  cup(204, 218) +
  cup(217, 218) +
  rack(292, 246, 140) +
  rack(236, 280, 116) +
  bench(122, 272, 76) +
  sacks(418, 204, 2);

/** Two covered boats at a jetty and a bench for those who wait. */
export const harbour = (): string =>
  lakeside(240, SAND, 96) +
  wall(22, 122, 96, 102, P.lime, P.limeShade) +
  gable(22, 124, 96, 30, '#54788a', '#3f5f70') +
  windowAt(38, 146, 26, 28) +
  door(78, 154, 28, 70, '#54788a') +
  pole(136, 232, 122, '#d9a441') +
  jetty(120, 224, 330) +
  coveredBoat(172, 212, 0.86, HULL.blue) +
  coveredBoat(322, 210, 0.86, HULL.clay) +
  line('M206 214v-10M310 214v-10M440 214v-10', P.woodDark, 7) +
  bench(30, 268, 96) +
  reeds(452, 262, 0.9) +
  reeds(424, 268, 0.7) +
  rect(168, 262, 34, 22, P.wood) +
  line('M168 273h34M185 262v22', P.woodDark, 2);

/** The immigration counter on a pier. */
export const pierOffice = (): string =>
  lakeside(238, SAND, 92) +
  wall(48, 112, 214, 116, P.plaster, P.plasterShade) +
  flatRoof(48, 112, 214, '#a8472f', 14) +
  rect(70, 142, 96, 40, P.glass) +
  shape('M70 182L166 142V182Z', P.glassDark, 'opacity=".6"') +
  line('M102 142v40M134 142v40', '#f4eee0', 3) +
  rect(62, 182, 112, 9, P.wood) +
  door(198, 148, 40, 80, '#7d3a28') +
  plaque(230, 126, '#a8472f', 'M-6-9h12v18h-12ZM-3 5h6M-3-2a3 3 0 016 0a3 3 0 01-6 0') +
  pole(28, 236, 140, '#a8472f') +
  jetty(252, 222, 214) +
  boat(308, 213, 0.9, HULL.sage) +
  rect(270, 182, 12, 34, '#5f6a70') +
  line('M276 190l34-66', '#f4eee0', 7) +
  line('M276 190l34-66', '#b5553f', 7, 'stroke-dasharray="14 14"') +
  bench(92, 270, 92) +
  reeds(446, 266, 0.9);

/** A white house, a scale in front of it, sacks under the awning. */
export const tradeHouse = (): string =>
  shoreLand(216) +
  wall(72, 96, 306, 132, '#f6f1e4', '#e0d7c2') +
  flatRoof(72, 96, 306, '#b9774f', 16) +
  [96, 142, 294, 338].map((x) => windowAt(x, 116, 24, 32, '#e4d6b6')).join('') +
  shape('M180 150H280L296 172H164Z', '#5f8f9a') +
  shape('M200 150H220L216 172H196ZM240 150H260L264 172H244Z', '#f2ebdd') +
  door(206, 172, 48, 56, '#6b5137') +
  sacks(92, 230, 3) +
  sacks(290, 230, 2) +
  rect(404, 250, 56, 8, P.tinDark) +
  line('M432 250v-62M404 192h56M410 192v20M454 192v20', '#5f6a70', 4) +
  shape('M398 212h24q-2 11-12 11t-12-11ZM442 212h24q-2 11-12 11t-12-11Z', '#c39a43') +
  circle(432, 188, 6, '#c39a43') +
  bush(52, 244, 0.8) +
  reeds(24, 226, 0.9);

/** Boats on the sand, racks of fish, a long shed on stilts and a small one. */
export const fishingCamp = (): string =>
  lakeside(174) +
  line('M66 196v34M120 196v34M176 196v34M232 196v34M284 196v34', P.woodDark, 6) +
  rect(52, 120, 246, 76, '#a98a62') +
  line(
    'M72 120v76M92 120v76M112 120v76M132 120v76M152 120v76M172 120v76M192 120v76M212 120v76M232 120v76M252 120v76M272 120v76',
    '#8f724d',
    2,
  ) +
  shape('M34 124L64 84H286L316 124Z', '#c7ae78') +
  line('M52 122l22-36M96 122l14-36M142 122l8-36M188 122l0-36M234 122l-8-36M278 122l-16-36', '#ab9260', 2) +
  rect(44, 194, 262, 8, P.wood) +
  [92, 152, 212].map((x) => rect(x, 140, 30, 26, '#5b4b3a')).join('') +
  line('M262 202l20 34M274 202l20 34M266 210h12M272 220h12M278 230h12', P.woodDark, 3.6) +
  tin(348, 150, 76, 72) +
  shape('M338 152L352 128H420L434 152Z', P.tinDark) +
  rect(370, 172, 30, 50, '#6c5f4c') +
  rect(393, 194, 7, 9, '#d9b45a') +
  hungNet(424, 226, 40, 36) +
  rack(60, 262, 132) +
  rack(110, 288, 132) +
  boat(262, 274, 1.02, HULL.ochre, true) +
  boat(300, 298, 1.06, HULL.blue, true);

/** Three rooms with doors, a well, shade, a veranda. */
export const islandSchool = (): string =>
  lakeside(178, '#d6cd9c') +
  wall(76, 108, 304, 108, '#ecdfbf', '#d5c69f') +
  gable(76, 110, 304, 40, '#5f8f9a', '#48737d') +
  [0, 1, 2]
    .map(
      (i) =>
        door(92 + i * 98, 142, 32, 74, ['#b8694a', '#c99b4a', '#7f9a6c'][i] ?? '') +
        windowAt(136 + i * 98, 150, 24, 30),
    )
    .join('') +
  shape('M60 120H396L408 132H48Z', '#48737d') +
  line('M72 132v88M176 132v88M274 132v88M388 132v88', '#f4eee0', 6) +
  rect(54, 216, 346, 9, '#d8cfbd') +
  acacia(438, 228, 1.2) +
  bench(404, 250, 62) +
  line('M70 268v-44M122 268v-44', P.woodDark, 5) +
  line('M64 226h64', P.wood, 5) +
  line('M96 228v24', '#7a6a52', 2) +
  rect(66, 256, 60, 28, '#b9ae9a') +
  line('M66 266h60M66 276h60M84 256v10M106 256v10M76 266v10M96 266v10M116 266v10M86 276v8M108 276v8', '#9a8f7b', 2) +
  shape('M88 250h16l-3 12h-10Z', '#7d8d91') +
  circle(252, 270, 8, '#f3ecdc') +
  line('M246 266q6 4 12 0M246 274q6-4 12 0', '#7d92a3', 1.6) +
  bush(30, 232, 0.9);

/** A red-brown post box: what goes in cannot be called back. */
export const postBox = (x: number, y: number): string =>
  line(`M${x + 14} ${y}v-24`, '#5f6a70', 6) +
  shape(`M${x} ${y - 20}v-32q0-12 14-12t14 12v32Z`, '#b5553f') +
  rect(x + 6, y - 48, 16, 4, '#6e2f20') +
  rect(x + 8, y - 38, 12, 8, '#f4eee0');
