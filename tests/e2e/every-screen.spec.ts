/**
 * Every screen, at every moment of the case at which it has something to show. The case is played once.
 *
 * Each screen is opened in a long right-to-left test language on the narrowest phone: it is mirrored, and nothing sticks out.
 * The same page is then looked at for accessibility: once in the push gate, in both colours and on both sizes in the full
 * gate, which opens every screen in English, French and Swahili as well.
 */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { amount } from '../gate/amount.ts';
import { byBrowser } from '../screens/by-browser.ts';
import { MOMENTS } from '../screens/moments.ts';
import { PlayedClass } from '../screens/played-class.ts';
import { SCREENS, type Screen } from '../screens/screens.ts';
import { arrived, show, SIZES } from '../screens/show.ts';
import { widerThanThePage } from '../screens/wider.ts';

// One worker takes all moments in order: a second one would have to play the case again, which takes longer than it saves.
let played: PlayedClass;
test.beforeAll(async () => {
  played = await PlayedClass.gathers();
});
test.afterAll(() => played.dispose());

/** The serious and critical violations found by axe, with their places. */
async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.html.slice(0, 160)}`));
}

/** A phone in one colour scheme and a laptop in the other, alternating; a screen of one size has that size in both. */
function looksOf(screen: Screen): ['phone' | 'laptop', 'light' | 'dark'][] {
  const index = SCREENS.indexOf(screen);
  const [one, other] = index % 2 === 0 ? (['light', 'dark'] as const) : (['dark', 'light'] as const);
  const phone = [screen.only ?? 'phone', one] as const;
  const laptop = [screen.only ?? 'laptop', other] as const;
  // Neighbours in the list differ in colour, pairs of neighbours in size: each combination covers a quarter of the
  // screens.
  return amount({ push: [index % 4 < 2 ? phone : laptop], all: [phone, laptop] }).map(([size, colour]) => [
    size,
    colour,
  ]);
}

/** As `client/i18n` names the test language; its texts need a browser's bundler, so it is not imported from there. */
const MIRRORED = { language: 'ar-x-pseudo', direction: 'rtl', cards: 'en' };
const ENGLISH = { language: 'en', direction: 'ltr', cards: 'en' };
const FRENCH = { language: 'fr', direction: 'ltr', cards: 'fr' };
const SWAHILI = { language: 'sw', direction: 'ltr', cards: 'en' };
const LANGUAGES = amount({ push: [MIRRORED], all: [MIRRORED, ENGLISH, FRENCH, SWAHILI] });

async function fits(page: Page, screen: Screen, { language, direction }: typeof MIRRORED): Promise<void> {
  await expect.soft(page.locator('html'), screen.id).toHaveAttribute('dir', direction);
  await expect.soft(page.locator('html'), screen.id).toHaveAttribute('lang', language);
  if (screen.only !== 'laptop') expect.soft(await widerThanThePage(page), `${screen.id}, ${language}`).toEqual([]);
}

async function isAccessible(page: Page, screen: Screen, { language }: typeof MIRRORED): Promise<void> {
  for (const [size, colorScheme] of looksOf(screen)) {
    await page.setViewportSize(SIZES[size]);
    await page.emulateMedia({ colorScheme });
    await arrived(page);
    expect.soft(await findings(page), `${screen.id}, ${language}, ${size}, ${colorScheme}`).toEqual([]);
  }
}

for (const moment of MOMENTS) {
  test(`every screen fits a phone, mirrored, and has no serious accessibility finding: ${moment}`, async ({
    browser,
  }) => {
    await played.playTo(moment);
    for (const language of LANGUAGES) {
      await played.speak(language.cards);
      await byBrowser(browser, played, moment, { size: 'phone' }, async (page, screen) => {
        await page.setViewportSize(SIZES[screen.only ?? 'phone']);
        await show(page, played, screen, language.language);
        await fits(page, screen, language);
        await isAccessible(page, screen, language);
      });
    }
  });
}
