/** Draws the art of Trial Match and the helpers of the interview room: `npx tsx tests/support/art/draw-art.ts`. The SVG files are kept; run it after changing a part. */
import { writeFileSync } from 'node:fs';
import { HELPERS } from './helpers.ts';
import { ITEMS, item } from './items.ts';
import { PEOPLE, portrait } from './people.ts';
import { PLACES, place } from './places.ts';

const art = new URL('../../../scenarios/trial-match/art/', import.meta.url);
const figures = new URL('../../../client/game/figures/', import.meta.url);

for (const [id, look] of Object.entries(PEOPLE)) writeFileSync(new URL(`person-${id}.svg`, art), portrait(look));
for (const [id, drawing] of Object.entries(PLACES)) writeFileSync(new URL(`place-${id}.svg`, art), place(drawing));
for (const [id, drawing] of Object.entries(ITEMS)) writeFileSync(new URL(`item-${id}.svg`, art), item(drawing));
for (const [id, look] of Object.entries(HELPERS))
  writeFileSync(new URL(`${id}.svg`, figures), portrait(look, ['calm']));
