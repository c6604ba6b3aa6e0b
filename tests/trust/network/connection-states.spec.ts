/**
 * What a phone shows of the network: a second tab, a broken connection, a dead connection, a reload while stepped out.
 */
import type { KeyOf } from '../../../client/i18n/index.ts';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { BuiltServer } from '../../e2e/support/built-server.ts';
import { text } from '../../e2e/support/texts.ts';
import { request } from '../../support/http.ts';
import { TestTrainer } from '../../support/test-trainer.ts';
import type { JoinAnswer } from '../../../shared/protocol/api.ts';
import { ChaosProxy } from '../support/chaos-proxy.ts';

let server: BuiltServer;
let network: ChaosProxy;
let trainer: TestTrainer;
test.beforeAll(async () => {
  server = await BuiltServer.start();
  network = await ChaosProxy.before(server.port);
  trainer = await TestTrainer.signsIn(server.url, server.trainerKey);
});
test.afterAll(async () => {
  await network.close();
  await server.dispose();
});

const heading = (page: Page, key: KeyOf<'desk'>) => page.getByRole('heading', { name: text('desk', key) });
const button = (page: Page, key: KeyOf<'desk'>) => page.getByRole('button', { name: text('desk', key) });
const banner = (page: Page) => page.getByText(text('desk', 'connection.title'));
const shot = (page: Page, name: string) => page.screenshot({ path: test.info().outputPath(`${name}.png`) });

/** A phone on the bad network, at its desk in a running class. */
async function atTheDesk(context: BrowserContext): Promise<Page> {
  const card = await trainer.opensClass({ scenario: 'hello-baraza' });
  await trainer.entersRoom(card);
  await trainer.does({ type: 'start-exercise' });
  const body = { name: 'Amina', language: 'en', role: card.roles[0]?.role };
  const { body: place } = await request<JoinAnswer>(`${server.url}/api/join/${card.pin}`, { method: 'POST', body });
  await context.addInitScript((token) => {
    localStorage.setItem('baraza.pass', JSON.stringify(token));
  }, place.token);
  const page = await context.newPage();
  await page.goto(`${network.url}/play`);
  await button(page, 'brief.read').click();
  await expect(page.getByRole('navigation', { name: text('desk', 'nav.label') })).toBeVisible();
  return page;
}

test('a phone shows each connection state, light and dark', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, reducedMotion: 'reduce' });
  const page = await atTheDesk(context);

  await network.refuse();
  await expect(banner(page)).toBeVisible();
  await shot(page, 'no-connection-light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await shot(page, 'no-connection-dark');
  await network.accept();
  await button(page, 'connection.now').click();
  await expect(banner(page)).toBeHidden();

  network.lose();
  await expect(banner(page)).toBeVisible({ timeout: 20_000 });
  await expect(banner(page)).toBeHidden({ timeout: 20_000 });

  const second = await context.newPage();
  await second.emulateMedia({ colorScheme: 'light' });
  await second.goto(`${network.url}/play`);
  await expect(heading(page, 'closed.elsewhere.title')).toBeVisible();
  await shot(page, 'elsewhere-dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await shot(page, 'elsewhere-light');
  await button(page, 'closed.elsewhere.here').click();
  await expect(heading(second, 'closed.elsewhere.title')).toBeVisible();
  await expect(page.getByRole('navigation', { name: text('desk', 'nav.label') })).toBeVisible();
  await second.setViewportSize({ width: 1366, height: 768 });
  await shot(second, 'elsewhere-wide');
  await second.close();

  await button(page, 'stepOut.button').click();
  await expect(heading(page, 'stepOut.title')).toBeVisible();
  await page.reload();
  await expect(heading(page, 'stepOut.title')).toBeVisible();
  await shot(page, 'stepped-out-after-a-reload');
  await button(page, 'stepOut.return').click();
  await expect(page.getByRole('navigation', { name: text('desk', 'nav.label') })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('navigation', { name: text('desk', 'nav.label') })).toBeVisible();
  await expect(heading(page, 'stepOut.title')).toBeHidden();
  await context.close();
});
