/** A person without a mouse: Tab, arrows, Enter, Space and letters. Every step checks where the focus is. */
import { expect, type Locator, type Page } from '@playwright/test';

/** More steps than any page has elements. */
const MAX_STEPS = 250;

export class Keyboard {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Presses Tab until this element has the focus. Each focused element on the way must show its focus. */
  async to(target: Locator): Promise<void> {
    await expect(target).toBeVisible();
    for (let steps = 0; steps < MAX_STEPS; steps += 1) {
      if (await hasFocus(target)) return;
      await this.page.keyboard.press('Tab');
      await this.#seesTheFocus();
    }
    throw new Error(`Tab never came to ${String(target)}`);
  }

  /** Presses a button or a link. The focus must stay on the page even if the element disappears. */
  async press(target: Locator): Promise<void> {
    await this.to(target);
    await this.page.keyboard.press('Enter');
    await this.keepsTheFocus();
  }

  async type(target: Locator, words: string): Promise<void> {
    await this.to(target);
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.type(words);
  }

  async check(target: Locator): Promise<void> {
    await this.to(target);
    if (!(await target.isChecked())) await this.page.keyboard.press('Space');
    await expect(target).toBeChecked();
  }

  /** Chooses one of a group: Tab focuses the group, arrows choose. */
  async choose(group: Locator, wanted: Locator): Promise<void> {
    const all = group.getByRole('radio');
    await expect(wanted).toBeVisible();
    const holder = (await all.locator(':scope:checked').count()) > 0 ? all.locator(':scope:checked') : all;
    await this.to(holder.first());
    for (let steps = await all.count(); steps >= 0 && !(await hasFocus(wanted)); steps -= 1)
      await this.page.keyboard.press('ArrowDown');
    if (!(await wanted.isChecked())) await this.page.keyboard.press('Space');
    await expect(wanted).toBeChecked();
  }

  /** Chooses an option of a select by typing its label. */
  async pick(select: Locator, label: string): Promise<void> {
    await expect(select.locator('option').filter({ hasText: label }).first()).toBeAttached();
    await this.to(select);
    await this.page.keyboard.type(label);
    await expect(select.locator('option:checked')).toContainText(label);
  }

  /** Asserts that an element has the focus soon. */
  async keepsTheFocus(): Promise<void> {
    await expect
      .poll(() => this.page.evaluate(() => document.activeElement?.tagName ?? 'BODY'), { message: 'the focus is lost' })
      .not.toBe('BODY');
  }

  async #seesTheFocus(): Promise<void> {
    const problem = await this.page.evaluate(whatHidesTheFocus);
    expect(problem, 'the focus can be seen').toBeUndefined();
  }
}

const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement);

/** Runs in the page. Undefined if the focus is visible; after the last element of a page no element has it. */
async function whatHidesTheFocus(): Promise<string | undefined> {
  // A focused element may scroll into view, which is drawn in the next frame.
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  const focused = document.activeElement;
  if (!focused || focused === document.body) return undefined;
  const told = focused.outerHTML.slice(0, 160);
  // A choice shows the focus ring around its label.
  const ringed = focused.closest('label') ?? focused;
  const { outlineStyle, outlineWidth } = getComputedStyle(ringed);
  if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2) return `no ring: ${told}`;
  const box = ringed.getBoundingClientRect();
  const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
  const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
  if (right - left < 4 || bottom - top < 4) return `out of sight: ${told}`;
  const spots = [0.1, 0.5, 0.9].flatMap((down) =>
    [0.1, 0.5, 0.9].map((over) => [left + (right - left) * over, top + (bottom - top) * down] as const),
  );
  const seen = spots.some(([x, y]) => {
    const hit = document.elementFromPoint(x, y);
    return hit !== null && (ringed.contains(hit) || hit.contains(focused));
  });
  return seen ? undefined : `covered: ${told}`;
}
