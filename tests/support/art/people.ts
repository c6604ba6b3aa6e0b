/** The people of Trial Match as they look. One entry a person; the drawing itself is in the parts beside this file. */
import { type Age, SKINS, type Frame, type Skin, d, dot, frame, head, neck, path } from './figure.ts';
import { EXPRESSIONS, type Expression, faces, glasses } from './faces.ts';
import * as garment from './garments.ts';
import * as hair from './hair.ts';

export interface Look {
  age: Age;
  skin: Skin;
  /** Two quiet tints behind the figure. */
  ground: [string, string];
  build?: number;
  jaw?: number;
  soft?: boolean;
  brow?: string;
  wears(f: Frame): string;
  head(f: Frame): hair.HeadDress;
  /** Over the face: beard, glasses, earrings. */
  extras?(f: Frame): string;
}

const BLACK = '#1e1713';
const BROWN = '#2a1d16';
const SAND: [string, string] = ['#e9dfca', '#f3ecdc'];
const SAGE: [string, string] = ['#d7dfd2', '#e7ece1'];
const SKY: [string, string] = ['#d2dde2', '#e3eaec'];
const CLAY: [string, string] = ['#ead7c8', '#f3e6da'];
const STONE: [string, string] = ['#dcd8d0', '#e9e6df'];

const studs = (f: Frame, colour: string): string =>
  [-1, 1].map((s) => dot(f.cx + s * (f.width / 2 + 1), f.top + 0.63 * f.height, 3.2, colour)).join('');

export const PEOPLE: Record<string, Look> = {
  nyota: {
    age: 'child',
    skin: SKINS.umber,
    ground: SAND,
    soft: true,
    wears: (f) => garment.hoodie(f, '#c98a2f', '#a86f21') + garment.rucksack(f, '#4a5a63'),
    head: (f) => hair.braids(f, BLACK, '#54413a', '#c98a2f'),
  },
  juma: {
    age: 'teen',
    skin: SKINS.ebony,
    ground: SAGE,
    build: 1.04,
    jaw: 0.68,
    wears: (f) => garment.tshirt(f, '#3e6b63', '#2c5049', '#e6dcc4'),
    head: (f) => hair.fade(f, '#16100d', '#2c211b'),
  },
  zuri: {
    age: 'child',
    skin: SKINS.chestnut,
    ground: CLAY,
    build: 0.94,
    soft: true,
    wears: (f) => garment.stripes(f, '#efe6d4', '#b5553f'),
    head: (f) => hair.puffs(f, BROWN, '#b5553f'),
  },
  tano: {
    age: 'child',
    skin: SKINS.cocoa,
    ground: SKY,
    build: 1.04,
    jaw: 0.66,
    wears: (f) => garment.tshirt(f, '#7d92a3', '#5d7283') + garment.rucksack(f, '#8c4a36'),
    head: (f) => hair.curls(f, BLACK),
  },
  lela: {
    age: 'teen',
    skin: SKINS.amber,
    ground: SAGE,
    soft: true,
    build: 0.96,
    wears: (f) => garment.shirt(f, '#dfe5e2', '#f4f4ee', '#9aa5a2'),
    head: (f) => hair.scarf(f, '#5b7f86', '#45656c'),
  },
  baraka: {
    age: 'child',
    skin: SKINS.ebony,
    ground: SAND,
    build: 0.98,
    jaw: 0.66,
    wears: (f) => garment.tshirt(f, '#b5553f', '#8e3f2d', '#f0e4cc'),
    head: (f) => hair.cropped(f, '#15100d'),
  },
  imani: {
    age: 'teen',
    skin: SKINS.cocoa,
    ground: CLAY,
    soft: true,
    build: 0.94,
    wears: (f) => garment.jacket(f, '#51708a', '#42607a', '#f0e9da'),
    head: (f) => hair.afro(f, BLACK, '#d2a24a'),
  },
  kito: {
    age: 'teen',
    skin: SKINS.umber,
    ground: STONE,
    build: 1.12,
    jaw: 0.7,
    wears: (f) => garment.hoodie(f, '#57624f', '#434d3d'),
    head: (f) => hair.twists(f, BLACK),
  },
  pili: {
    age: 'adult',
    skin: SKINS.chestnut,
    ground: SKY,
    build: 0.93,
    jaw: 0.64,
    wears: (f) => garment.jacket(f, '#8a6a45', '#755837', '#e8e2d4'),
    head: (f) => hair.fade(f, BLACK, '#33261f'),
    extras: (f) => hair.moustache(f, '#2a1e18'),
  },
  'coach-sefu': {
    age: 'adult',
    skin: SKINS.cocoa,
    ground: STONE,
    build: 1.1,
    jaw: 0.74,
    brow: '#1a120e',
    wears: (f) => garment.tracksuit(f, '#34495c', '#c9b98f') + garment.whistle(f, '#8c3b2c'),
    head: (f) => hair.sportsCap(f, '#1a1410', '#34495c', '#263848'),
    extras: (f) => hair.beard(f, '#1a1410', false),
  },
  'mama-dalia': {
    age: 'elder',
    skin: SKINS.umber,
    ground: CLAY,
    soft: true,
    jaw: 0.7,
    build: 1.04,
    brow: '#3b2f2a',
    wears: (f) => garment.drape(f, '#6b3f4c', '#a8613f', '#e2bf76'),
    head: (f) => hair.headwrap(f, '#a8613f', '#7f452b', 22),
    extras: (f) => studs(f, '#e2bf76'),
  },
  hamo: {
    age: 'adult',
    skin: SKINS.ebony,
    ground: SAND,
    jaw: 0.7,
    brow: '#150e0b',
    wears: (f) => garment.shirt(f, '#9fb0a2', '#8a9c8e', '#5f6e63') + garment.strap(f, '#6b4a2f'),
    head: (f) => hair.bandCap(f, '#15100d', '#4d5a4f', '#394339', true),
    extras: (f) => hair.moustache(f, '#15100d'),
  },
  rehani: {
    age: 'adult',
    skin: SKINS.chestnut,
    ground: SKY,
    soft: true,
    build: 0.88,
    jaw: 0.58,
    wears: (f) => garment.shirt(f, '#f0ebdf', '#e0d8c6', '#b9ae98') + garment.lanyard(f, '#76488c'),
    head: (f) => hair.knot(f, BLACK),
    extras: (f) => glasses(f, '#3a2f2a') + studs(f, '#cfae6a'),
  },
  tembo: {
    age: 'adult',
    skin: SKINS.umber,
    ground: SAGE,
    jaw: 0.7,
    wears: (f) => garment.robe(f, '#e6dfcf', '#8a7a55'),
    head: (f) => hair.bandCap(f, '#231a15', '#f1ece0', '#8a7a55', false),
    extras: (f) => hair.beard(f, '#231a15', true),
  },
  adila: {
    age: 'adult',
    skin: SKINS.amber,
    ground: CLAY,
    soft: true,
    build: 0.92,
    jaw: 0.58,
    wears: (f) => garment.robe(f, '#4d4f6b', '#b8a27a'),
    head: (f) => hair.scarf(f, '#8a4f5c', '#6d3b47'),
  },
  koro: {
    age: 'elder',
    skin: SKINS.ebony,
    ground: STONE,
    jaw: 0.68,
    build: 1.06,
    brow: '#8b8783',
    wears: (f) => garment.shirt(f, '#7c6a58', '#6b5a49', '#4a3d31') + garment.apron(f, '#44525a', '#36424a'),
    head: (f) => hair.thin(f, '#8f8b86'),
    extras: (f) => hair.beard(f, '#8f8b86', false) + hair.moustache(f, '#8f8b86'),
  },
  'councillor-baya': {
    age: 'elder',
    skin: SKINS.cocoa,
    ground: SAND,
    soft: true,
    build: 0.98,
    jaw: 0.6,
    wears: (f) => garment.jacket(f, '#2e3f58', '#253449', '#7a3f55') + garment.beads(f, '#d2a24a', '#f0e2bd'),
    head: (f) => hair.headwrap(f, '#7a3f55', '#5d2c40', 34),
    extras: (f) => glasses(f, '#b08d3e') + studs(f, '#d2a24a'),
  },
};

/** One whole portrait as SVG text: ground, figure, five faces of which the calm one shows. */
export function portrait(look: Look, expressions: readonly Expression[] = EXPRESSIONS): string {
  const f = frame(look.age, look.build ?? 1, look.jaw ?? (look.age === 'child' ? 0.62 : 0.6));
  const dress = look.head(f);
  const [tint, light] = look.ground;
  const features = {
    brow: look.soft ? 3 : 4.4,
    browColour: look.brow ?? BLACK,
    soft: (look.soft ?? false) && look.age !== 'child',
    lined: look.age === 'elder',
  };
  const ground = `<g data-part="ground"><rect width="240" height="300" fill="${tint}"/>${dot(120, f.top + f.height * 0.5, 104, light)}${path(d`M0 300V286Q120 262 240 286V300Z`, tint)}</g>`;
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 300" stroke-linecap="round" stroke-linejoin="round">',
    ground,
    `<g data-part="body">${dress.back}${neck(f, look.skin)}${look.wears(f)}</g>`,
    `<g data-part="head">${head(f, look.skin, !dress.covers)}`,
    faces(f, look.skin, features, expressions),
    `${dress.front}${look.extras?.(f) ?? ''}</g>`,
    '</svg>',
    '',
  ].join('\n');
}
