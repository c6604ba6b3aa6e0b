/**
 * Every screen, at every moment of the case at which it has something to show. The case is played once.
 *
 * Each moment is looked at twice. For accessibility: the push gate takes one look at each screen, the full gate two, in both
 * colours and on both sizes. In a long right-to-left test language on the narrowest phone: the page is mirrored and nothing
 * sticks out; the full gate shows French and Swahili as well.
 */
import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import { amount } from '../gate/amount.ts';
import { byBrowser } from '../screens/by-browser.ts';
import { MOMENTS } from '../screens/moments.ts';
import { PlayedClass } from '../screens/played-class.ts';
import { SCREENS, type Screen } from '../screens/screens.ts';
import { arrived, show, SIZES } from '../screens/show.ts';
import { widerThanThePage } from '../screens/wider.ts';

const test = base.extend<object, { played: PlayedClass }>({
  played: [
    async ({ browserName: _ }, use) => {
      const played = await PlayedClass.gathers();
      await use(played);
      await played.dispose();
    },
    { scope: 'worker' },
  ],
});
// One worker takes all moments in order: a second one would have to play the case again, which takes longer than it saves.

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
const FRENCH = { language: 'fr', direction: 'ltr', cards: 'fr' };
const SWAHILI = { language: 'sw', direction: 'ltr', cards: 'en' };
const LANGUAGES = amount({ push: [MIRRORED], all: [MIRRORED, FRENCH, SWAHILI] });

for (const moment of MOMENTS) {
  test(`no serious accessibility finding: ${moment}`, async ({ browser, played }) => {
    await played.playTo(moment);
    await played.speak('en');
    await byBrowser(browser, played, moment, { size: 'phone' }, async (page, screen) => {
      await page.setViewportSize(SIZES[screen.only ?? 'phone']);
      await show(page, played, screen);
      for (const [size, colorScheme] of looksOf(screen)) {
        await page.setViewportSize(SIZES[size]);
        await page.emulateMedia({ colorScheme });
        await arrived(page);
        expect.soft(await findings(page), `${screen.id}, ${size}, ${colorScheme}`).toEqual([]);
        if (size === 'phone') expect.soft(await widerThanThePage(page), `${screen.id} is too wide`).toEqual([]);
      }
    });
  });

  test(`every screen fits a phone, mirrored: ${moment}`, async ({ browser, played }) => {
    await played.playTo(moment);
    for (const { language, direction, cards } of LANGUAGES) {
      await played.speak(cards);
      await byBrowser(browser, played, moment, { size: 'phone' }, async (page, screen) => {
        if (screen.only === 'laptop') return;
        await show(page, played, screen, language);
        await expect.soft(page.locator('html'), screen.id).toHaveAttribute('dir', direction);
        await expect.soft(page.locator('html'), screen.id).toHaveAttribute('lang', language);
        expect.soft(await widerThanThePage(page), `${screen.id}, ${language}`).toEqual([]);
      });
    }
  });
}
