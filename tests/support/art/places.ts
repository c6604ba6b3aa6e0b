/** The places of Trial Match, outdoors: no names, no addresses, nobody to be seen. */
import {
  PAINT as P,
  acacia,
  bench,
  bus,
  bush,
  circle,
  door,
  flatRoof,
  gable,
  line,
  outdoors,
  plaque,
  pole,
  rect,
  shape,
  tin,
  wall,
  windowAt,
} from './landscape.ts';

const steps = (x: number, y: number, w: number): string =>
  rect(x, y, w, 6, '#d8cfbd') + rect(x - 8, y + 6, w + 16, 6, '#c9bfac') + rect(x - 16, y + 12, w + 32, 6, '#b9ae9a');
const columns = (xs: number[], y: number, h: number, fill: string): string =>
  xs
    .map(
      (x) =>
        rect(x, y, 12, h, fill) +
        rect(x + 8, y, 4, h, '#000', 'opacity=".12"') +
        rect(x - 3, y, 18, 6, fill) +
        rect(x - 3, y + h - 6, 18, 6, fill),
    )
    .join('');
const path2 = (x: number, w: number): string => shape(`M${x} 232H${x + w}L${x + w + 46} 300H${x - 46}Z`, P.earthDark);

const policeStation = (): string =>
  outdoors(220) +
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

const busPark = (): string =>
  outdoors(196, '#cdbd9b') +
  acacia(54, 200, 0.9) +
  shape('M0 232L480 214V300H0Z', P.road) +
  wall(330, 130, 96, 78, P.plaster, P.plasterShade) +
  flatRoof(330, 130, 96, P.roof) +
  rect(344, 150, 46, 30, '#4d5a4f') +
  rect(338, 180, 58, 8, P.wood) +
  rect(402, 148, 20, 60, P.woodDark) +
  line('M150 198V128M290 198V128', P.tinDark, 6) +
  shape('M128 132L142 112H298L312 132Z', P.teal) +
  rect(128, 132, 184, 6, P.tealShade) +
  bench(196, 190, 60) +
  rect(164, 190, 22, 17, P.wood) +
  rect(167, 176, 16, 14, '#b5553f') +
  bus(14, 262, '#c98a2f', '#a86f21', 1.12) +
  bus(246, 254, '#6f9690', '#4f746f', 1.05) +
  line('M20 284h60M130 282h60M240 280h60M350 278h60', P.roadLine, 4);

const kilimaJunction = (): string =>
  outdoors(192) +
  shape('M250 192L330 108Q350 92 372 110L480 192Z', '#97ab9b') +
  shape('M330 108Q350 92 372 110L392 126Q366 122 352 134Q340 122 318 121Z', '#e7ebe2') +
  shape('M214 192H246L330 300H110Z', P.road) +
  shape('M0 236Q150 214 480 222V250Q180 240 0 268Z', P.road) +
  line('M230 198v12M229 262v14M226 286v14', P.roadLine, 4) +
  line('M16 251q60-8 110-12M330 235q60 0 130 1', P.roadLine, 3.5, 'stroke-dasharray="22 16"') +
  line('M316 220V132', P.tinDark, 5) +
  shape('M318 136h46l11 10-11 10h-46Z', P.tealShade) +
  shape('M314 160h-42l-11 10 11 10h42Z', P.teal) +
  wall(36, 146, 92, 64, P.brick, P.brickShade) +
  shape('M24 150L40 126H126L142 150Z', P.tin) +
  rect(48, 164, 40, 26, '#5a4a3c') +
  rect(42, 190, 52, 7, P.wood) +
  rect(98, 160, 22, 50, P.woodDark) +
  acacia(436, 216, 0.8) +
  bush(168, 206, 0.7) +
  bush(20, 212, 0.8);

const restHall = (): string =>
  outdoors(216) +
  acacia(40, 222, 1.05) +
  wall(84, 118, 336, 106, P.plaster, P.plasterShade) +
  gable(84, 120, 336, 44, P.roof, P.roofDark) +
  [112, 176, 240, 304]
    .map(
      (x) =>
        shape(`M${x} 216V160q0-22 22-22t22 22v56Z`, '#6f5b45') +
        shape(`M${x + 6} 216V162q0-18 16-18t16 18v54Z`, '#e2c78f'),
    )
    .join('') +
  rect(368, 150, 34, 74, P.woodDark) +
  circle(374, 190, 2.5, '#f0e2bd') +
  line('M96 128V118M420 128V118M84 132Q150 148 220 132T356 132T420 130', '#7c6a52', 2) +
  [118, 152, 188, 222, 256, 290, 324, 358, 392].map((x, i) => circle(x, i % 2 ? 137 : 140, 4, '#f6e7b0')).join('') +
  [70, 190, 310]
    .map(
      (x) =>
        `<ellipse cx="${x + 42}" cy="278" rx="58" ry="7" opacity=".12"/>${rect(x, 246, 84, 8, P.wood)}${line(`M${x + 12} 254v22M${x + 72} 254v22`, P.woodDark, 5)}${rect(x + 16, 236, 12, 10, '#f2ebdd')}${rect(x + 50, 234, 8, 12, P.teal)}`,
    )
    .join('');

const childrenHome = (): string =>
  outdoors(212, '#c9cfa4') +
  acacia(420, 226, 1.2) +
  bush(36, 226, 1.1) +
  wall(110, 128, 220, 100, '#f0e2c6', '#dac9a6') +
  gable(110, 130, 220, 52, '#b5704f', '#965a3d') +
  rect(270, 62, 20, 30, '#965a3d') +
  [132, 176, 270].map((x) => windowAt(x, 150, 30, 36, '#fbf5e6')).join('') +
  shape('M132 168q15-10 30 0v18h-30Z', '#e7b662', 'opacity=".5"') +
  door(222, 158, 36, 70, '#5f8a72') +
  path2(222, 36) +
  line('M348 240L366 170H424L442 240M380 172v48M410 172v48', P.wood, 5) +
  rect(374, 218, 42, 7, P.woodDark) +
  [70, 92, 86, 330]
    .map(
      (x, i) =>
        circle(x, 240 + i * 5, 4, ['#c98a2f', '#b5553f', '#f3ecdc', '#c98a2f'][i] ?? '') +
        line(`M${x} ${244 + i * 5}v9`, P.leafDark, 2),
    )
    .join('') +
  bush(100, 232, 0.7) +
  bush(338, 232, 0.6) +
  circle(160, 268, 12, '#f3ecdc') +
  line('M150 262q10 6 20 0M150 274q10-6 20 0', '#7d92a3', 2);

const clinic = (): string =>
  outdoors(216) +
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

const prosecutorOffice = (): string =>
  outdoors(214) +
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

const labourOffice = (): string =>
  outdoors(216) +
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

const immigrationOffice = (): string =>
  outdoors(206) +
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

const childOffice = (): string =>
  outdoors(216) +
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

const workshop = (): string =>
  outdoors(218, '#cfb98c') +
  tin(86, 104, 310, 122) +
  shape('M70 106L100 70H382L412 106Z', P.tinDark) +
  line('M110 106l20-36M150 106l14-36M190 106l8-36M230 106l2-36M270 106l-4-36M310 106l-10-36M350 106l-16-36', P.tin, 2) +
  rect(150, 136, 160, 90, '#5b4b3a') +
  rect(150, 136, 160, 12, '#3f3327') +
  rect(166, 190, 128, 9, P.wood) +
  line('M178 199v27M282 199v27', P.woodDark, 6) +
  rect(180, 178, 34, 12, '#a9b6b8') +
  line('M236 188l24-18 8 10-14 10Z', '#d9c39a', 5) +
  circle(230, 162, 8, '#f3e0a5') +
  line('M230 148v6', '#2b231b', 2) +
  rect(104, 134, 30, 26, '#c9d6d6') +
  [
    [340, 214],
    [366, 214],
    [353, 192],
  ]
    .map(([x = 0, y = 0]) => rect(x, y, 25, 22, P.wood) + line(`M${x} ${y + 11}h25M${x + 12} ${y}v22`, P.woodDark, 2))
    .join('') +
  line('M30 244L128 206M30 254L132 214M34 262L136 222', P.wood, 7) +
  acacia(446, 234, 0.85);

const academyPlot = (): string =>
  outdoors(186, '#cfc792') +
  acacia(430, 196, 1.05) +
  acacia(30, 192, 0.7) +
  shape('M0 232Q200 208 480 236V300H0Z', '#c2b87e') +
  line('M120 226V150H256V226', '#f4efe2', 6) +
  line('M120 150L140 172V230M256 150L276 172V230M140 172H276', '#d9d2be', 3) +
  shape('M324 228v-30h22v-16h34v10h28v36Z', P.brick) +
  line('M324 212h84M346 198h62M340 228v-16M372 228v-16M358 212v-14M390 212v-14', P.brickShade, 2) +
  line('M40 252v-20M130 262v-20M230 268v-20M330 264v-20M440 254v-20', P.woodDark, 5) +
  line('M40 238Q84 250 130 248T230 254T330 250T440 240', '#d8e0dd', 2) +
  [
    [70, 276],
    [168, 252],
    [204, 286],
    [300, 284],
    [392, 276],
    [96, 240],
  ]
    .map(([x = 0, y = 0]) => line(`M${x} ${y}q-4-10-9-13M${x} ${y}v-17M${x} ${y}q4-10 9-12`, P.leafDark, 2.6))
    .join('');

const exhibitStore = (): string => {
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

const policeCells = (): string => {
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

const radioHouse = (): string =>
  outdoors(216) +
  line(
    'M372 222L396 54L420 222M378 180h36M383 146h26M388 112h16M376 222l36-42M416 222l-34-42M384 180l24-34M408 180l-24-34',
    '#a8574a',
    3.5,
  ) +
  circle(396, 48, 5, '#a8574a') +
  line('M412 34a22 22 0 010 28M380 34a22 22 0 000 28M424 24a38 38 0 010 48M368 24a38 38 0 000 48', '#8a9aa0', 3.5) +
  wall(80, 120, 250, 106, '#d8a98a', '#bf8d6c') +
  flatRoof(80, 120, 250, '#7b4a3c', 14) +
  rect(100, 144, 110, 46, P.glass) +
  shape('M100 190L210 144V190Z', P.glassDark, 'opacity=".6"') +
  line('M137 144v46M174 144v46', '#f4eee0', 3) +
  door(262, 150, 42, 76, '#5d3a30') +
  plaque(283, 132, '#7b4a3c', 'M-3-8h6v9a3 3 0 01-6 0ZM-7 0a7 7 0 0014 0M0 7v3') +
  steps(254, 226, 58) +
  acacia(38, 228, 0.95) +
  bush(212, 238, 0.9);

export const PLACES: Record<string, () => string> = {
  'police-station': policeStation,
  'police-cells': policeCells,
  'bus-park': busPark,
  'kilima-junction': kilimaJunction,
  'rest-hall': restHall,
  'children-home': childrenHome,
  clinic,
  'prosecutor-office': prosecutorOffice,
  'labour-office': labourOffice,
  'immigration-office': immigrationOffice,
  'child-office': childOffice,
  workshop,
  'academy-plot': academyPlot,
  'exhibit-store': exhibitStore,
  'radio-house': radioHouse,
};

export const place = (drawing: () => string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 300" stroke-linecap="round" stroke-linejoin="round">${drawing()}</svg>\n`;
