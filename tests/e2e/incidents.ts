/** Incidents of a class: a page is reloaded, the network fails, the server is killed. */
import { expect, test } from '@playwright/test';
import type { Desk } from './pages/desk.ts';
import type { Trainer } from './pages/trainer.ts';
import type { BuiltServer } from './support/built-server.ts';
import { text, textOf, textStart } from './support/texts.ts';
import type { Wifi } from './support/wifi.ts';

const HALF_WRITTEN = 'Ask for the passenger list before the';
/** Phones retry after ten seconds at the latest; the server has to read its log first. */
const BACK = { timeout: 60_000 };

/** A reload while writing: same desk, same page, same draft. */
export async function reloads(desk: Desk): Promise<void> {
  await test.step(`${desk.role} reloads the page while writing`, async () => {
    await desk.to('log');
    const field = desk.page.getByLabel(text('work', 'log.text'), { exact: true });
    await field.fill(HALF_WRITTEN);
    await desk.page.reload();
    await desk.isAtWork();
    await expect(desk.page).toHaveURL(/\/play\/log$/);
    await expect(field).toHaveValue(HALF_WRITTEN);
    await field.fill('');
  });
}

/** The network fails while a note is sent: the banner shows it, and the note is sent when the network is back. */
export async function losesConnection(desk: Desk, wifi: Wifi): Promise<void> {
  await test.step(`${desk.role} loses the connection`, async () => {
    const note = 'We go in without notice, and with the police.';
    await desk.to('log');
    await desk.fill(text('work', 'log.text'), note);
    await desk.fill(text('work', 'log.reason'), 'The last visit was announced.');
    await desk.choose(desk.group(text('work', 'confidence.label')), text('work', 'rank.medium'));
    wifi.cut();
    await expect(desk.page.getByText(text('desk', 'connection.title'), { exact: true })).toBeVisible(BACK);
    await desk.button('work', 'log.submit').click();
    await expect(desk.page.getByText(textOf('desk', 'connection.waiting_one', { count: 1 }))).toBeVisible();
    wifi.mend();
    await expect(desk.page.getByText(text('desk', 'connection.title'), { exact: true })).toBeHidden(BACK);
    await desk.settled();
    await expect(desk.page.getByText(note, { exact: true })).toHaveCount(1);
  });
}

/** `kill -9` and a restart on the same data: every client returns to its place, paused, and nothing is lost. */
export async function survivesKill(server: BuiltServer, trainer: Trainer, desks: readonly Desk[]): Promise<void> {
  await test.step('kill -9 of the server', async () => {
    for (const desk of desks) await desk.to('board');
    const before = await Promise.all(desks.map(stands));
    await server.kill();
    for (const { page } of desks)
      await expect(page.getByText(text('desk', 'connection.title'), { exact: true })).toBeVisible(BACK);
    await server.start();
    for (const { page } of desks) {
      await expect(page.getByText(text('desk', 'connection.title'), { exact: true })).toBeHidden(BACK);
      await expect(page.getByText(text('common', 'pausedTitle'), { exact: true })).toBeVisible(BACK);
    }
    expect(await Promise.all(desks.map(stands))).toEqual(before);
    await expect(trainer.page.getByText(text('trainer', 'connection.reconnecting'))).toBeHidden(BACK);
    const all = text('trainer', 'console.connected', { here: desks.length, count: desks.length });
    await expect(trainer.page.getByText(all)).toBeVisible(BACK);
    await trainer.isPaused();
    await trainer.resume();
    for (const { page } of desks)
      await expect(page.getByText(text('common', 'pausedTitle'), { exact: true })).toBeHidden();
  });
}

/** The page of a desk and its items. */
async function stands(desk: Desk): Promise<{ url: string; items: string[] }> {
  const list = desk.page.getByRole('list', { name: text('desk', 'board.items') });
  await expect(list.getByRole('link').first()).toBeVisible();
  const titles = await list.locator('strong').allInnerTexts();
  return { url: desk.page.url(), items: titles.toSorted() };
}

/** A person who needs a break steps out and returns; only the trainer sees it. */
export async function stepsOut(desk: Desk): Promise<void> {
  await test.step(`${desk.role} steps out and comes back`, async () => {
    await desk.page.getByRole('button', { name: textStart('desk', 'stepOut.button') }).click();
    await expect(desk.page.getByRole('heading', { name: text('desk', 'stepOut.title') })).toBeVisible();
    await desk.button('desk', 'stepOut.return').click();
    await desk.isAtWork();
  });
}
