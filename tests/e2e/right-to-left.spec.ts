/** Every screen in a long right-to-left test language, in French and in Swahili, on the narrowest phone: mirrored, and nothing sticks out. */
import { expect, test } from '@playwright/test';
import { byBrowser } from '../screens/by-browser.ts';
import { MOMENTS } from '../screens/moments.ts';
import { PlayedClass } from '../screens/played-class.ts';
import { show } from '../screens/show.ts';
import { widerThanThePage } from '../screens/wider.ts';

let played: PlayedClass;
test.beforeAll(async () => {
  played = await PlayedClass.gathers();
});
test.afterAll(() => played.dispose());

/** As `client/i18n` names the test language; its texts need a browser's bundler, so it is not imported from there. */
const PSEUDO = 'ar-x-pseudo';
const LANGUAGES = [
  { language: PSEUDO, direction: 'rtl', cards: 'en' },
  { language: 'fr', direction: 'ltr', cards: 'fr' },
  { language: 'sw', direction: 'ltr', cards: 'en' },
] as const;

for (const moment of MOMENTS) {
  test(`every screen fits: ${moment}`, async ({ browser }) => {
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
