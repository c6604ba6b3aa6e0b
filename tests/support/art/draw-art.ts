/** Draws the art of Trial Match: `npx tsx tests/support/art/draw-art.ts`. The SVG files are kept; run it after changing a part. */
import { writeFileSync } from 'node:fs';
import { ITEMS, item } from './items.ts';
import { PEOPLE, portrait } from './people.ts';
import { PLACES, place } from './places.ts';

const folder = new URL('../../../scenarios/trial-match/art/', import.meta.url);
for (const [id, look] of Object.entries(PEOPLE)) writeFileSync(new URL(`person-${id}.svg`, folder), portrait(look));
for (const [id, drawing] of Object.entries(PLACES)) writeFileSync(new URL(`place-${id}.svg`, folder), place(drawing));
for (const [id, drawing] of Object.entries(ITEMS)) writeFileSync(new URL(`item-${id}.svg`, folder), item(drawing));
