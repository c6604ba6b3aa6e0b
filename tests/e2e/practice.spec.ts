/** Without a class: a trainer shows the demo, and practises alone. Both start at once without a form. */
import type { KeyOf } from '../../client/i18n/index.ts';
import { expect, type Page, test } from '@playwright/test';
import { Trainer } from './pages/trainer.ts';
import { BuiltServer } from './support/built-server.ts';
import { text, textStart } from './support/texts.ts';

let server: BuiltServer;
test.beforeAll(async () => {
  server = await BuiltServer.start();
});
test.afterAll(() => server.dispose());

const button = <N extends 'trainer' | 'desk'>(page: Page, namespace: N, key: KeyOf<N>) =>
  page.getByRole('button', { name: text(namespace, key), exact: true });

test('the demo plays by itself, in the console of the trainer who started it', async ({ page }) => {
  await new Trainer(page).signIn(server.url, server.trainerKey);
  await button(page, 'trainer', 'demo.go').click();
  await expect(page.getByRole('heading', { name: text('trainer', 'happening.title') })).toBeVisible();
  await expect(page.getByText(text('trainer', 'demo.mark'), { exact: true })).toBeVisible();
  const simulated = page.getByRole('button', { name: textStart('trainer', 'simulated.as') });
  await expect(simulated.first()).toBeVisible();
  // The log shows the acts of simulated desks.
  await page.getByRole('tab', { name: text('trainer', 'happening.log') }).click();
  await expect.poll(() => page.getByRole('tabpanel').getByRole('listitem').count()).toBeGreaterThan(5);

  // The manner is changed for all desks at once.
  await button(page, 'trainer', 'iCan.simulated').click();
  await page.getByLabel(text('trainer', 'manner.ofAll'), { exact: true }).selectOption('helpful');
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: text('trainer', 'shared.desks') }).click();
  const helpful = text('trainer', 'simulated.as', { manner: text('trainer', 'manner.helpful') });
  await expect(page.getByRole('button', { name: helpful })).toHaveCount(await simulated.count());
});

test('one person practises: starts at once, pauses, resumes, and ends with feedback', async ({ page }) => {
  await new Trainer(page).signIn(server.url, server.trainerKey);
  await button(page, 'trainer', 'practice.choose').click();
  await page.getByRole('dialog').getByRole('radio').nth(1).check();
  await button(page, 'trainer', 'practice.go').click();
  await expect(page).toHaveURL(/\/play/);
  await button(page, 'desk', 'brief.toDesk').click();
  await expect(page.getByRole('heading', { name: text('desk', 'home.needs') })).toBeVisible();

  await button(page, 'desk', 'shared.pause').click();
  await expect(page.getByText(text('desk', 'practice.paused'))).toBeVisible();
  await button(page, 'desk', 'shared.resume').click();
  await expect(button(page, 'desk', 'shared.pause')).toBeVisible();

  await button(page, 'desk', 'shared.end').click();
  await button(page, 'desk', 'practice.endYes').click();
  await expect(page.getByRole('heading', { name: text('common', 'nav.debrief') })).toBeVisible();
  await expect(page.getByText(text('debrief', 'simulated.why'))).toBeVisible();
});
