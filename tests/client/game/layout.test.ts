import { assert, double, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  boardBounds,
  CARD,
  coverOf,
  GROUND_TILE,
  layOutCards,
  knownItems,
  onBoard,
  boardStrings,
} from '../../../client/game/layout/board-layout.ts';
import { daylight, mixColour } from '../../../client/game/layout/daylight.ts';
import { curveAt, distance, hashUnit } from '../../../client/game/layout/geometry.ts';
import { straightWays } from '../../../client/game/layout/known-places.ts';
import {
  mapLayout,
  type MapPlace,
  onRoute,
  routeBetween,
  routeTime,
  SHEET,
  tokenSpots,
} from '../../../client/game/layout/map-layout.ts';
import { travellers, visitorsOf } from '../../../client/game/layout/map-people.ts';
import { mirrorLayout, pathOf, referralLayout } from '../../../client/game/layout/referral-layout.ts';
import { roomLayout } from '../../../client/game/layout/room-layout.ts';
import { clampView, panView, toScreen, toWorld, zoomAt } from '../../../client/game/layout/view.ts';
import { colourNumber, themeOf } from '../../../client/game/theme.ts';
import { emptyWorld, type ItemState, type Referral, type World } from '../../../shared/exercise/world.ts';
import { HOUR, MINUTE } from '../../../shared/time.ts';

const PLACES: MapPlace[] = [
  { id: 'station', map: [10, 10], near: { park: 10 * MINUTE, hall: 40 * MINUTE } },
  { id: 'park', map: [12, 12], near: { hall: 20 * MINUTE } },
  { id: 'hall', map: [90, 80], near: {} },
  { id: 'island', map: [50, 95], near: {} },
];

describe('the map sheet', () => {
  it('places do not overlap on the sheet, in any order', () => {
    const layout = mapLayout(PLACES);
    const points = Object.values(layout.points);
    for (const point of points) {
      expect(point.x).toBeGreaterThan(SHEET.x);
      expect(point.x).toBeLessThan(SHEET.width);
    }
    for (const [i, a] of points.entries())
      for (const b of points.slice(i + 1)) expect(distance(a, b)).toBeGreaterThan(100);
    expect(mapLayout(PLACES.toReversed())).toEqual(layout);
  });

  it('draws one road between two neighbours and none to unknown places', () => {
    const layout = mapLayout([
      ...PLACES,
      { id: 'clinic', map: [40, 40], near: { nowhere: MINUTE, station: 5 * MINUTE } },
    ]);
    expect(layout.roads.map(({ a, b }) => `${a}-${b}`).sort()).toEqual([
      'clinic-station',
      'hall-park',
      'hall-station',
      'park-station',
    ]);
  });

  it('finds the shortest way, and none if there is none', () => {
    const layout = mapLayout(PLACES);
    expect(routeBetween(layout, 'station', 'hall')).toEqual(['station', 'park', 'hall']);
    expect(routeTime(layout, ['station', 'park', 'hall'])).toBe(30 * MINUTE);
    expect(routeBetween(layout, 'station', 'island')).toEqual([]);
  });

  it('moves a person along the way, from start to end', () => {
    const layout = mapLayout(PLACES);
    const route = routeBetween(layout, 'station', 'hall');
    const { station, park, hall } = layout.points;
    expect(onRoute(layout, route, 0)).toEqual(station);
    expect(onRoute(layout, route, 1 / 3)).toMatchObject({
      x: expect.closeTo(park?.x ?? 0, 6),
      y: expect.closeTo(park?.y ?? 0, 6),
    });
    expect(onRoute(layout, route, 1)).toMatchObject({
      x: expect.closeTo(hall?.x ?? 0, 6),
      y: expect.closeTo(hall?.y ?? 0, 6),
    });
    expect(onRoute(layout, route, 7)).toEqual(onRoute(layout, route, 1));
  });

  it('keeps only direct ways to a place', () => {
    const everywhere = straightWays([
      { id: 'a', map: [0, 0], near: { b: 10, c: 30 } },
      { id: 'b', map: [0, 0], near: { a: 10, c: 20 } },
      { id: 'c', map: [0, 0], near: { a: 30, b: 20, hidden: 1 } },
    ]);
    expect(everywhere.map(({ near }) => Object.keys(near))).toEqual([['b'], ['a', 'c'], ['b']]);
  });

  it('centres rows of tokens', () => {
    expect(tokenSpots(1)).toEqual([{ x: 0, y: 0 }]);
    expect(tokenSpots(7).reduce((sum, { x }) => sum + x, 0)).toBeCloseTo(0);
    expect(tokenSpots(7).at(-1)?.y).toBe(30);
  });

  it('knows who is at each place and who is travelling', () => {
    const world: World = {
      ...emptyWorld(),
      seats: {
        s1: { role: 'police', at: 'station', busy: { doing: 'travel', place: 'park', due: 10 * MINUTE } },
        s2: { role: 'police', at: 'park' },
        s3: { role: 'police', at: 'park', freed: true },
      },
      people: { nyota: { place: 'park', known: {}, indicators: {}, screenings: [], referrals: [], consents: [] } },
    };
    const layout = mapLayout(PLACES);
    expect(visitorsOf(world)).toEqual({ park: [{ role: 'police' }, { person: 'nyota' }] });
    const road = layout.roads.find(({ a, b }) => a === 'park' && b === 'station');
    if (!road) throw new Error('no road');
    expect(travellers(world, layout, 5 * MINUTE)).toEqual([
      { seat: 's1', role: 'police', at: curveAt(road.curve, 0.5) },
    ]);
  });
});

describe('pan and zoom of a scene', () => {
  const screen = { width: 360, height: 500 };
  const point = record({
    x: double({ min: 0, max: 360, noNaN: true }),
    y: double({ min: 0, max: 500, noNaN: true }),
  });

  it('keep the point under the finger while zooming', () => {
    assert(
      property(point, double({ min: 0.2, max: 5, noNaN: true }), (at, factor) => {
        const before = { x: 300, y: 200, zoom: 0.8 };
        const after = zoomAt(before, screen, at, factor, { min: 0.3, max: 2 });
        expect(after.zoom).toBeGreaterThanOrEqual(0.3);
        expect(after.zoom).toBeLessThanOrEqual(2);
        const under = toWorld(after, screen, at);
        expect(under.x).toBeCloseTo(toWorld(before, screen, at).x, 6);
        expect(toScreen(after, screen, under).y).toBeCloseTo(at.y, 6);
      }),
    );
  });

  it('follow the finger but keep the scene in view', () => {
    const view = panView({ x: 500, y: 400, zoom: 2 }, 100, -40);
    expect(view).toEqual({ x: 450, y: 420, zoom: 2 });
    const world = { x: 0, y: 0, width: 1000, height: 800 };
    expect(clampView({ x: -900, y: 9000, zoom: 1 }, world, screen)).toEqual({ x: 180, y: 550, zoom: 1 });
    expect(clampView({ x: 20, y: 20, zoom: 0.1 }, world, screen)).toEqual({ x: 500, y: 400, zoom: 0.1 });
  });
});

const item = (at: number, more: Partial<ItemState> = {}): ItemState => ({
  known: { police: { parts: ['all'], how: 'found', by: 'police', at } },
  custody: [],
  assessed: {},
  board: {},
  ...more,
});

describe('the evidence board', () => {
  const SCREENS = [
    { width: 360, height: 560 },
    { width: 1366, height: 700 },
    { width: 1920, height: 1000 },
  ];
  const VIEWS = [0.28, 0.5, 0.6, 1, 2].flatMap((zoom) => [-400, 0, 777.5, 4400].map((x) => ({ x, y: x / 3, zoom })));

  it('covers every view with cork, with a picture of a few screens at most', () => {
    for (const screen of SCREENS)
      for (const view of VIEWS) {
        const { x, y, width, height, scale } = coverOf(view, screen);
        const [start, end] = [
          toWorld(view, screen, { x: 0, y: 0 }),
          toWorld(view, screen, { x: screen.width, y: screen.height }),
        ];
        expect(x).toBeLessThanOrEqual(start.x);
        expect(y).toBeLessThanOrEqual(start.y);
        expect(x + width * scale).toBeGreaterThanOrEqual(end.x);
        expect(y + height * scale).toBeGreaterThanOrEqual(end.y);
        expect(width * height).toBeLessThanOrEqual(Math.max(7 * screen.width * screen.height, 2_000_000));
      }
  });

  it('moves the cork by whole tiles, so that its flecks stay where they are on the board', () => {
    const screen = { width: 1366, height: 700 };
    for (const view of VIEWS) {
      const { x, y, scale } = coverOf(view, screen);
      expect(Math.abs((x / scale) % GROUND_TILE)).toBe(0);
      expect(Math.abs((y / scale) % GROUND_TILE)).toBe(0);
    }
  });

  const world: World = {
    ...emptyWorld(),
    items: {
      flyer: item(3, { assessed: { police: { coach: ['act.recruit'] } } }),
      list: item(1, {
        board: { police: { x: 80, y: 90 } },
        assessed: { police: { coach: ['act.recruit', 'act.transport'] } },
      }),
      phone: item(2, { assessed: { police: { coach: ['act.transport'] }, labour: { coach: ['act.recruit'] } } }),
      secret: item(1, { known: { labour: { parts: ['all'], how: 'start', by: 'story', at: 0 } } }),
    },
    links: [
      { role: 'police', item: 'phone', with: 'flyer' },
      { role: 'labour', item: 'phone', with: 'list' },
      { role: 'police', item: 'phone', with: 'secret' },
    ],
  };

  it('shows what the desk knows, in the order in which it learned it', () => {
    expect(knownItems(world, 'police')).toEqual(['list', 'phone', 'flyer']);
  });

  it('fills free cells without covering a card', () => {
    const hung = layOutCards(world, 'police', 3);
    expect(hung.find(({ id }) => id === 'list')).toMatchObject({ x: 80, y: 90, placed: true });
    for (const [i, a] of hung.entries()) {
      for (const b of hung.slice(i + 1))
        expect(Math.abs(a.x - b.x) >= CARD.width || Math.abs(a.y - b.y) >= CARD.height).toBe(true);
    }
    expect(hung.filter(({ placed }) => placed)).toHaveLength(1);
    const bounds = boardBounds(hung);
    for (const { x, y } of hung)
      expect(x > bounds.x && y > bounds.y && x + CARD.width < bounds.x + bounds.width).toBe(true);
  });

  it('shows the desk’s own links, then shared evidence; nothing unknown, nothing of other desks', () => {
    expect(boardStrings(world, 'police')).toEqual([
      { a: 'flyer', b: 'phone', kind: 'link' },
      { a: 'flyer', b: 'list', kind: 'supports' },
      { a: 'list', b: 'phone', kind: 'supports' },
    ]);
  });

  it('keeps cards on the board, at whole numbers', () => {
    assert(
      property(double({ noNaN: true, min: -1e5, max: 1e5 }), double({ noNaN: true, min: -1e5, max: 1e5 }), (x, y) => {
        const corner = onBoard({ x, y });
        for (const value of [corner.x, corner.y])
          expect(Number.isInteger(value) && value >= 0 && value <= 4000).toBe(true);
      }),
    );
  });
});

describe('light and colour', () => {
  it('is dark at night and clear at noon, without jumps', () => {
    expect(daylight(12 * HOUR)).toMatchObject({ lamps: false });
    expect(daylight(12 * HOUR).strength).toBeLessThan(0.05);
    expect(daylight(24 * HOUR + 2 * HOUR)).toMatchObject({ lamps: true });
    for (let at = 0; at < 24 * HOUR; at += 5 * MINUTE)
      expect(Math.abs(daylight(at).strength - daylight(at + 5 * MINUTE).strength)).toBeLessThan(0.02);
  });

  it('mixes and parses colours', () => {
    expect(mixColour(0x000000, 0xffffff, 0.5)).toBe(0x808080);
    expect(colourNumber('#fff')).toBe(0xffffff);
    expect(colourNumber('red')).toBeUndefined();
    expect(themeOf({ paper: '#12181e' }).dark).toBe(true);
    expect(themeOf({}).number('no-such-agency')).toBe(themeOf({}).number('ink-2'));
    expect(hashUnit('a')).not.toBe(hashUnit('b'));
  });
});

describe('the referral picture', () => {
  const referral = (states: Referral['state'][]): Referral => ({
    person: 'nyota',
    by: 'service',
    needs: ['medical'],
    state: states.at(-1) ?? 'needs-assessed',
    steps: states.map((state, i) => ({ at: i, state, by: 'service' })),
  });

  it('shows how far the referral has come', () => {
    const path = pathOf(referral(['needs-assessed', 'consented', 'offered']));
    expect(path.map(({ phase }) => phase)).toEqual([
      'done',
      'done',
      'now',
      'ahead',
      'ahead',
      'ahead',
      'ahead',
      'ahead',
    ]);
    expect(pathOf(undefined).every(({ phase }) => phase === 'ahead')).toBe(true);
  });

  it('shows a free refusal as an end of its own', () => {
    const path = pathOf(referral(['needs-assessed', 'consented', 'offered', 'refused', 'closed']));
    expect(path.map(({ state }) => state)).toEqual(['needs-assessed', 'consented', 'offered', 'refused', 'closed']);
    expect(path.at(-1)?.phase).toBe('now');
  });

  it.each([
    { width: 360, height: 480 },
    { width: 700, height: 320 },
    { width: 340, height: 320 },
    { width: 806, height: 655 },
    { width: 1400, height: 800 },
  ])('fits $width × $height', (screen) => {
    const layout = referralLayout(screen, 6, 6, 8);
    for (const { x, y } of [...layout.needs, ...layout.path])
      expect(x > 0 && x < screen.width && y > 0 && y < screen.height).toBe(true);
    for (const box of layout.services) expect(box.x >= 0 && box.x + box.width <= screen.width && box.y >= 0).toBe(true);
  });
});

describe('right to left', () => {
  it('mirrors the referral picture and back', () => {
    const layout = referralLayout({ width: 806, height: 655 }, 4, 3, 8);
    const turned = mirrorLayout(layout, 806);
    expect(turned.path[0]?.x).toBeGreaterThan(turned.path.at(-1)?.x ?? 0);
    expect(turned.services.every(({ x, width }) => x >= 0 && x + width < turned.person.x)).toBe(true);
    const back = mirrorLayout(turned, 806);
    for (const [i, { x }] of back.needs.entries()) expect(x).toBeCloseTo(layout.needs[i]?.x ?? 0);
  });
});

describe('the interview room', () => {
  it.each([
    { width: 360, height: 300 },
    { width: 746, height: 655 },
    { width: 1200, height: 500 },
  ])('seats all people inside $width × $height, behind the table', (screen) => {
    const room = roomLayout(screen, true);
    expect(roomLayout(screen, false).person.x).toBe(screen.width / 2);
    for (const seat of [room.person, room.beside, room.behind, room.corner]) {
      expect(seat.x).toBeGreaterThan(0);
      expect(seat.x).toBeLessThan(screen.width);
      expect(seat.y - seat.height).toBeGreaterThan(-20);
      expect(seat.y).toBeGreaterThan(room.table.y);
    }
    expect(room.beside.x).toBeGreaterThan(room.person.x);
  });
});
