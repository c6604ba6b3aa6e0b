/**
 * Visits the screens of a moment with one browser per person, so that loaded files stay cached. The person stays on one page
 * and goes from screen to screen, as people do; a screen that needed steps is left by closing the page.
 */
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
    let page: Page | undefined;
    let before: Screen | undefined;
    for (const screen of now.filter((one) => one.who === who)) {
      if (page && !leadsTo(before, screen)) {
        await page.close();
        page = undefined;
      }
      page ??= await context.newPage();
      await look(page, screen);
      await screen.after?.(page);
      await context.setOffline(false);
      before = screen;
    }
    await context.close();
  }
}

/** Whether the next screen is reached from this one without loading the page again. The first pages are entered from outside. */
const leadsTo = (screen: Screen | undefined, next: Screen): boolean =>
  screen !== undefined &&
  screen.at !== 'lobby' &&
  (screen.act === undefined || (screen.deck === true && next.deck === true));
