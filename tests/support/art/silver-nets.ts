/** Silver Nets: people of a lake shore and an island, where they work, and what the desks find. */
import type { CaseArt, Drawing } from './kit/case-art.ts';
import { glasses } from './kit/faces.ts';
import { SKINS } from './kit/figure.ts';
import * as garment from './kit/garments.ts';
import * as hair from './kit/hair.ts';
import * as haven from './kit/havens.ts';
import { lakeside, shoreLand } from './kit/lake.ts';
import * as lake from './kit/lake-papers.ts';
import * as thing from './kit/lake-things.ts';
import * as office from './kit/offices.ts';
import * as papers from './kit/papers.ts';
import { BLACK, BROWN, GROUNDS, type Look, studs } from './kit/portrait.ts';
import * as shore from './kit/shore.ts';
import * as work from './kit/workwear.ts';

const GREY = '#8f8b86';

const fishers: Record<string, Look> = {
  mosi: {
    age: 'adult',
    skin: SKINS.ebony,
    ground: GROUNDS.sage,
    jaw: 0.66,
    wears: (f) => garment.tshirt(f, '#b8694a', '#8f4e36') + work.netOnShoulder(f),
    head: (f) => hair.cropped(f, '#15100d'),
    extras: (f) => hair.beard(f, '#15100d', false),
  },
  lindo: {
    age: 'adult',
    skin: SKINS.umber,
    ground: GROUNDS.sky,
    build: 0.92,
    jaw: 0.58,
    wears: (f) => garment.hoodie(f, '#7d92a3', '#647a8c'),
    head: (f) => hair.curls(f, BLACK),
  },
  haki: {
    age: 'adult',
    skin: SKINS.cocoa,
    ground: GROUNDS.sand,
    jaw: 0.7,
    brow: '#150e0b',
    wears: (f) => garment.shirt(f, '#8ba394', '#788f81', '#5a6d60') + work.photoPocket(f, '#7a9183'),
    head: (f) => work.strawHat(f, BLACK),
    extras: (f) => hair.beard(f, '#1a1410', false) + hair.moustache(f, '#1a1410'),
  },
  sanga: {
    age: 'elder',
    skin: SKINS.ebony,
    ground: GROUNDS.stone,
    build: 1.06,
    jaw: 0.7,
    brow: '#77736f',
    wears: (f) => garment.tshirt(f, '#a89a7c', '#85795f') + garment.apron(f, '#47707a', '#375963'),
    head: (f) => hair.cropped(f, GREY),
    extras: (f) => `<g opacity=".55">${hair.beard(f, GREY, true)}</g>`,
  },
  ruvu: {
    age: 'adult',
    skin: SKINS.chestnut,
    ground: GROUNDS.sky,
    jaw: 0.66,
    wears: (f) => work.overalls(f, '#48627a', '#3a5066', '#e4dcc8'),
    head: (f) => hair.sportsCap(f, BLACK, '#c98a2f', '#9f6c20'),
  },
  tumo: {
    age: 'teen',
    skin: SKINS.cocoa,
    ground: GROUNDS.sky,
    build: 0.94,
    jaw: 0.64,
    wears: (f) => work.oilskin(work.tooLarge(f, 1.24), '#cfa540', '#a9842c'),
    head: (f) => hair.cropped(f, BLACK),
  },
  kibo: {
    age: 'child',
    skin: SKINS.umber,
    ground: GROUNDS.clay,
    build: 0.96,
    wears: (f) => garment.shirt(f, '#c9bd96', '#b5a87f', '#8f8460') + work.schoolBelt(f),
    head: (f) => hair.fade(f, BLACK, '#33261f'),
  },
  sami: {
    age: 'teen',
    skin: SKINS.ebony,
    ground: GROUNDS.sand,
    build: 1.02,
    jaw: 0.66,
    wears: (f) => work.singlet(f, SKINS.ebony, '#3e6b63', '#2c5049'),
    head: (f) => hair.twists(f, '#16100d'),
    extras: (f) => `<g opacity=".4">${hair.moustache(f, '#16100d')}</g>`,
  },
  yusu: {
    age: 'adult',
    skin: SKINS.umber,
    ground: GROUNDS.sage,
    build: 0.86,
    jaw: 0.52,
    wears: (f) => garment.tshirt(f, '#d9d2c0', '#b3a98f') + work.bandagedForearm(f, SKINS.umber, '#c8c0ae'),
    head: (f) => hair.fade(f, BROWN, '#3a2b22'),
  },
  boma: {
    age: 'adult',
    skin: SKINS.cocoa,
    ground: GROUNDS.stone,
    build: 1.08,
    jaw: 0.72,
    wears: (f) => garment.shirt(f, '#6f7f8d', '#5d6c79', '#47545f') + work.twoPhones(f, '#64737f'),
    head: (f) => hair.fade(f, '#18110d', '#2c211b'),
    extras: (f) => hair.moustache(f, '#18110d'),
  },
};

const townspeople: Record<string, Look> = {
  salo: {
    age: 'elder',
    skin: SKINS.chestnut,
    ground: GROUNDS.sand,
    build: 1.04,
    jaw: 0.7,
    brow: '#6f6a66',
    wears: (f) => garment.shirt(f, '#f6f2e8', '#e6dfd0', '#b9ae98'),
    head: (f) => hair.cropped(f, '#9a958f'),
    extras: (f) => glasses(f, '#6b5a3f') + hair.moustache(f, '#9a958f'),
  },
  'uncle-mako': {
    age: 'adult',
    skin: SKINS.umber,
    ground: GROUNDS.sage,
    build: 1.06,
    jaw: 0.74,
    wears: (f) => garment.shirt(f, '#c9a46a', '#b38f57', '#836638'),
    head: (f) => work.flatCap(f, BLACK, '#6c7a66', '#566351'),
  },
  pia: {
    age: 'adult',
    skin: SKINS.chestnut,
    ground: GROUNDS.sky,
    soft: true,
    build: 0.88,
    wears: (f) => garment.tshirt(f, '#3f7f6c', '#2f6454', '#e6dcc4') + garment.lanyard(f, '#d9a441'),
    head: (f) => hair.knot(f, BLACK),
    extras: (f) => studs(f, '#e2bf76'),
  },
  odo: {
    age: 'elder',
    skin: SKINS.cocoa,
    ground: GROUNDS.stone,
    build: 1.06,
    jaw: 0.72,
    brow: '#5f5a56',
    wears: (f) => garment.shirt(f, '#dad2bd', '#c6bda5', '#8f866e') + work.waistcoat(f, '#5a6b5c'),
    head: (f) => work.knitCap(f, '#5f5a56', '#3f5f7a', '#33506a'),
    extras: (f) => hair.beard(f, '#7f7a75', true),
  },
  'mama-tula': {
    age: 'adult',
    skin: SKINS.ebony,
    ground: GROUNDS.clay,
    soft: true,
    jaw: 0.68,
    wears: (f) => garment.drape(f, '#e0d3b4', '#47707a', '#e2bf76'),
    head: (f) => hair.headwrap(f, '#47707a', '#345761', 24),
    extras: (f) => studs(f, '#e2bf76'),
  },
  safi: {
    age: 'adult',
    skin: SKINS.umber,
    ground: GROUNDS.sage,
    soft: true,
    build: 0.9,
    wears: (f) => garment.jacket(f, '#94704f', '#7d5c40', '#e9dcc3') + garment.strap(f, '#5a4a5e'),
    head: (f) => hair.headwrap(f, '#b5704f', '#8f543a', 12),
  },
  'councillor-reko': {
    age: 'elder',
    skin: SKINS.ebony,
    ground: GROUNDS.sand,
    build: 1.02,
    jaw: 0.7,
    brow: '#6f6b67',
    wears: (f) => garment.jacket(f, '#4a4f5e', '#3c414f', '#f1ece0') + work.tie(f, '#7a5a3c'),
    head: (f) => hair.thin(f, GREY),
    extras: (f) => glasses(f, '#3a2f2a') + hair.moustache(f, GREY),
  },
};

const places: Record<string, Drawing> = {
  'labour-office': () => office.labourOffice(shoreLand) + shore.postBox(252, 250),
  'police-station': () => office.policeStation(shoreLand),
  'police-cells': office.policeCells,
  'exhibit-store': office.exhibitStore,
  'prosecutor-office': () => office.prosecutorOffice(lakeside),
  'immigration-office': shore.pierOffice,
  'service-office': haven.adviceCentre,
  'lake-hospital': haven.lakeHospital,
  'landing-beach': shore.landingBeach,
  harbour: shore.harbour,
  'trade-house': shore.tradeHouse,
  'parish-yard': haven.parishHall,
  'lakeside-house': haven.lakesideHouse,
  'fishing-camp': shore.fishingCamp,
  'island-school': shore.islandSchool,
};

const items: Record<string, Drawing> = {
  board: thing.board,
  'boat-log': lake.boatLog,
  'clinic-note': lake.clinicNote,
  cord: thing.cord,
  directory: lake.directory,
  file: lake.file,
  flows: lake.flows,
  'hiring-notice': lake.hiringNotice,
  ledger: papers.ledger,
  letter: papers.letter,
  manifest: papers.manifest,
  message: papers.message,
  note: papers.note,
  notice: lake.notice,
  oilskins: thing.oilskins,
  order: lake.order,
  phone: papers.phone,
  record: papers.record,
  register: lake.register,
  'shed-photo': thing.shedPhoto,
  slips: lake.slips,
  sums: lake.sums,
  testimony: papers.testimony,
  tin: thing.tin,
  'voice-note': thing.voiceNote,
  'wage-book': lake.wageBook,
  weather: lake.weather,
};

export const SILVER_NETS: CaseArt = { people: { ...fishers, ...townspeople }, places, items };
