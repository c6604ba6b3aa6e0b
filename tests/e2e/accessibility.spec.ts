/**
 * Every screen, at every moment of the case at which it has content. The push gate checks each screen once, the full
 * gate twice, in both colour schemes and on both sizes.
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

for (const moment of MOMENTS) {
  test(`has no serious accessibility violation: ${moment}`, async ({ browser }) => {
    await played.playTo(moment);
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
}
