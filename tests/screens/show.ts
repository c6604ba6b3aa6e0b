/** Opens a screen of a played class and waits until it is still. */
import type { Browser, BrowserContext, Page } from '@playwright/test';
import type { Looks, PlayedClass } from './played-class.ts';
import { addressOf, type Screen } from './screens.ts';

export const SIZES = {
  phone: { width: 360, height: 740 },
  laptop: { width: 1366, height: 768 },
  projector: { width: 1920, height: 1080 },
} as const;
export type Size = keyof typeof SIZES;

export interface Showing {
  size: Size;
  theme?: 'light' | 'dark';
  language?: string;
}

/** The browser of the person who sees a screen. */
export function browserFor(
  browser: Browser,
  played: PlayedClass,
  who: Screen['who'],
  showing: Showing,
): Promise<BrowserContext> {
  const looks: Looks = { theme: showing.theme ?? 'light', options: { viewport: SIZES[showing.size] } };
  if (who === 'nobody')
    return browser.newContext({ colorScheme: looks.theme ?? 'light', reducedMotion: 'reduce', ...looks.options });
  return who === 'trainer' ? played.openTrainer(browser, looks) : played.openDesk(browser, who, looks);
}

/** Opens a screen as a person would, and waits until it has finished loading. */
export async function show(page: Page, played: PlayedClass, screen: Screen, language = 'en'): Promise<void> {
  const address = new URL(addressOf(screen, played), played.server.url);
  address.searchParams.set('lang', language);
  if (page.url() === 'about:blank') await page.goto(address.href);
  else if (page.url() !== address.href) await goes(page, address.href);
  await page.locator(screen.ready).first().waitFor();
  await arrived(page);
  await screen.act?.(page, played);
  await arrived(page);
}

/** Goes to another address of the program without loading it again, like a link does. Returns when it is drawn. */
async function goes(page: Page, href: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
    return new Promise<void>((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn())));
  }, href);
}

/** Waits until every text, font, card and picture is loaded. */
export async function arrived(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('.spinner') === null);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}
