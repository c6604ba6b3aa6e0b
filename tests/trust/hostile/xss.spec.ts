/** Case 47 of the faults and attacks: names and texts of people, and all content of a case, stay text everywhere. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test';
import { aScenario } from '../../support/a-scenario.ts';
import { request } from '../../support/http.ts';
import { ServerProcess } from '../../support/server-process.ts';
import { TestTrainee } from '../../support/test-trainee.ts';
import { TestTrainer } from '../../support/test-trainer.ts';
import type { JoinAnswer } from '../../../shared/protocol/api.ts';
import { ENDLESS, NAMES, poisonedCase, WORDS } from './support/poison.ts';

const BARAZA = fileURLToPath(new URL('../../../server/cli/baraza.mjs', import.meta.url));

/** The traces of a successful attack. */
interface Struck {
  dialogs: string[];
  violations: string[];
  elsewhere: string[];
  errors: string[];
}

const struck: Struck = { dialogs: [], violations: [], elsewhere: [], errors: [] };
let server: ServerProcess;
let folder: string;
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'baraza-poison-'));
  server = await ServerProcess.prepare({ files: poisonedCase() });
  await server.start({ BARAZA_BACKUPS: 'off' });
});
test.afterAll(async () => {
  await server.dispose();
  rmSync(folder, { recursive: true });
});

/** A browser that records everything that must not happen. Requests may go to `at` only. */
async function watched(browser: Browser, at: string): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  await context.exposeBinding('noteViolation', (_source, told: string) => struck.violations.push(told));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) =>
      (globalThis as unknown as { noteViolation(told: string): void }).noteViolation(
        `${violatedDirective} ${blockedURI} ${sourceFile}`,
      ),
    );
  });
  context.on('page', (page) => {
    page.on('dialog', (dialog) => {
      struck.dialogs.push(`${page.url()}: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('pageerror', (error) => struck.errors.push(`${page.url()}: ${error.message}`));
  });
  context.on('request', (asked) => {
    const url = asked.url();
    if (!url.startsWith(at) && !/^(data|blob|about):/.test(url)) struck.elsewhere.push(url);
  });
  return context;
}

async function seated(browser: Browser, token: string, width: number): Promise<Page> {
  const context = await watched(browser, server.url);
  await context.addInitScript((pass) => {
    if (location.protocol === 'http:') localStorage.setItem('baraza.pass', JSON.stringify(pass));
  }, token);
  const page = await context.newPage();
  await page.setViewportSize({ width, height: 740 });
  await page.goto(`${server.url}/play`);
  return page;
}

/** Opens everything that can be opened on this page. */
async function openAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const closed of document.querySelectorAll('details')) closed.open = true;
  });
  for (const tab of await page.getByRole('tab').all()) if (await tab.isVisible()) await tab.click();
}

/** Asserts that nothing is wider than the screen. */
async function fits(page: Page, what: string): Promise<void> {
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wider, `${what}: wider than the screen`).toBeLessThanOrEqual(1);
}

test('poisoned names, texts and cases appear as text on every screen', async ({ browser }, info) => {
  const trainer = await TestTrainer.signsIn(server.url, server.trainerKey);
  const { pin, exercise } = await trainer.opensClass();
  await trainer.entersRoom();
  const join = async (name: string, role?: string) => {
    const body = { name, language: 'en', ...(role !== undefined && { role }) };
    return (await request<JoinAnswer>(`${server.url}/api/join/${pin}`, { method: 'POST', body })).body;
  };
  const first = await join(NAMES[0], 'police');
  const other = await join(NAMES[5], 'child-protection');
  const writer = await TestTrainee.joins(server.url, pin, NAMES[1], 'police');
  for (const name of NAMES.slice(2)) await join(name);

  const screens: [string, Page][] = [
    ['desk', await seated(browser, first.token, 360)],
    ['other desk', await seated(browser, other.token, 1366)],
  ];
  const context = await watched(browser, server.url);
  const [name = '', value = ''] = trainer.cookie.split('=');
  await context.addCookies([{ name, value, url: server.url }]);
  const open = async (what: string, path: string) => {
    const page = await context.newPage();
    await page.goto(`${server.url}${path}`);
    screens.push([what, page]);
    return page;
  };
  await open('trainer’s home', '/trainer');
  await open('set-up', '/trainer/open/small-case');
  await open('console', `/trainer/class/${exercise}/console`);
  await open('lobby', `/trainer/class/${exercise}/lobby`);
  await open('wall', `/wall/${exercise}`);
  await trainer.does({ type: 'start-exercise' });

  for (const text of [...WORDS, ENDLESS]) {
    expect(await writer.does({ type: 'raise-hand', text })).toMatchObject({ ok: true });
    await writer.does({ type: 'send-message', to: ['child-protection'], text });
    await writer.does({ type: 'log-decision', text, reason: text, rejected: text, confidence: 'low' });
    await trainer.does({ type: 'whisper', to: ['police', 'child-protection'], text });
    await trainer.does({ type: 'take-note', text });
    // Below the rate at which a room disconnects a client.
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  await writer.does({ type: 'search' });
  await trainer.does({ type: 'skip-to', to: 13 * 3_600_000 });
  for (const item of Object.keys(aScenario().scenario.items))
    await writer.does({ type: 'take-item', item, basis: 'duty-by-law' });

  for (const [what, page] of screens) {
    await page.waitForLoadState('networkidle');
    await openAll(page);
    await fits(page, what);
    await page.screenshot({ path: info.outputPath(`${what.replaceAll(/\W+/g, '-')}.png`) });
  }
  // The text has arrived: the attack was there, as text.
  await expect.poll(async () => (await screens[4]?.[1].content())?.includes('&lt;')).toBe(true);
  await trainer.does({ type: 'end-exercise' });
  for (const at of ['hot-wash', 'debrief', 'report'] as const) {
    const page = await open(at, `/trainer/class/${exercise}/${at}`);
    await page.waitForLoadState('networkidle');
    for (let slide = 0; slide < 12; slide += 1) await page.keyboard.press('ArrowRight');
    await openAll(page);
    await fits(page, at);
    await page.screenshot({ path: info.outputPath(`${at}.png`) });
  }
  for (const [, page] of screens.slice(0, 2)) await page.waitForLoadState('networkidle');
  expect(struck).toEqual({ dialogs: [], violations: [], elsewhere: [], errors: [] });
});

test('an address with a script in it shows a page and runs nothing', async ({ browser }) => {
  const context = await watched(browser, server.url);
  const page = await context.newPage();
  const payload = encodeURIComponent('"><img src=x onerror=alert(1)>');
  for (const path of [
    `/j/${payload}`,
    `/${payload}`,
    `/?language=${payload}`,
    `/j/ABC234?language=${payload}#${payload}`,
    `/trainer/open/${payload}`,
    `/trainer/class/${payload}/console`,
    `/wall/${payload}`,
    '/trainer/open/%zz',
    '/#javascript:alert(1)',
  ]) {
    await page.goto(`${server.url}${path}`);
    await page.waitForLoadState('networkidle');
    expect((await page.locator('body').innerText()).length, path).toBeGreaterThan(10);
  }
  expect(struck).toEqual({ dialogs: [], violations: [], elsewhere: [], errors: [] });
});

test('pages for print and review run nothing and load nothing', async ({ browser }) => {
  const context = await watched(browser, 'file:');
  const page = await context.newPage();
  const found = join(server.folder, 'scenarios', 'small-case');
  for (const kind of ['print', 'book', 'graph'] as const) {
    const out = join(folder, `${kind}.html`);
    await promisify(execFile)(process.execPath, [BARAZA, kind, found, '--out', out]);
    await page.goto(pathToFileURL(out).href);
    await page.waitForLoadState('networkidle');
    expect(await page.locator('body').innerText()).toContain('alert(1)');
    await page.screenshot({ path: join(folder, `${kind}.png`) });
  }
  expect({ ...struck, violations: [] }).toEqual({ dialogs: [], violations: [], elsewhere: [], errors: [] });
});
