/** Hello Baraza: a boy, a cook, four places and three papers. */
import type { CaseArt } from './kit/case-art.ts';
import { SKINS } from './kit/figure.ts';
import * as garment from './kit/garments.ts';
import * as hair from './kit/hair.ts';
import { youthHouse } from './kit/havens.ts';
import * as office from './kit/offices.ts';
import * as papers from './kit/papers.ts';
import { BLACK, GROUNDS, studs } from './kit/portrait.ts';
import { teaStall } from './kit/tea.ts';
import * as work from './kit/workwear.ts';

export const HELLO_BARAZA: CaseArt = {
  people: {
    sami: {
      age: 'teen',
      skin: SKINS.cocoa,
      ground: GROUNDS.sky,
      build: 0.96,
      jaw: 0.64,
      wears: (f) => garment.tshirt(f, '#8fb0b8', '#6d909a') + work.wetSleeves(f, '#5d808b'),
      head: (f) => hair.cropped(f, BLACK),
    },
    dina: {
      age: 'adult',
      skin: SKINS.chestnut,
      ground: GROUNDS.clay,
      soft: true,
      build: 0.88,
      jaw: 0.58,
      wears: (f) => garment.tshirt(f, '#c98f5a', '#a8713f') + garment.apron(f, '#f0e6d2', '#d9c9a8'),
      head: (f) => hair.headwrap(f, '#3f7f6c', '#2f6454', 16),
      extras: (f) => studs(f, '#e2bf76'),
    },
  },
  places: {
    'police-station': office.policeStation,
    'child-office': office.childOffice,
    'tea-stall': teaStall,
    'youth-house': youthHouse,
  },
  items: { ledger: papers.ledger, message: papers.message, testimony: papers.testimony },
};
