/**
 * The device: an offered call-sign is unique in the class; the browser's data is removed with the class and with the
 * person.
 */
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { BuiltServer } from '../../e2e/support/built-server.ts';
import { text, textOf } from '../../e2e/support/texts.ts';
import { TestTrainer } from '../../support/test-trainer.ts';

let server: BuiltServer;
let trainer: TestTrainer;

test.beforeAll(async () => {
  server = await BuiltServer.start();
  trainer = await TestTrainer.signsIn(server.url, server.trainerKey);
});
test.afterAll(() => server.dispose());

/** The same random numbers on every device, so that two people are offered the same name. */
const sameChance = (): void => {
  let drawn = 0;
  Math.random = () => ((drawn += 1) * 0.377) % 1;
};

async function atTheDoor(context: BrowserContext, pin: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(server.url);
  await page.getByLabel(text('join', 'pin.label')).fill(pin);
  await expect(callSign(page)).toHaveText(/\S+ \S+/);
  return page;
}

const callSign = (page: Page) => page.locator('.call-sign-name');
const joinAs = async (page: Page) =>
  page.getByRole('button', { name: text('join', 'joinAs', { name: await callSign(page).innerText() }) });

const kept = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [localStorage, sessionStorage].flatMap((area) =>
      Object.keys(area).filter((key) => /^baraza\.(pass|place)/.test(key)),
    ),
  );

test('a person joins under a call-sign that is unique in the class, and leaves nothing on the device', async ({
  browser,
}) => {
  const card = await trainer.opensClass({ scenario: 'hello-baraza', retentionDays: 7 });
  const phone = { viewport: { width: 360, height: 740 }, reducedMotion: 'reduce' } as const;
  const contexts = [await browser.newContext(phone), await browser.newContext(phone)];
  for (const context of contexts) await context.addInitScript(sameChance);
  const pages: Page[] = [];
  for (const context of contexts) pages.push(await atTheDoor(context, card.pin));
  const [one, other] = pages as [Page, Page];

  const before = await callSign(one).innerText();
  await one.getByRole('button', { name: text('join', 'callSign.another') }).click();
  await expect(callSign(one)).not.toHaveText(before);
  await other.getByRole('button', { name: text('join', 'callSign.another') }).click();
  const wanted = await callSign(one).innerText();
  await expect(callSign(other)).toHaveText(wanted);
  await expect(one.getByText(textOf('join', 'name.hint_other', { count: 7 }))).toBeVisible();

  await (await joinAs(one)).click();
  await expect(one.getByRole('heading', { name: text('desk', 'lobby.title') })).toBeVisible();
  await (await joinAs(other)).click();
  await expect(other.getByText(text('join', 'callSign.taken', { name: wanted }))).toBeVisible();
  await expect(callSign(other)).not.toHaveText(wanted);
  await (await joinAs(other)).click();
  await expect(other.getByRole('heading', { name: text('desk', 'lobby.title') })).toBeVisible();

  const [role] = card.roles;
  await trainer.entersRoom(card);
  for (const seat of ['s1', 's2']) await trainer.does({ type: 'seat', seat, role: role?.role ?? '' });
  await trainer.does({ type: 'start-exercise' });
  await expect(one.getByRole('heading', { name: role?.title ?? '' }).first()).toBeVisible();
  await one.getByRole('button', { name: text('desk', 'brief.read') }).click();
  await expect
    .poll(async () => (await kept(one)).filter((key) => key.startsWith('baraza.place')).length)
    .toBeGreaterThan(0);

  await trainer.does({ type: 'end-exercise' });
  await expect.poll(async () => (await kept(one)).filter((key) => key.startsWith('baraza.place'))).toEqual([]);
  // The pass stays for the person's own debrief until the person leaves.
  expect(await kept(one)).toContain('baraza.pass');
  await one.goto(`${server.url}/play/debrief`);
  await one.getByRole('button', { name: text('debrief', 'mine.leaveGo') }).click();
  await expect(one.getByLabel(text('join', 'pin.label'))).toBeVisible();
  expect(await kept(one)).toEqual([]);

  // A person erased by the trainer finds an empty device at the next visit.
  await trainer.asks(`/api/exercises/${card.exercise}`, { method: 'DELETE' });
  await other.goto(server.url);
  await expect.poll(() => kept(other)).toEqual([]);
  for (const context of contexts) await context.close();
});

test('a trainer erases one person and then all names, by keyboard and on a phone', async ({ browser }) => {
  const card = await trainer.opensClass({ scenario: 'hello-baraza', label: 'Monday' });
  for (const name of ['Amina Otieno', 'Quiet Baobab']) {
    const body = JSON.stringify({ name, language: 'en' });
    await fetch(`${server.url}/api/join/${card.pin}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
  }
  const steering = await TestTrainer.signsIn(server.url, server.trainerKey);
  await steering.entersRoom(card);
  await steering.does({ type: 'start-exercise' });
  await steering.does({ type: 'end-exercise' });

  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const [name = '', value = ''] = trainer.cookie.split('=');
  await context.addCookies([{ name, value, url: server.url }]);
  const page = await context.newPage();
  await page.goto(`${server.url}/trainer`);
  const press = async (label: string): Promise<void> => {
    const button = page.getByRole('button', { name: label, exact: true });
    await button.focus();
    await page.keyboard.press('Enter');
  };
  await press(text('trainer', 'personal.of', { title: 'Monday' }));
  await press(text('trainer', 'personal.eraseOne', { name: 'Amina Otieno' }));
  await press(text('trainer', 'personal.oneYes'));
  await expect(page.getByText(text('trainer', 'personal.person', { number: 1 }))).toBeVisible();
  await expect(page.getByText('Quiet Baobab')).toBeVisible();
  await press(text('trainer', 'personal.anonymise'));
  await press(text('trainer', 'personal.everybodyYes'));
  await expect(page.getByText(text('trainer', 'personal.person', { number: 2 }))).toBeVisible();
  await expect(page.getByText('Amina')).toHaveCount(0);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(360);
  await context.close();
});
