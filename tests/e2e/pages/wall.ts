/** The projector page: code, address, and people who joined. */
import { expect, type Page } from '@playwright/test';
import { text, textStart } from '../support/texts.ts';
import { Screen } from './screen.ts';

export class Wall extends Screen {
  static async on(page: Page): Promise<Wall> {
    const wall = new Wall(page);
    await expect(page.getByRole('heading', { name: text('trainer', 'wall.join') })).toBeVisible();
    return wall;
  }

  /** The code as read aloud for people who cannot see it. */
  async pin(): Promise<string> {
    const spoken = this.page.getByRole('img', { name: textStart('trainer', 'wall.pinSpoken') });
    return ((await spoken.getAttribute('aria-label')) ?? '').replace(/^.*: /, '').replaceAll(' ', '');
  }

  /** A tab in front of the trainer's tab would slow that one down. */
  async close(): Promise<void> {
    await this.page.close();
  }

  async shows(names: readonly string[]): Promise<void> {
    for (const name of names) await expect(this.page.getByText(name, { exact: true })).toBeVisible();
  }
}
