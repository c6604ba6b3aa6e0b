/** Where the agencies work. `behind` is what lies behind the house; a case by a lake gives its shore. */
import {
  type Backdrop,
  PAINT as P,
  acacia,
  bench,
  bush,
  circle,
  columns,
  door,
  flatRoof,
  gable,
  line,
  outdoors,
  path2,
  plaque,
  pole,
  rect,
  shape,
  steps,
  wall,
  windowAt,
} from './landscape.ts';

export const policeStation = (behind: Backdrop = outdoors): string =>
  behind(220) +
  acacia(424, 226, 0.95) +
  wall(70, 120, 300, 108, P.lime, P.limeShade) +
  rect(70, 186, 300, 42, P.blue) +
  rect(322, 186, 48, 42, P.blueShade) +
  gable(70, 122, 300, 36, P.tin, P.tinDark) +
  [92, 142, 258, 308].map((x) => windowAt(x, 140, 30, 34)).join('') +
  door(198, 150, 44, 78, P.blueShade) +
  columns([180, 248], 124, 104, P.lime) +
  rect(168, 112, 104, 14, P.blueShade) +
  plaque(220, 104, P.blueShade, 'M0-8l6 2.6v4.4c0 4.4-2.6 7-6 9-3.4-2-6-4.6-6-9v-4.4Z') +
  pole(42, 236, 132, '#6d87a3') +
  steps(176, 228, 88) +
  shape('M300 266q0-14 10-16l18-3 12-16q3-4 8-4h46q8 0 10 8l3 13q10 2 10 12v8h-117Z', '#e8e4d8') +
  shape('M334 247l9-13q2-3 6-3h14v16ZM369 231h22q5 0 6 5l3 11h-31Z', P.glass) +
  rect(300, 256, 117, 6, P.blueShade) +
  [326, 392].map((x) => circle(x, 268, 11, '#333a3e') + circle(x, 268, 4.5, '#b9bdb9')).join('') +
  bush(64, 248, 0.9);

export const clinic = (behind: Backdrop = outdoors): string =>
  behind(216) +
  acacia(52, 224, 1) +
  wall(100, 112, 290, 114, P.lime, P.limeShade) +
  flatRoof(100, 112, 290, P.teal, 16) +
  rect(100, 208, 290, 18, '#b9cfc6') +
  [120, 168, 300, 344].map((x) => windowAt(x, 136, 32, 44)).join('') +
  door(226, 142, 48, 84, P.tealShade) +
  shape('M206 142L216 122H284L294 142Z', P.teal) +
  circle(250, 88, 22, '#f7f1e3') +
  shape('M245 74h10v9h9v10h-9v9h-10v-9h-9v-10h9Z', '#4d8a6d') +
  shape('M226 226h48l84 30h-150Z', '#d8cfbd') +
  line('M280 214L366 244M280 214v12M366 244v14', P.tinDark, 3.5) +
  bench(118, 236, 70) +
  bush(412, 236, 1) +
  bush(88, 236, 0.8);

export const prosecutorOffice = (behind: Backdrop = outdoors): string =>
  behind(214) +
  bush(44, 230, 1.2) +
  wall(86, 116, 308, 108, P.lime, P.limeShade) +
  shape('M70 118L240 58L410 118Z', '#e6dcc6') +
  shape('M112 112L240 68L368 112Z', '#d6c9ac') +
  rect(70, 114, 340, 12, '#efe6d2') +
  plaque(240, 96, '#76488c', 'M0-8V8M-5 8H5M-9-4H9M-9-4l-3 7h6ZM9-4l-3 7h6Z') +
  [104, 168, 300, 364].map((x) => windowAt(x, 144, 22, 46)).join('') +
  door(219, 146, 42, 78, '#5c4a66') +
  columns([88, 142, 200, 268, 326, 380], 126, 98, '#f4edde') +
  steps(96, 224, 288) +
  steps(80, 242, 320) +
  acacia(446, 236, 0.8);

export const labourOffice = (behind: Backdrop = outdoors): string =>
  behind(216) +
  acacia(436, 224, 0.9) +
  wall(96, 76, 270, 150, '#e6c99a', '#cfae7a') +
  flatRoof(96, 76, 270, '#9a6412') +
  [116, 166, 216, 266].map((x) => windowAt(x, 96, 32, 32)).join('') +
  rect(96, 146, 270, 6, '#9a6412') +
  [116, 270].map((x) => windowAt(x, 166, 38, 36)).join('') +
  door(196, 164, 44, 62, '#6d4a18') +
  plaque(332, 116, '#9a6412', 'M-9 5a9 9 0 0118 0ZM-11 5h22M-3-4v-4h6v4') +
  rect(40, 180, 50, 38, P.wood) +
  rect(44, 184, 42, 30, '#f4eee0') +
  line('M50 191h28M50 198h22M50 205h26', '#b9ae98', 2.6) +
  line('M46 218v22M84 218v22', P.woodDark, 4) +
  steps(188, 226, 60) +
  bush(330, 240, 0.9);

export const immigrationOffice = (behind: Backdrop = outdoors): string =>
  behind(206) +
  shape('M0 246L480 232V300H0Z', P.road) +
  line('M20 276h56M120 273h56M220 270h56M320 267h56M420 264h40', P.roadLine, 4) +
  wall(64, 112, 210, 118, P.plaster, P.plasterShade) +
  flatRoof(64, 112, 210, '#a8472f', 14) +
  rect(84, 142, 90, 40, P.glass) +
  shape('M84 182L174 142V182Z', P.glassDark, 'opacity=".6"') +
  line('M114 142v40M144 142v40', '#f4eee0', 3) +
  rect(76, 182, 106, 9, P.wood) +
  door(208, 148, 40, 82, '#7d3a28') +
  plaque(240, 126, '#a8472f', 'M-6-9h12v18h-12ZM-3 5h6M-3-2a3 3 0 016 0a3 3 0 01-6 0') +
  pole(40, 236, 140, '#a8472f') +
  rect(300, 196, 18, 44, '#5f6a70') +
  line('M309 206L466 150', '#f4eee0', 8) +
  line('M309 206L466 150', '#b5553f', 8, 'stroke-dasharray="22 22"') +
  circle(309, 206, 8, '#474f54') +
  acacia(444, 212, 0.8) +
  rect(330, 214, 8, 24, '#8e949a') +
  bush(286, 222, 0.7);

export const childOffice = (behind: Backdrop = outdoors): string =>
  behind(216) +
  acacia(52, 226, 1) +
  wall(112, 124, 256, 102, '#dfe7dc', '#c6d2c3') +
  gable(112, 126, 256, 38, '#1b7a63', '#14604e') +
  [134, 182].map((x) => windowAt(x, 146, 34, 40)).join('') +
  door(242, 152, 42, 74, '#c98a2f') +
  circle(326, 172, 20, '#e7b662') +
  shape('M302 206l24-30 24 30Z', '#6f9690') +
  circle(346, 158, 8, '#b5553f') +
  line('M302 208h48', '#14604e', 4) +
  path2(242, 42) +
  bench(130, 238, 84) +
  bush(390, 236, 1.1) +
  bush(104, 234, 0.7) +
  plaque(263, 112, '#1b7a63', 'M-8 1L0-7L8 1V8H-8Z');

export const exhibitStore = (): string => {
  const box = (x: number, y: number, w: number, h: number, fill: string): string =>
    rect(x, y - h, w, h, fill) +
    rect(x, y - h, w, 7, '#000', 'opacity=".1"') +
    rect(x + w / 2 - 11, y - h + 13, 22, 12, '#f7f1e3') +
    line(`M${x + w / 2 - 7} ${y - h + 17}h14M${x + w / 2 - 7} ${y - h + 21}h9`, '#b9ae98', 1.6);
  const shelf = (y: number): string => rect(40, y, 400, 8, P.tinDark);
  return (
    rect(0, 0, 480, 300, '#e4ddce') +
    rect(0, 238, 480, 62, '#c8bda6') +
    rect(48, 34, 8, 206, P.tin) +
    rect(236, 34, 8, 206, P.tin) +
    rect(424, 34, 8, 206, P.tin) +
    shelf(88) +
    shelf(150) +
    shelf(212) +
    box(66, 88, 54, 40, '#c7a877') +
    box(126, 88, 44, 32, '#b7946a') +
    box(258, 88, 60, 42, '#c7a877') +
    box(330, 88, 52, 34, '#a9b6b8') +
    box(66, 150, 62, 44, '#a9b6b8') +
    box(140, 150, 52, 38, '#c7a877') +
    box(256, 150, 46, 34, '#b7946a') +
    box(312, 150, 70, 44, '#c7a877') +
    box(74, 212, 50, 40, '#b7946a') +
    box(262, 212, 66, 44, '#a9b6b8') +
    box(344, 212, 56, 38, '#c7a877') +
    shape('M148 212v-34q0-4 4-4h46q4 0 4 4v34Z', '#f4f1e8', 'opacity=".9"') +
    rect(148, 178, 54, 7, '#b5553f') +
    rect(160, 192, 30, 12, '#d8cfbd') +
    rect(0, 252, 480, 48, P.wood) +
    rect(0, 246, 480, 10, P.woodDark) +
    shape('M190 246l8-14h84l8 14Z', '#fbf7ee') +
    line('M208 238h60M205 242h50', '#b9ae98', 1.6) +
    circle(330, 240, 9, '#5f6a70') +
    rect(326, 224, 8, 12, '#5f6a70')
  );
};

export const policeCells = (): string => {
  const room = (x: number): string =>
    rect(x - 5, 96, 72, 154, '#d5ccb9') +
    rect(x, 102, 62, 148, '#6d87a3') +
    rect(x + 14, 124, 34, 16, '#4f6880') +
    rect(x + 44, 176, 10, 6, '#e0d4b4') +
    rect(x, 200, 62, 3, '#000', 'opacity=".15"');
  return (
    rect(0, 0, 480, 300, '#e8e2d4') +
    shape('M0 250H480V300H0Z', '#c4b9a2') +
    rect(0, 196, 480, 54, '#cbd3d0') +
    rect(0, 192, 480, 5, '#a9b4b2') +
    room(60) +
    room(170) +
    room(280) +
    rect(382, 70, 62, 44, '#f7f1e3') +
    rect(387, 75, 52, 34, '#c6dade') +
    shape('M387 109L439 75V109Z', '#a3c0c7') +
    shape('M388 114L438 114L470 250H300Z', '#fff7de', 'opacity=".28"') +
    bench(386, 236, 74) +
    circle(240, 36, 10, '#f6ecc9') +
    line('M240 0v26', '#9a927f', 3) +
    rect(0, 250, 480, 6, '#000', 'opacity=".08"') +
    rect(20, 112, 26, 34, '#fbf7ee') +
    line('M25 120h16M25 127h12M25 134h14', '#b9ae98', 2)
  );
};
