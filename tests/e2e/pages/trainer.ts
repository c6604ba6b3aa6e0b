/** The trainer: signs in, opens a case, fills the class, runs the clock, ends, debriefs. */
import { expect, type Locator, type Page } from '@playwright/test';
import { MINUTE } from '../../../shared/time.ts';
import { text, textStart } from '../support/texts.ts';
import { clockText } from './due.ts';
import { Screen } from './screen.ts';

export class Trainer extends Screen {
  async signIn(url: string, key: string): Promise<void> {
    await this.page.goto(`${url}/trainer`);
    await this.fill(text('trainer', 'signIn.key'), key);
    await this.button('trainer', 'signIn.go').click();
    await expect(this.page.getByRole('heading', { name: text('trainer', 'home.title') })).toBeVisible();
  }

  /** From the library to the lobby, for this many people, at the slowest pace of the set-up. */
  async openCase(title: string, people: number): Promise<void> {
    const card = this.page.getByRole('article').filter({ has: this.page.getByRole('heading', { name: title }) });
    await card.getByRole('link', { name: text('trainer', 'case.open') }).click();
    await this.fill(text('trainer', 'setUp.count'), String(people));
    await this.#slowest(text('trainer', 'setUp.pace'), this.page.getByRole('main'));
    await this.button('trainer', 'setUp.go').click();
    await expect(this.page.getByText(text('trainer', 'lobby.noOne'), { exact: true })).toBeVisible();
  }

  async #slowest(label: string, within: Locator): Promise<void> {
    await within.getByLabel(label, { exact: true }).selectOption({ index: 0 });
  }

  /** The projector page in its own tab. */
  async openProjector(): Promise<Page> {
    const opened = this.page.context().waitForEvent('page');
    await this.page.getByRole('link', { name: text('trainer', 'lobby.projector') }).click();
    return opened;
  }

  /** StartEx; with empty desks, the trainer confirms the question. */
  async start({ emptyDesks = false } = {}): Promise<void> {
    await expect(this.page.getByText(text('trainer', 'lobby.allReady'))).toBeVisible();
    await expect(this.page.getByText(text('trainer', 'lobby.allSeated'))).toBeVisible();
    await this.button('trainer', 'lobby.go').click();
    if (emptyDesks) {
      const asked = this.dialog(text('trainer', 'lobby.emptyTitle'));
      await this.button('trainer', 'lobby.startAnyway', asked).click();
    }
    await expect(this.page.getByRole('heading', { name: text('trainer', 'happening.title') })).toBeVisible();
  }

  async setSlowestPace(): Promise<void> {
    await this.button('trainer', 'iCan.skip').click();
    const dialog = this.dialog(text('trainer', 'moveTime.title'));
    await this.#slowest(text('trainer', 'iCan.pace'), dialog);
    await dialog.getByRole('button', { name: text('common', 'close'), exact: true }).click();
    await expect(dialog).toBeHidden();
  }

  /** Case time as the console shows it, in full minutes. */
  async now(): Promise<number> {
    const shown = await this.page.getByRole('banner').getByRole('time').first().innerText();
    const [, day = '1', hour = '0', minute = '0'] = /(\d+) · (\d\d):(\d\d)/.exec(shown) ?? [];
    return ((Number(day) - 1) * 24 * 60 + Number(hour) * 60 + Number(minute)) * MINUTE;
  }

  /** Advances the case until the clock shows this moment. */
  async letPassUntil(at: number): Promise<void> {
    if ((await this.now()) >= at) return;
    await this.button('trainer', 'iCan.skip').click();
    const dialog = this.dialog(text('trainer', 'moveTime.title'));
    await this.choose(dialog, text('trainer', 'moveTime.clock'));
    await this.fill(text('trainer', 'moveTime.clockTime'), clockText(at), dialog);
    await this.button('trainer', 'moveTime.go', dialog).click();
    await expect(dialog).toBeHidden();
    await expect.poll(() => this.now()).toBeGreaterThanOrEqual(at);
  }

  async letPassAMinute(): Promise<void> {
    await this.letPassUntil((await this.now()) + MINUTE);
  }

  /** Asserts that a thread of the case shows this title. */
  async seesThreadAt(title: string): Promise<void> {
    await expect(this.section(text('trainer', 'threads.title'))).toContainText(title);
  }

  async isPaused(): Promise<void> {
    await expect(this.page.getByRole('button', { name: textStart('trainer', 'shared.resume') })).toBeVisible();
  }

  async resume(): Promise<void> {
    await this.page.getByRole('button', { name: textStart('trainer', 'shared.resume') }).click();
    await expect(this.page.getByRole('button', { name: textStart('trainer', 'shared.pause') })).toBeVisible();
  }

  /** EndEx, the first round, then the slides. */
  async endAndDebrief(): Promise<void> {
    await this.button('trainer', 'shared.end').click();
    const dialog = this.dialog(text('trainer', 'end.title'));
    await this.button('trainer', 'end.go', dialog).click();
    await expect(this.page.getByRole('heading', { name: text('trainer', 'hotWash.title') })).toBeVisible();
    await this.page.getByRole('link', { name: text('trainer', 'hotWash.go') }).click();
    await expect(this.button('debrief', 'deck.next')).toBeVisible();
  }
}
