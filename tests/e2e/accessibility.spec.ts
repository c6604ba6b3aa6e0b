/** Every screen, at every moment of the case at which it has something to show, light and dark, on a phone and on an old laptop. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { byBrowser } from '../screens/by-browser.ts';
import { MOMENTS } from '../screens/moments.ts';
import { PlayedClass } from '../screens/played-class.ts';
import { arrived, show, SIZES } from '../screens/show.ts';
import { widerThanThePage } from '../screens/wider.ts';

test.describe.configure({ mode: 'serial' });

let played: PlayedClass;
test.beforeAll(async () => {
  played = await PlayedClass.gathers();
});
test.afterAll(() => played.dispose());

/** What axe calls serious or critical, in words that say where. */
async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.html.slice(0, 160)}`));
}

for (const moment of MOMENTS) {
  test(`no serious finding: ${moment}`, async ({ browser }) => {
    await played.playTo(moment);
    await byBrowser(browser, played, moment, { size: 'phone' }, async (page, screen) => {
      await page.setViewportSize(SIZES[screen.only ?? 'phone']);
      await show(page, played, screen);
      for (const size of ['phone', 'laptop'] as const) {
        if (screen.only && screen.only !== size) continue;
        await page.setViewportSize(SIZES[size]);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          await arrived(page);
          expect.soft(await findings(page), `${screen.id}, ${size}, ${colorScheme}`).toEqual([]);
        }
        if (size === 'phone') expect.soft(await widerThanThePage(page), `${screen.id} is too wide`).toEqual([]);
      }
      await page.emulateMedia({ colorScheme: 'light', media: 'screen' });
    });
  });
}
