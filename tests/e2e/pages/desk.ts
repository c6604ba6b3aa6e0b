/** A trainee at a desk: joins, reads, navigates, sends, and sees the answer. */
import { expect, type Locator, type Page } from '@playwright/test';
import { escaped, oneOf, text } from '../support/texts.ts';
import type { PlayedCase } from '../support/played-case.ts';
import { Screen } from './screen.ts';

export type DeskPageName =
  | 'desk'
  | 'map'
  | 'board'
  | 'people'
  | 'inbox'
  | 'interviews'
  | 'conference'
  | 'decisions'
  | 'plan'
  | 'charging'
  | 'log'
  | 'debrief';

/** Navigation is fast; a slower element does not exist yet. */
const SHORTLY = { timeout: 6000 };

export class Desk extends Screen {
  readonly role: string;
  readonly name: string;
  readonly play: PlayedCase;

  constructor(page: Page, play: PlayedCase, role: string, name: string) {
    super(page);
    this.play = play;
    this.role = role;
    this.name = name;
  }

  /** From the start page to the lobby: code, name, language, content card, desk. */
  async join(url: string, pin: string): Promise<void> {
    await this.page.goto(url);
    await this.page.getByLabel(text('join', 'pin.label')).fill(pin.toLowerCase());
    await expect(this.section(text('join', 'content.title'))).toContainText(text('join', 'content.children'));
    await expect(this.section(text('join', 'content.title'))).toContainText(text('join', 'content.stepOut'));
    await this.page
      .locator('label')
      .filter({ hasText: /^English$/ })
      .click();
    await this.fill(text('join', 'name.label'), this.name);
    const desks = this.group(text('join', 'shared.desk'));
    await this.choice(desks, this.play.roleTitle(this.role)).getByRole('radio').check();
    await this.button('join', 'join').click();
    await expect(this.page.getByRole('heading', { name: text('desk', 'lobby.title') })).toBeVisible();
    await expect(this.page.getByRole('heading', { name: this.play.roleTitle(this.role) })).toBeVisible();
  }

  async readBrief(): Promise<void> {
    await this.button('desk', 'lobby.read').click();
    await expect(this.page.getByRole('heading', { name: text('desk', 'brief.firstSteps') })).toBeVisible();
    await expect(
      this.page.getByText(this.play.compiled.scenario.roles[this.role]?.['first-steps'][0] ?? ''),
    ).toBeVisible();
    await this.button('desk', 'brief.read').click();
    await expect(this.page.getByText(text('desk', 'brief.wasRead')).first()).toBeVisible();
  }

  /** The frame of a running desk is visible. */
  async isAtWork(): Promise<void> {
    await expect(this.#navigation).toBeVisible();
  }

  get #navigation(): Locator {
    return this.page.getByRole('navigation', { name: text('desk', 'nav.label') });
  }

  /** Opens a page by the navigation; on a phone some pages are under “More”. */
  async to(page: DeskPageName): Promise<void> {
    const name = new RegExp(`^${escaped(text('desk', `nav.${page}`))}(?: |\\d|$)`);
    const link = this.#navigation.getByRole('link', { name });
    if (!(await link.isVisible())) {
      await this.#navigation.getByRole('button', { name: new RegExp(`^${text('desk', 'more')}`) }).click(SHORTLY);
      await this.dialog(text('desk', 'nav.label')).getByRole('link', { name }).click(SHORTLY);
    } else {
      await link.click(SHORTLY);
    }
    await expect(this.page).toHaveURL(new RegExp(`/play/${page}$`));
  }

  /** True if the address bar already shows this page. */
  isOn(path: string): boolean {
    return new URL(this.page.url()).pathname === `/play/${path}`;
  }

  async toItem(item: string): Promise<void> {
    if (!this.isOn(`board/${item}`)) {
      await this.to('board');
      const list = this.page.getByRole('list', { name: text('desk', 'board.items') });
      await this.linkNamed([this.play.name(`item:${item}`)], list).click(SHORTLY);
    }
    await expect(this.section(this.play.name(`item:${item}`)).first()).toBeVisible(SHORTLY);
  }

  async toPerson(person: string): Promise<void> {
    const heading = this.page.getByRole('heading', { level: 1, name: oneOf(this.play.person(person)) });
    if (!this.isOn(`people/${person}`)) {
      await this.to('people');
      await this.linkNamed(this.play.person(person), this.page.getByRole('main')).click(SHORTLY);
    }
    await expect(heading).toBeVisible(SHORTLY);
  }

  /** The case clock in the header, in minutes of the day. */
  async clock(): Promise<number> {
    const [, hour = '', minute = ''] = /(\d\d):(\d\d)/.exec(await this.page.getByRole('banner').innerText()) ?? [];
    return Number(hour) * 60 + Number(minute);
  }

  get #refusal(): Locator {
    return this.page.locator('[aria-live]').filter({ hasText: text('desk', 'refused') });
  }

  /** Every command of this desk is answered, and none was rejected. */
  async settled(): Promise<void> {
    await expect(this.page.getByRole('banner').getByText(/^\d+ waiting$/)).toHaveCount(0);
    const refused = await this.#refusal.allInnerTexts();
    if (refused.length > 0) throw new Error(`${this.role} was refused: ${refused.join(' ')}`);
  }

  /** Presses a button that sends a command. */
  async act(button: Locator): Promise<void> {
    await button.click();
    await this.settled();
  }

  /** Submits a dialog; it closes when the server has answered. */
  async send(dialog: Locator, button: Locator): Promise<void> {
    await button.click();
    await this.settled();
    await expect(dialog).toBeHidden();
  }
}
