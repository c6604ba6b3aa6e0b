/**
 * `npm run screenshots [-- screen …] [-- --variants=light,dark] [--sizes=phone] [--full]`: takes pictures of every
 * screen of a played class. The chosen few go to `docs/screenshots`, all of them to a temporary folder. `troubles` are
 * the screens that only faults show.
 */
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import config from '../../playwright.config.ts';
import { CHOSEN } from './chosen.ts';
import { type Looking, walkThroughTroubles } from './in-trouble.ts';
import { MOMENTS } from './moments.ts';
import { PlayedClass } from './played-class.ts';
import { SCREENS, type Screen } from './screens.ts';
import { arrived, browserFor, show, SIZES, type Size } from './show.ts';

const OUT = process.env['SCREENS'] ?? join(tmpdir(), 'screens');
const VARIANTS = {
  light: {},
  dark: { theme: 'dark' },
  fr: { language: 'fr' },
  sw: { language: 'sw' },
  rtl: { language: 'ar-x-pseudo' },
} as const;
type Variant = keyof typeof VARIANTS;
/** Every screen is drawn in light mode, and in one more variant, alternating. */
const TURNS: readonly Variant[] = ['dark', 'fr', 'rtl'];

interface Wish {
  screens: string[];
  variants: string[] | undefined;
  sizes: string[] | undefined;
  full: boolean;
}

function readWish(args: readonly string[]): Wish {
  const list = (name: string) =>
    args
      .find((one) => one.startsWith(`--${name}=`))
      ?.split('=')[1]
      ?.split(',');
  const screens = args.filter((one) => !one.startsWith('--'));
  return { screens, variants: list('variants'), sizes: list('sizes'), full: args.includes('--full') };
}

const sizesOf = (screen: Screen): Size[] => {
  if (screen.only) return [screen.only];
  return screen.projector ? ['phone', 'laptop', 'projector'] : ['phone', 'laptop'];
};

/** The pictures of a screen: pairs of variant and size. */
function looksOf(screen: Screen, wish: Wish): [Variant, Size][] {
  const turn = TURNS[SCREENS.indexOf(screen) % TURNS.length] ?? 'dark';
  const all = Object.keys(VARIANTS) as Variant[];
  const variants = wish.variants ? all.filter((one) => wish.variants?.includes(one)) : (['light', turn] as Variant[]);
  const sizes = sizesOf(screen).filter((size) => wish.sizes?.includes(size) ?? true);
  return variants.flatMap((variant) => sizes.map((size): [Variant, Size] => [variant, size]));
}

/** Art loads gradually: a picture counts once two in a row are identical. */
async function still(page: Page, full: boolean): Promise<Buffer> {
  await page.waitForLoadState('networkidle');
  let last = await page.screenshot({ fullPage: full });
  for (let tries = 0; tries < 12; tries += 1) {
    const next = await page.screenshot({ fullPage: full });
    if (next.equals(last)) return next;
    last = next;
  }
  return last;
}

async function draw(
  browser: Browser,
  played: PlayedClass,
  screen: Screen,
  variant: Variant,
  size: Size,
  full: boolean,
) {
  const look: { theme?: 'dark'; language?: string } = VARIANTS[variant];
  await played.speak(look.language === 'fr' ? 'fr' : 'en');
  if (screen.pace) await played.pace(true);
  const context = await browserFor(browser, played, screen.who, { size, theme: look.theme ?? 'light' });
  const name = `${screen.id}-${size}${variant === 'light' ? '' : `-${variant}`}.png`;
  try {
    const page = await context.newPage();
    page.on('pageerror', (error) => process.stdout.write(`${name}: ${error.message}\n`));
    page.on('console', (line) => line.type() === 'error' && process.stdout.write(`${name}: ${line.text()}\n`));
    await show(page, played, screen, look.language);
    writeFileSync(join(OUT, name), await still(page, full));
    if (CHOSEN.includes(name) && !full) copyFileSync(join(OUT, name), join('docs/screenshots', name));
  } catch (error) {
    process.stdout.write(`${name}: ${String(error)}\n`);
    process.exitCode = 1;
  } finally {
    await context.close();
    if (screen.pace) await played.pace(false);
  }
}

const TROUBLE_LOOKS: readonly Looking[] = [
  { language: 'en', theme: 'light' },
  { language: 'ar-x-pseudo', theme: 'dark' },
];

/** Screens that only a fault shows: on their own server, because it is killed. */
async function drawTroubles(browser: Browser): Promise<void> {
  for (const looking of TROUBLE_LOOKS)
    await walkThroughTroubles(browser, looking, async (page, id, projector = false) => {
      for (const size of ['phone', 'laptop', ...(projector ? (['projector'] as const) : [])] as const) {
        await page.setViewportSize(SIZES[size]);
        await arrived(page);
        const look = looking.theme === 'dark' ? '-dark-rtl' : '';
        await page.screenshot({ path: join(OUT, `trouble-${id}-${size}${look}.png`) });
      }
    });
  process.stdout.write('troubles\n');
}

const wish = readWish(process.argv.slice(2));
mkdirSync(OUT, { recursive: true });
const wanted = SCREENS.filter(({ id }) => wish.screens.length === 0 || wish.screens.includes(id));
const browser = await chromium.launch(config.use?.launchOptions ?? {});
const played = await PlayedClass.gathers();
try {
  for (const moment of MOMENTS) {
    const now = wanted.filter(({ at }) => at === moment);
    if (now.length === 0) continue;
    await played.playTo(moment);
    for (const screen of now)
      for (const [variant, size] of looksOf(screen, wish))
        await draw(browser, played, screen, variant, size, wish.full);
    process.stdout.write(`${moment}: ${now.map(({ id }) => id).join(' ')}\n`);
  }
  if (wish.screens.length === 0 || wish.screens.includes('troubles')) await drawTroubles(browser);
} finally {
  await browser.close();
  await played.dispose();
}
