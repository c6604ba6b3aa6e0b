/**
 * Every screen on the narrowest phone in a long right-to-left test language: mirrored, without overflow. The full gate
 * also checks every screen in French and in Swahili.
 */
import { expect, test } from '@playwright/test';
import { amount } from '../gate/amount.ts';
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

/** The name of the test language in `client/i18n`, whose texts need a bundler and cannot be imported here. */
const PSEUDO = 'ar-x-pseudo';
const MIRRORED = { language: PSEUDO, direction: 'rtl', cards: 'en' };
const FRENCH = { language: 'fr', direction: 'ltr', cards: 'fr' };
const SWAHILI = { language: 'sw', direction: 'ltr', cards: 'en' };
const LANGUAGES = amount({ push: [MIRRORED], all: [MIRRORED, FRENCH, SWAHILI] });

for (const moment of MOMENTS) {
  test(`every screen fits right to left: ${moment}`, async ({ browser }) => {
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
