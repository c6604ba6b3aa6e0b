/** The people who help at an interview, of no case in particular: they belong to the interface. */
import { SKINS } from './kit/figure.ts';
import * as garment from './kit/garments.ts';
import * as hair from './kit/hair.ts';
import type { Look } from './kit/portrait.ts';

export const HELPERS: Record<string, Look> = {
  interpreter: {
    age: 'adult',
    skin: SKINS.umber,
    ground: ['#dcd8d0', '#e9e6df'],
    jaw: 0.68,
    wears: (f) => garment.shirt(f, '#7d8f9b', '#6b7d89') + garment.lanyard(f, '#c98a2f'),
    head: (f) => hair.cropped(f, '#1e1713'),
  },
  'support-person': {
    age: 'adult',
    skin: SKINS.chestnut,
    ground: ['#dcd8d0', '#e9e6df'],
    soft: true,
    build: 0.9,
    wears: (f) => garment.jacket(f, '#1b7a63', '#166653', '#f0e9da'),
    head: (f) => hair.headwrap(f, '#c98f2b', '#a5741f', 18),
  },
  guardian: {
    age: 'elder',
    skin: SKINS.cocoa,
    ground: ['#dcd8d0', '#e9e6df'],
    soft: true,
    build: 0.96,
    brow: '#4a3f39',
    wears: (f) => garment.drape(f, '#5a4a5e', '#7f6a84', '#e2d2b4'),
    head: (f) => hair.knot(f, '#6e6661'),
  },
};
