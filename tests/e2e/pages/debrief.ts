/** The debrief: slides, report, and a trainee's own page. */
import { expect, type Locator } from '@playwright/test';
import type { Rating } from '../../../shared/debrief/debrief.ts';
import { oneOf, text, textOf } from '../support/texts.ts';
import { Screen } from './screen.ts';

export interface ReferralFigures {
  present: number;
  identified: number;
  offered: number;
  accepted: number;
  received: number;
}

export class DebriefPages extends Screen {
  /**
   * Advances until a slide has this heading. Names of the case load when their slide is first shown, so it goes through
   * the slides twice.
   */
  async toSlide(heading: string): Promise<Locator> {
    const wanted = this.page.getByRole('heading', { level: 1, name: heading, exact: true });
    const next = this.button('debrief', 'deck.next');
    for (let rounds = 0; !(await wanted.isVisible()); ) {
      if (await next.isEnabled()) {
        await next.click();
        continue;
      }
      if (++rounds > 1) throw new Error(`there is no slide “${heading}”`);
      await this.page.keyboard.press('Home');
    }
    return this.page.getByRole('main');
  }

  /** Competency → rating, as shown in a list. */
  async showsRatings(ratings: Readonly<Record<string, Rating>>, within: Locator): Promise<void> {
    for (const [competency, rating] of Object.entries(ratings)) {
      const line = within
        .getByRole('listitem')
        .filter({ has: this.page.getByText(textOf('debrief', `competency.${competency}`), { exact: true }) });
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

  /** A red line with its meaning, its event, and no repair. */
  async showsOpenRedLine(title: string, happened: RegExp): Promise<void> {
    const slide = await this.toSlide(title);
    await expect(slide.getByText(text('debrief', 'redLine.open'), { exact: true })).toBeVisible();
    const lines = slide
      .locator('.card')
      .filter({ has: this.page.getByRole('heading', { name: text('debrief', 'redLine.happened') }) });
    await expect(lines).toContainText(happened);
  }

  /** A trainee's own page: the team's results and ratings. */
  async showsOwnDebrief(ratings: Readonly<Record<string, Rating>>, figures: ReferralFigures): Promise<void> {
    const main = this.page.getByRole('main');
    await expect(this.page.getByRole('heading', { level: 1, name: text('common', 'nav.debrief') })).toBeVisible();
    await this.showsReferral(figures, main);
    await this.showsRatings(ratings, main);
  }

  /** The report has the same marks in print. */
  async showsReport(ratings: Readonly<Record<string, Rating>>, figures: ReferralFigures): Promise<void> {
    const main = this.page.getByRole('main');
    await expect(this.page.getByRole('heading', { name: text('debrief', 'report.competencies') })).toBeVisible();
    await expect(main).toContainText(text('debrief', 'report.title'));
    await this.showsReferral(figures, main);
    for (const [competency, rating] of Object.entries(ratings)) {
      const row = main.getByRole('row').filter({
        has: this.page.getByRole('rowheader', { name: textOf('debrief', `competency.${competency}`), exact: true }),
      });
      await expect.soft(row.getByText(text('debrief', `rating.${rating}`), { exact: true }), competency).toBeVisible();
    }
  }

  /** The letter and its word at the end of a line: `P Performed` must not match `Performed with …`. */
  #rated(rating: Rating): RegExp {
    return new RegExp(`${text('debrief', `rating.${rating}`)}$`);
  }
}
