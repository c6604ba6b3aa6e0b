/** One desk played without a mouse, from the class code to the end of an interview; the focus is always visible. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { PlayedClass } from '../screens/played-class.ts';
import { Keyboard } from './by-keyboard.ts';
import { PlayedCase } from './support/played-case.ts';
import { oneOf, text, textStart } from './support/texts.ts';

const MINUTE = 60_000;
const NAME = 'Kofi';
const LIST = 'bus-manifest';
const CLERK = 'rehani';

let played: PlayedClass;
const play = new PlayedCase('trial-match');
test.beforeAll(async () => {
  played = await PlayedClass.gathers();
});
test.afterAll(() => played.dispose());

/** The parts of a police desk, found by their visible text. */
class Desk {
  readonly page: Page;
  readonly keys: Keyboard;

  constructor(page: Page) {
    this.page = page;
    this.keys = new Keyboard(page);
  }

  button(words: string | RegExp, within: Locator = this.page.getByRole('main')): Locator {
    return within.getByRole('button', { name: words, exact: true });
  }

  group(words: string, within: Page | Locator = this.page): Locator {
    return within.getByRole('group', { name: words, exact: true });
  }

  choice(group: Locator, words: string): Locator {
    const named = group
      .page()
      .locator('span, bdi, strong')
      .filter({ hasText: oneOf([words]) });
    return group.locator('label').filter({ has: named }).getByRole('radio');
  }

  async choose(group: Locator, words: string): Promise<void> {
    await this.keys.choose(group, this.choice(group, words));
  }

  async goTo(page: 'map' | 'board' | 'people' | 'interviews'): Promise<void> {
    const name = new RegExp(`^${text('desk', `nav.${page}`)}`);
    await this.keys.press(this.page.getByRole('navigation').getByRole('link', { name }));
    await expect(this.page).toHaveURL(new RegExp(`/play/${page}$`));
  }

  /** A line of a list by its title. */
  line(names: readonly string[]): Locator {
    const named = this.page.locator('strong').filter({ hasText: oneOf(names) });
    return this.page.getByRole('main').getByRole('link').filter({ has: named }).first();
  }

  async travel(place: string): Promise<void> {
    await this.goTo('map');
    await this.keys.press(this.line([play.name(`place:${place}`)]));
    await this.keys.press(this.button(textStart('desk', 'map.go')));
    await this.whenThere(40);
  }

  /** The trainer advances time until the desk is free again. */
  async whenThere(minutes: number): Promise<void> {
    const answer = await played.trainer.does({ type: 'skip-to', to: played.now + minutes * MINUTE });
    expect(answer.ok).toBe(true);
    await expect(this.button(text('desk', 'map.look'))).toBeVisible();
  }
}

test('a trainee can play a whole arc by keyboard alone', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, reducedMotion: 'reduce' });
  const desk = new Desk(await context.newPage());
  const { page, keys } = desk;

  await test.step('a trainee joins', async () => {
    await page.goto(played.server.url);
    await keys.type(page.getByLabel(text('join', 'pin.label')), played.exercise.pin);
    await keys.type(page.getByLabel(text('join', 'name.label')), NAME);
    await desk.choose(desk.group(text('join', 'shared.desk')), play.roleTitle('police'));
    await keys.press(desk.button(text('join', 'join')));
    await expect(page.getByRole('heading', { name: text('desk', 'lobby.title') })).toBeVisible();
  });

  await test.step('the trainee reads the brief', async () => {
    await keys.press(desk.button(text('desk', 'lobby.read')));
    await keys.press(desk.button(text('desk', 'brief.read')));
    await expect(page.getByText(text('desk', 'brief.wasRead')).first()).toBeVisible();
    expect((await played.trainer.does({ type: 'start-exercise' })).ok).toBe(true);
    expect((await played.trainer.does({ type: 'set-pace', pace: 0.1 })).ok).toBe(true);
    await expect(page.getByRole('navigation')).toBeVisible();
  });

  await test.step('the trainee travels, searches and takes an item', async () => {
    await desk.travel('bus-park');
    await keys.press(desk.button(text('desk', 'map.look')));
    await desk.whenThere(15);
    await desk.goTo('board');
    await keys.press(desk.line([play.name(`item:${LIST}`)]));
    await keys.press(desk.button(text('desk', 'item.take')));
    const dialog = page.getByRole('dialog');
    await desk.choose(desk.group(text('desk', 'shared.whichBasis'), dialog), text('common', 'basis.duty-by-law'));
    await keys.press(desk.button(text('desk', 'item.takeNow'), dialog));
    await expect(dialog).toBeHidden();
    await keys.keepsTheFocus();
    await expect(page.getByText(text('desk', 'custodyEntry.taken')).first()).toBeVisible();
  });

  await test.step('the trainee shares with the desks that need it', async () => {
    await keys.press(desk.button(text('desk', 'item.share')));
    const dialog = page.getByRole('dialog');
    await keys.pick(dialog.getByLabel(text('share', 'to'), { exact: true }), play.receiver('child-protection'));
    for (const [label, choice] of [
      ['purpose', 'purpose.protection'],
      ['shared.whichBasis', 'basis.danger-to-life'],
      ['channel', 'channel.secure-message'],
    ] as const)
      await desk.choose(desk.group(text('share', label), dialog), text('common', choice));
    await keys.press(desk.button(text('share', 'share'), dialog));
    await expect(dialog).toBeHidden();
    await keys.keepsTheFocus();
    await expect(page.getByRole('main')).toContainText(play.receiver('child-protection'));
  });

  await test.step('the trainee screens a person', async () => {
    await desk.goTo('people');
    await keys.press(desk.line(play.person(CLERK)));
    await keys.press(desk.button(text('people', 'screening.do')));
    const dialog = page.getByRole('dialog');
    await desk.choose(desk.group(text('people', 'screening.with'), dialog), text('common', 'presence.alone'));
    await desk.choose(desk.group(text('people', 'screening.outcome'), dialog), text('common', 'status.not-a-victim'));
    await keys.press(desk.button(text('people', 'screening.record'), dialog));
    await expect(dialog).toBeHidden();
    await keys.keepsTheFocus();
    await expect(page.getByRole('main')).toContainText(text('common', 'status.not-a-victim'));
  });

  await test.step('the trainee plans an interview', async () => {
    await desk.goTo('interviews');
    const card = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { level: 2, name: oneOf(play.person(CLERK)) }) });
    await keys.press(desk.button(text('work', 'interview.plan'), card));
    await desk.choose(desk.group(text('work', 'interview.form.purpose')), text('work', 'interview.kind.witness'));
    await desk.choose(desk.group(text('work', 'interview.form.recorded')), text('work', 'interview.form.recordedYes'));
    await keys.press(desk.button(text('work', 'interview.form.submit')));
    await expect(page).toHaveURL(/\/play\/interviews\/.+/);
    await keys.keepsTheFocus();
  });

  await test.step('the trainee explains, asks, listens and closes the interview', async () => {
    const steps = desk.group(text('work', 'interview.engage.steps')).getByRole('checkbox');
    for (const step of (await steps.all()).slice(0, 3)) await keys.check(step);
    await keys.press(desk.button(text('work', 'interview.engage.submit')));
    await keys.press(desk.button(text('work', 'interview.engage.begin')));
    for (const question of ['day.busy', 'day.list-how', 'day.man']) {
      const words = play.words(`question:rehani-witness.${question}`);
      // The questions of all types form one radio group.
      const questions = page.locator('.iv-account__side');
      await keys.choose(questions, desk.choice(questions, words));
      await keys.press(desk.button(text('work', 'interview.account.ask')));
      await expect(questions.getByRole('listitem').filter({ hasText: words })).toBeVisible();
    }
    await keys.press(desk.button(text('work', 'interview.account.close')));
    const dialog = page.getByRole('dialog');
    await keys.check(dialog.getByRole('checkbox').first());
    await keys.press(desk.button(text('work', 'interview.close.submit'), dialog));
    await expect(dialog).toBeHidden();
    await keys.keepsTheFocus();
    await expect(page.getByRole('heading', { name: text('work', 'interview.close.evaluate') })).toBeVisible();
  });
  await context.close();
});
