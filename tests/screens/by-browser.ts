/** Visits the screens of a moment with one browser per person, so that loaded files stay cached. */
import type { Browser, Page } from '@playwright/test';
import type { Moment } from './moments.ts';
import type { PlayedClass } from './played-class.ts';
import { SCREENS, type Screen } from './screens.ts';
import { browserFor, type Showing } from './show.ts';

export async function byBrowser(
  browser: Browser,
  played: PlayedClass,
  moment: Moment,
  showing: Showing,
  look: (page: Page, screen: Screen) => Promise<void>,
): Promise<void> {
  const now = SCREENS.filter(({ at }) => at === moment);
  for (const who of new Set(now.map((screen) => screen.who))) {
    const context = await browserFor(browser, played, who, showing);
    for (const screen of now.filter((one) => one.who === who)) {
      const page = await context.newPage();
      await look(page, screen);
      await screen.after?.(page);
      await page.close();
      await context.setOffline(false);
    }
    await context.close();
  }
}
