import { roomFindings, BY_SIXTY, BY_TEN } from './goals/rooms.ts';
import { QUICK } from './support/scale.ts';
import { table } from './support/table.ts';
const w = new Set(['P1', 'P2', 'P4', 'P5']);
for (const s of [BY_TEN, BY_SIXTY]) {
  console.log(table(await roomFindings(s, QUICK, w)));
}
