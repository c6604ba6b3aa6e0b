/** A tea stall and what stands on its tables. */
import { bench, line, rect, shape, PAINT as P } from './landscape.ts';
import { boat, HULL, lakeside } from './lake.ts';

export const parasol = (x: number, y: number, cloth: string, dark: string): string =>
  line(`M${x} ${y}v-62`, '#7a6a52', 4) +
  shape(`M${x - 44} ${y - 54}Q${x - 20} ${y - 86} ${x} ${y - 86}T${x + 44} ${y - 54}Z`, cloth) +
  shape(`M${x + 10} ${y - 54}Q${x + 10} ${y - 76} ${x} ${y - 86}Q${x + 26} ${y - 84} ${x + 44} ${y - 54}Z`, dark);

export const table = (x: number, y: number, w: number): string =>
  rect(x, y, w, 7, P.wood) + line(`M${x + 8} ${y + 7}v20M${x + w - 8} ${y + 7}v20`, P.woodDark, 5);

export const teapot = (x: number, y: number): string =>
  shape(`M${x - 11} ${y}q-5-18 11-19q16 1 11 19ZM${x + 9} ${y - 8}l11-9l2 3l-9 12Z`, '#9aa9ac') +
  line(`M${x - 10} ${y - 5}q-10-4-3-13M${x} ${y - 19}v-3`, '#7d8d91', 3);

export const cup = (x: number, y: number): string =>
  shape(`M${x} ${y - 9}h10l-2 9h-6Z`, '#fbf7ee') + line(`M${x + 10} ${y - 7}q4 2-1 4`, '#fbf7ee', 2);

/** Six tables, a tin roof, a basin full of cups. */
export const teaStall = (): string =>
  lakeside(182) +
  boat(356, 176, 0.6, HULL.blue) +
  line('M74 232V118M190 232V118M310 232V118M410 232V118', P.woodDark, 7) +
  rect(88, 132, 206, 92, '#e8d6b4') +
  rect(88, 132, 206, 12, '#000', 'opacity=".1"') +
  rect(104, 150, 54, 34, '#5b4b3a') +
  line('M170 156h110M170 178h110', P.wood, 5) +
  [178, 196, 214, 232, 250].map((x) => cup(x, 154)).join('') +
  [178, 196, 214, 232].map((x) => cup(x, 176)).join('') +
  shape('M46 122L84 86H404L442 122Z', P.tin) +
  line(
    'M84 120l22-32M128 120l16-32M172 120l10-32M216 120l4-32M260 120l-2-32M304 120l-8-32M348 120l-14-32M392 120l-20-32',
    P.tinDark,
    2,
  ) +
  rect(46, 120, 396, 7, P.tinDark) +
  rect(84, 196, 220, 10, P.wood) +
  rect(90, 206, 208, 28, P.woodDark) +
  teapot(116, 196) +
  shape('M206 196h64l-8-17h-48Z', '#8fb0b8') +
  cup(216, 184) +
  cup(230, 181) +
  cup(244, 184) +
  table(326, 222, 62) +
  cup(344, 222) +
  cup(364, 222) +
  table(150, 262, 72) +
  teapot(178, 262) +
  table(304, 266, 84) +
  cup(330, 266) +
  bench(232, 276, 52) +
  bench(66, 278, 66);
