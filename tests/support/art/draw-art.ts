/**
 * Draws the art of the cases and the helpers of the interview room: `npx tsx tests/support/art/draw-art.ts`. Shapes are
 * in `kit`, and one file per case composes its drawings. The SVG files are committed; run it after a change.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { HELLO_BARAZA } from './hello-baraza.ts';
import { HELPERS } from './helpers.ts';
import type { CaseArt } from './kit/case-art.ts';
import { place } from './kit/landscape.ts';
import { portrait } from './kit/portrait.ts';
import { item } from './kit/still-life.ts';
import { SILVER_NETS } from './silver-nets.ts';
import { TRIAL_MATCH } from './trial-match.ts';

function drawCase(id: string, { people, places, items }: CaseArt): void {
  const folder = new URL(`../../../scenarios/${id}/art/`, import.meta.url);
  mkdirSync(folder, { recursive: true });
  const keep = (name: string, svg: string): void => writeFileSync(new URL(`${name}.svg`, folder), svg);
  for (const [name, look] of Object.entries(people)) keep(`person-${name}`, portrait(look));
  for (const [name, drawing] of Object.entries(places)) keep(`place-${name}`, place(drawing));
  for (const [name, drawing] of Object.entries(items)) keep(`item-${name}`, item(drawing));
}

drawCase('hello-baraza', HELLO_BARAZA);
drawCase('trial-match', TRIAL_MATCH);
drawCase('silver-nets', SILVER_NETS);

const figures = new URL('../../../client/game/figures/', import.meta.url);
for (const [id, look] of Object.entries(HELPERS))
  writeFileSync(new URL(`${id}.svg`, figures), portrait(look, ['calm']));
