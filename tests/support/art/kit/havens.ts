/** Places of care on a lake shore: a ward, an advice centre, a hall, houses with a garden. */
import {
  acacia,
  bench,
  bush,
  circle,
  door,
  flatRoof,
  gable,
  line,
  path2,
  plaque,
  rect,
  shape,
  wall,
  windowAt,
  PAINT as P,
} from './landscape.ts';
import { boat, HULL, shoreLand } from './lake.ts';
import { table } from './tea.ts';

/** One ward with a veranda towards the water. */
export const lakeHospital = (): string =>
  shoreLand(214) +
  acacia(46, 224, 0.9) +
  wall(92, 108, 298, 116, P.lime, P.limeShade) +
  gable(92, 110, 298, 42, '#8fb0a5', '#73968a') +
  [112, 160, 300, 346].map((x) => windowAt(x, 142, 30, 40)).join('') +
  door(222, 144, 48, 80, P.tealShade) +
  circle(246, 84, 20, '#f7f1e3') +
  shape('M241.5 71h9v8.5h8.5v9h-8.5v8.5h-9v-8.5h-8.5v-9h8.5Z', '#4d8a6d') +
  shape('M74 122H408L420 134H62Z', '#73968a') +
  line('M82 134v96M150 134v96M208 134v96M284 134v96M342 134v96M400 134v96', '#f4eee0', 7) +
  rect(66, 226, 350, 9, '#d8cfbd') +
  line('M84 206h62M154 206h50M288 206h50M346 206h52', '#f4eee0', 4) +
  bench(104, 262, 82) +
  boat(318, 278, 0.86, HULL.sage, true) +
  bush(438, 236, 0.9);

/** An advice centre with a bench in the shade. */
export const adviceCentre = (): string =>
  shoreLand(214) +
  wall(176, 118, 226, 106, '#e3ddc6', '#cbc3a8') +
  gable(176, 120, 226, 44, '#1b7a63', '#14604e') +
  [198, 246, 352].map((x) => windowAt(x, 144, 28, 36)).join('') +
  shape('M196 158q16-8 32 0v22h-32Z', '#c98f2f', 'opacity=".4"') +
  door(296, 148, 38, 76, '#c98f2f') +
  plaque(289, 104, '#1b7a63', 'M0 7C-6 3-8 0-8-3a4 4 0 018-2a4 4 0 018 2C8 0 6 3 0 7Z') +
  path2(294, 40) +
  `<ellipse cx="96" cy="258" rx="92" ry="13" opacity=".13"/>` +
  acacia(92, 250, 1.5) +
  bench(66, 256, 92) +
  bush(420, 238, 0.9) +
  bush(186, 236, 0.6);

/** A long hall with a sound roof and a kitchen beside it. */
export const parishHall = (): string =>
  shoreLand(212) +
  acacia(446, 224, 0.9) +
  wall(52, 120, 292, 104, '#ead9bd', '#d1bd9a') +
  gable(52, 122, 292, 48, P.tin, P.tinDark) +
  line('M96 78l-18 40M140 76l-10 44M184 76l-4 44M228 76l4 44M272 76l12 44', P.tinDark, 2) +
  [76, 122, 236, 282]
    .map(
      (x) =>
        shape(`M${x} 196v-34q0-14 14-14t14 14v34Z`, '#f4eee0') +
        shape(`M${x + 4} 193v-30q0-11 10-11t10 11v30Z`, P.glass),
    )
    .join('') +
  shape('M166 224v-58q0-20 24-20t24 20v58Z', '#f4eee0') +
  shape('M171 224v-56q0-16 19-16t19 16v56Z', '#7b5a3a') +
  line('M190 153v71', '#5d4229', 2) +
  wall(356, 160, 74, 66, P.brick, P.brickShade) +
  flatRoof(356, 160, 74, P.tinDark, 8) +
  rect(372, 176, 32, 24, '#5b4b3a') +
  rect(414, 128, 10, 26, P.brickShade) +
  shape('M419 124q-8-10 0-18t2-16q10 12 4 20t-2 14Z', '#eef0ea', 'opacity=".8"') +
  bush(96, 244, 0.9) +
  bush(36, 234, 0.7) +
  bench(252, 266, 96);

/** A house like many others, with a garden. */
export const lakesideHouse = (): string =>
  shoreLand(206, '#cdd1a4') +
  acacia(414, 226, 1.15) +
  wall(120, 122, 206, 104, '#efe0c4', '#d8c7a4') +
  gable(120, 124, 206, 46, '#a8745a', '#8a5c45') +
  [144, 190, 280].map((x) => windowAt(x, 148, 28, 34)).join('') +
  door(234, 150, 34, 76, '#54788a') +
  path2(234, 34) +
  [0, 1, 2]
    .map(
      (row) =>
        line(`M${34 + row * 8} ${250 + row * 16}h136`, '#a98f5f', 7) +
        [0, 1, 2, 3, 4].map((i) => bush(48 + row * 8 + i * 27, 250 + row * 16, 0.32)).join(''),
    )
    .join('') +
  line('M324 232h112M336 214v36M372 214v36M408 214v36M324 222h112', '#f4eee0', 4) +
  shape('M352 250q-3-16 8-18q11 2 8 18Z', '#b8694a') +
  shape('M396 250q-3-14 6-16q9 2 6 16Z', '#c99b4a');

/** A house with a garden, a ball and a table laid for supper. */
export const youthHouse = (): string =>
  shoreLand(210, '#c9cfa4') +
  acacia(432, 226, 1.15) +
  wall(92, 96, 232, 130, '#f0e2c6', '#dac9a6') +
  gable(92, 98, 232, 44, '#54788a', '#3f5f70') +
  [112, 158, 256].map((x) => windowAt(x, 112, 30, 30, '#fbf5e6')).join('') +
  [112, 256].map((x) => windowAt(x, 166, 34, 32, '#fbf5e6')).join('') +
  shape('M256 182q17-9 34 0v16h-34Z', '#e7b662', 'opacity=".6"') +
  door(190, 156, 36, 70, '#c98f2f') +
  path2(190, 36) +
  table(300, 250, 96) +
  [316, 342, 368].map((x) => `<ellipse cx="${x}" cy="248" rx="10" ry="3.5" fill="#fbf7ee"/>`).join('') +
  shape('M352 246q-2-12 8-12t8 12Z', '#b8694a') +
  rect(290, 274, 116, 6, P.wood) +
  line('M302 280v12M394 280v12', P.woodDark, 5) +
  [50, 70, 60]
    .map(
      (x, i) =>
        circle(x, 240 + i * 6, 4, ['#c98a2f', '#b5553f', '#f3ecdc'][i] ?? '') +
        line(`M${x} ${244 + i * 6}v9`, P.leafDark, 2),
    )
    .join('') +
  bush(84, 234, 0.7) +
  circle(124, 272, 12, '#f3ecdc') +
  line('M114 266q10 6 20 0M114 278q10-6 20 0', '#7d92a3', 2);
