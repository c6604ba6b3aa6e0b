/** Finds horizontal overflow: no page may need to be scrolled sideways. */
import type { Page } from '@playwright/test';

/** The overflowing elements, outermost first; empty if the page fits the screen. */
export const widerThanThePage = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const width = innerWidth;
    const whole = document.scrollingElement?.scrollWidth ?? 0;
    if (whole <= width) return [];
    const scrolls = (element: Element): boolean =>
      element.parentElement !== null &&
      (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(element.parentElement).overflowX) ||
        scrolls(element.parentElement));
    const out = [...document.body.querySelectorAll('*')].filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      return (right > width + 0.5 || left < -0.5) && !scrolls(element);
    });
    return [`${whole} px`, ...out.slice(0, 6).map((element) => element.outerHTML.slice(0, 160))];
  });
