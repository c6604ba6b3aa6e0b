/** The debrief: slides, report, and a trainee's own page. */
import { expect, type Locator } from '@playwright/test';
import type { Rating } from '../../../shared/debrief/debrief.ts';
import { oneOf, text } from '../support/texts.ts';
import { Screen } from './screen.ts';

export interface ReferralFigures {
  present: number;
  identified: number;
  offered: number;
  accepted: number;
  received: number;
}

export class DebriefPages extends Screen {
  /** Goes on until a slide has this heading. */
  async toSlide(heading: string): Promise<Locator> {
    const wanted = this.page.getByRole('heading', { level: 1, name: heading, exact: true });
    const next = this.button('debrief', 'deck.next');
    while (!(await wanted.isVisible())) {
      if (await next.isDisabled()) throw new Error(`there is no slide “${heading}”`);
      await next.click();
    }
    return this.page.getByRole('main');
  }

  /** Competency → rating, as a list of them shows it. */
  async showsRatings(ratings: Readonly<Record<string, Rating>>, within: Locator): Promise<void> {
    for (const [competency, rating] of Object.entries(ratings)) {
      const line = within
        .getByRole('listitem')
        .filter({ has: this.page.getByText(text('debrief', `competency.${competency}`), { exact: true }) });
      await expect.soft(line, competency).toContainText(this.#rated(rating));
    }
  }

  async showsInvestigation(rating: Rating, within: Locator): Promise<void> {
    await expect.soft(within.getByText(text('debrief', `rating.${rating}`), { exact: true }).first()).toBeVisible();
  }

  async showsReferral(figures: ReferralFigures, within: Locator): Promise<void> {
    const { present, identified, offered, accepted, received } = figures;
    for (const [value, label] of [
      [identified, text('debrief', 'referral.identified', { count: present })],
      [offered, text('debrief', 'referral.offered')],
      [accepted, text('debrief', 'referral.accepted')],
      [received, text('debrief', 'referral.received')],
    ] as const) {
      const figure = this.page.locator('p').filter({ hasText: oneOf([String(value)]) });
      const named = this.page.getByText(label, { exact: true });
      await expect
        .soft(within.locator('div').filter({ has: figure }).filter({ has: named }).last(), label)
        .toBeVisible();
    }
  }

  /** The letter and its word, at the end of a line: `P Performed` is no part of `Performed with …`. */
  #rated(rating: Rating): RegExp {
    return new RegExp(`${text('debrief', `rating.${rating}`)}$`);
  }
}
