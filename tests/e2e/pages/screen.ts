/** A page as a person uses it, by roles and visible texts. Base class of trainee and trainer. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { KeyOf, Namespace } from '../../../client/i18n/index.ts';
import { oneOf, text } from '../support/texts.ts';

export class Screen {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  button<N extends Namespace>(namespace: N, key: KeyOf<N>, within: Page | Locator = this.page): Locator {
    return within.getByRole('button', { name: text(namespace, key), exact: true });
  }

  dialog(title: string | RegExp): Locator {
    return this.page.getByRole('dialog', { name: title, exact: true });
  }

  /** A card with a heading. */
  section(heading: string | RegExp): Locator {
    return this.page.locator('section').filter({ has: this.page.getByRole('heading', { name: heading, exact: true }) });
  }

  /** A link by its title. */
  linkNamed(names: readonly string[], within: Page | Locator = this.page): Locator {
    const named = this.page.locator('strong').filter({ hasText: oneOf(names) });
    return within.getByRole('link').filter({ has: named }).first();
  }

  group(legend: string, within: Page | Locator = this.page): Locator {
    return within.getByRole('group', { name: legend, exact: true });
  }

  /** The choice of a group with exactly this label; hints under it do not count. */
  choice(group: Page | Locator, label: string | RegExp): Locator {
    const words = typeof label === 'string' ? oneOf([label]) : label;
    return group.locator('label').filter({ has: this.page.locator('span, bdi, strong').filter({ hasText: words }) });
  }

  async choose(group: Page | Locator, label: string | RegExp): Promise<void> {
    await this.choice(group, label).getByRole('radio').check();
  }

  /** Ticks exactly these; `all` names the boxes that may be ticked before. */
  async tick(group: Page | Locator, labels: readonly string[], all: readonly string[] = labels): Promise<void> {
    for (const label of all) await this.choice(group, label).getByRole('checkbox').setChecked(labels.includes(label));
  }

  async check(label: string, wanted: boolean, within: Page | Locator = this.page): Promise<void> {
    await this.choice(within, label).getByRole('checkbox').setChecked(wanted);
  }

  /** Chooses the option of a select with this text; waits until it is offered. */
  async select(label: string, wanted: string | RegExp, within: Page | Locator = this.page): Promise<void> {
    const field = within.getByLabel(label, { exact: true });
    const words = typeof wanted === 'string' ? oneOf([wanted]) : wanted;
    const option = field.locator('option').filter({ hasText: words }).first();
    await expect(option, `${label}: ${words}`).toBeAttached();
    await field.selectOption({ label: ((await option.textContent()) ?? '').trim() });
  }

  async fill(label: string, words: string, within: Page | Locator = this.page): Promise<void> {
    await within.getByLabel(label, { exact: true }).fill(words);
  }
}
