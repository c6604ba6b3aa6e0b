/** Takes pictures of the scenes for looking at: `npx tsx tests/client/game/show-scenes.ts <folder> [kind]`. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { control, desk } from '../../../shared/access/audience.ts';
import type { SceneKind } from '../../../client/game/scene-deps.ts';
import type { World } from '../../../shared/exercise/world.ts';
import { HOUR } from '../../../shared/time.ts';
import { deskCards, deskWorld, playedCase } from './case-view.ts';
import type { SceneSetup } from './harness/setup.ts';
import { type Look, ScenePages } from './scene-page.ts';

const [folder = 'scenes', only] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });

const played = playedCase();
const LOOKS: Record<string, Look> = {
  laptop: { width: 806, height: 655 },
  dark: { width: 806, height: 655, theme: 'dark' },
  phone: { width: 360, height: 520, density: 2, touch: true },
};

interface Shot {
  name: string;
  kind: SceneKind;
  role: string;
  until: (world: World) => boolean;
  selection: (world: World) => SceneSetup['selection'];
  hour?: number;
}

const never = (): boolean => false;
const SHOTS: Shot[] = [
  {
    name: 'map',
    kind: 'map',
    role: 'police',
    until: (world) => world.now > 9.2 * HOUR,
    selection: () => ({ place: 'bus-park' }),
  },
  { name: 'map-late', kind: 'map', role: 'child-protection', until: never, selection: () => ({}), hour: 20 },
  { name: 'board', kind: 'board', role: 'police', until: never, selection: () => ({ item: 'bus-manifest' }) },
  {
    name: 'interview',
    kind: 'interview',
    role: 'child-protection',
    until: (world) => Object.values(world.interviews).some(({ turns }) => turns.length > 2),
    selection: () => ({}),
  },
  {
    name: 'interview-evening',
    kind: 'interview',
    role: 'police',
    until: (world) => Object.values(world.interviews).some(({ by, turns }) => by === 'police' && turns.length > 1),
    selection: () => ({}),
    hour: 19.2,
  },
  {
    name: 'referral',
    kind: 'referral',
    role: 'child-protection',
    until: (world) => Object.values(world.referrals).some(({ state }) => state === 'transported'),
    selection: (world) => ({
      person: Object.values(world.referrals).find(({ state }) => state === 'transported')?.person ?? 'nyota',
    }),
  },
];

const pages = await ScenePages.open();
for (const shot of SHOTS.filter(({ kind }) => only === undefined || kind === only)) {
  const seat =
    Object.entries(deskWorld(played.events, control, never).seats).find(([, { role }]) => role === shot.role)?.[0] ??
    '';
  const viewer = desk(shot.role, seat);
  const world = deskWorld(played.events, viewer, shot.until);
  const { cards, art } = deskCards(played, viewer, world);
  const now = shot.hour === undefined ? world.now : shot.hour * HOUR;
  const setup: SceneSetup = {
    kind: shot.kind,
    role: shot.role,
    seat,
    world,
    cards,
    art,
    selection: shot.selection(world),
    now,
    reducedMotion: true,
    rtl: false,
  };
  for (const [name, look] of Object.entries(LOOKS)) {
    const page = await pages.show(setup, look);
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(2500);
    await page.screenshot({ path: join(folder, `${shot.name}-${name}.png`) });
    await page.context().close();
  }
}
if (pages.errors.length > 0) process.stdout.write(`${pages.errors.join('\n')}\n`);
await pages.close();
