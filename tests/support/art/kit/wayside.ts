/** On the road: stations, halls, homes and yards. */
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
  path2,
  plaque,
  rect,
  shape,
  steps,
  tin,
  wall,
  windowAt,
} from './landscape.ts';

export const busPark = (): string =>
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

export const kilimaJunction = (): string =>
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

export const restHall = (): string =>
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

export const childrenHome = (): string =>
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

export const workshop = (): string =>
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

export const academyPlot = (): string =>
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

export const radioHouse = (): string =>
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
