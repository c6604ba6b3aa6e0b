/** The scenes in a real browser, fed by a desk's view in the exemplary line of the real case. */
import { expect, type Page, test } from '@playwright/test';
import { control, desk } from '../../../shared/access/audience.ts';
import { columnsFor, initialView, layOutCards, pinOf } from '../../../client/game/layout/board-layout.ts';
import { knownPlaces } from '../../../client/game/layout/known-places.ts';
import { mapLayout, SHEET } from '../../../client/game/layout/map-layout.ts';
import { fitView, toScreen } from '../../../client/game/layout/view.ts';
import type { World } from '../../../shared/exercise/world.ts';
import { typedLookup } from '../../../shared/protocol/cards.ts';
import { deskCards, deskWorld, type PlayedCase, playedCase } from './case-view.ts';
import type { SceneSetup } from './harness/setup.ts';
import { ScenePages } from './scene-page.ts';

const LOOK = { width: 900, height: 640 };

let pages: ScenePages;
let played: PlayedCase;

test.beforeAll(async () => {
  played = playedCase();
  pages = await ScenePages.open();
});
test.afterAll(() => pages.close());

function setupOf(
  kind: SceneSetup['kind'],
  role: string,
  until: (world: World) => boolean,
  selection: SceneSetup['selection'] = {},
): SceneSetup {
  const seat =
    Object.entries(deskWorld(played.events, control, () => false).seats).find(([, one]) => one.role === role)?.[0] ??
    '';
  const world = deskWorld(played.events, desk(role, seat), until);
  return {
    kind,
    role,
    seat,
    world,
    selection,
    ...deskCards(played, desk(role, seat), world),
    now: world.now,
    reducedMotion: true,
    rtl: false,
  };
}

/** The number of colours in part of the picture: many in a drawn scene, one in an empty canvas. */
async function colours(page: Page): Promise<number> {
  const picture = await page.screenshot();
  return page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.width, image.height];
    const paint = canvas.getContext('2d');
    if (!paint) return 0;
    paint.drawImage(image, 0, 0);
    const { data } = paint.getImageData(0, 0, image.width, image.height);
    const seen = new Set<number>();
    for (let i = 0; i < data.length; i += 4 * 97)
      seen.add(((data[i] ?? 0) << 16) | ((data[i + 1] ?? 0) << 8) | (data[i + 2] ?? 0));
    return seen.size;
  }, picture.toString('base64'));
}

const drawn = (page: Page, most: number): Promise<void> =>
  expect.poll(() => colours(page), { intervals: [500] }).toBeGreaterThan(most);

test.describe('scenes', () => {
  test('the map selects the tapped place', async () => {
    const setup = setupOf(
      'map',
      'police',
      ({ seats }) => Object.keys(seats).length > 0 && Object.values(seats).some(({ at }) => at !== undefined),
    );
    const page = await pages.show(setup, LOOK);
    await drawn(page, 120);
    expect(await page.getAttribute('#scene > canvas', 'aria-hidden')).toBe('true');
    const { points } = mapLayout(
      knownPlaces(
        setup.world,
        typedLookup((id) => setup.cards[id]),
      ),
    );
    const view = fitView(SHEET, LOOK, { min: 0.1, max: 1.4 });
    const at = toScreen(view, LOOK, points['bus-park'] ?? { x: 0, y: 0 });
    await page.mouse.click(at.x, at.y);
    await expect.poll(() => page.evaluate(() => window.sceneProbe.state().selection)).toEqual({ place: 'bus-park' });
    await page.mouse.move(at.x, at.y);
    await page.mouse.down();
    await page.mouse.move(at.x + 90, at.y + 60, { steps: 6 });
    await page.mouse.up();
    expect(await page.evaluate(() => window.sceneProbe.state().selection)).toEqual({ place: 'bus-park' });
    await page.context().close();
  });

  test('the board places a dropped card, links from a pin, and selects with a tap', async () => {
    const setup = setupOf(
      'board',
      'police',
      ({ items }) => Object.values(items).filter(({ known }) => known['police']).length >= 3,
    );
    const page = await pages.show(setup, LOOK);
    await drawn(page, 120);
    const hung = layOutCards(setup.world, 'police', columnsFor(LOOK.width));
    const [first, second] = hung;
    if (!first || !second) throw new Error('nothing on the board');
    const view = initialView(hung, LOOK);
    const middle = (corner: { x: number; y: number }) => toScreen(view, LOOK, { x: corner.x + 100, y: corner.y + 120 });
    const sent = () => page.evaluate(() => window.sceneProbe.sent);

    await page.mouse.click(middle(second).x, middle(second).y);
    await expect.poll(() => page.evaluate(() => window.sceneProbe.state().selection.item)).toBe(second.id);

    const pin = toScreen(view, LOOK, pinOf(first));
    await page.mouse.move(pin.x, pin.y);
    await page.mouse.down();
    await page.mouse.move(middle(second).x, middle(second).y, { steps: 8 });
    await page.mouse.up();
    await expect.poll(sent).toEqual([{ type: 'link-items', item: first.id, with: second.id }]);

    const from = middle(first);
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 60, from.y + 90, { steps: 8 });
    expect(await sent()).toHaveLength(1);
    await page.mouse.up();
    await expect.poll(async () => (await sent())[1]).toMatchObject({ type: 'place-item', item: first.id });
    const placed = (await sent())[1];
    if (placed?.type !== 'place-item') throw new Error('not placed');
    expect(Math.abs(placed.x - (first.x + 60 / view.zoom))).toBeLessThan(3);
    expect(Math.abs(placed.y - (first.y + 90 / view.zoom))).toBeLessThan(3);
    await page.context().close();
  });

  test('the interview room and the referral path are drawn, and a destroyed scene leaves no objects behind', async () => {
    const role = 'child-protection';
    const talking = setupOf('interview', role, ({ interviews }) =>
      Object.values(interviews).some(({ turns }) => turns.length > 2),
    );
    const room = await pages.show(talking, LOOK);
    await drawn(room, 60);
    await room.evaluate(() => window.sceneProbe.scene?.destroy());
    await expect.poll(() => room.locator('#scene > *').count()).toBe(0);
    await room.context().close();
    const helped = setupOf('referral', role, ({ referrals }) =>
      Object.values(referrals).some(({ state }) => state === 'accepted'),
    );
    const path = await pages.show(helped, { ...LOOK, theme: 'dark' });
    await drawn(path, 40);
    await path.context().close();
    expect(pages.errors).toEqual([]);
  });
});
