/**
 * An author plays two desks on one page, sees the chart move, saves the play, edits the file and continues at the same
 * place.
 */
import type { KeyOf } from '../../client/i18n/index.ts';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type FrameLocator, type Page, test } from '@playwright/test';
import { type RunningPreview, startPreview } from '../../server/preview/start-preview.ts';
import { parsePlaythrough } from '../../shared/playthrough/parse-playthrough.ts';
import { playThrough } from '../../shared/playthrough/play-through.ts';
import { escaped, text, textOf, textStart } from './support/texts.ts';

const CLIENT = resolve(process.env['BARAZA_CLIENT'] ?? 'dist/client');
/** The limit for “less than two seconds” on a machine with several builds on two cores. */
const BACK_WITHIN_MS = 20_000;
let root: string;
let folder: string;
let running: RunningPreview;

test.beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'baraza-author-'));
  folder = join(root, 'smallest');
  await cp('tests/fixtures/scenarios/smallest', folder, { recursive: true });
  const started = await startPreview({ folder, port: 0, clientFolder: CLIENT });
  if ('findings' in started) throw new Error(JSON.stringify(started.findings));
  running = started;
});

test.afterEach(async () => {
  await running.stop();
  await rm(root, { recursive: true });
});

const frameOf = (page: Page, role: string): FrameLocator => page.frameLocator(`[data-desk="${role}"] iframe`);
const button = (page: Page, key: KeyOf<'preview'>) =>
  page.getByRole('button', { name: text('preview', key), exact: true });
const tab = (page: Page, id: string) =>
  page.getByRole('tab', { name: new RegExp(`^${escaped(textOf('preview', `panel.${id}`))}`) });

/** Reads the brief and opens the map; the phone's navigation shows it. */
async function toTheMap(desk: FrameLocator): Promise<void> {
  await desk.getByRole('button', { name: new RegExp(`^${text('desk', 'brief.read')}`) }).click();
  await desk
    .getByRole('navigation', { name: text('desk', 'nav.label') })
    .getByRole('link', { name: new RegExp(`^${text('desk', 'nav.map')}`) })
    .click();
}

async function edit(change: (yaml: string) => string): Promise<void> {
  const file = join(folder, 'scenario.yaml');
  await writeFile(file, change(await readFile(file, 'utf8')));
}

test('an author plays, saves a playthrough that passes, and keeps the place after an edit', async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.goto(running.address);
  const police = frameOf(page, 'police');
  await expect(police.getByRole('heading', { level: 1 })).toBeVisible({ timeout: 60_000 });
  await expect(frameOf(page, 'children').getByRole('heading', { level: 1 })).toBeVisible();

  await test.step('the desk acts while the clock is stopped, and the author moves the clock', async () => {
    await toTheMap(police);
    await police.getByRole('link').filter({ hasText: 'Bus park' }).first().click();
    await police.getByRole('button', { name: textStart('desk', 'map.go') }).click();
    await tab(page, 'steps').click();
    await expect(page.locator('.step-list li')).toHaveCount(1);
    await button(page, 'clock.ten').click();
    await expect(page.locator('.case-clock')).toContainText('08:10');
    await police.getByRole('button', { name: text('desk', 'map.look'), exact: true }).click();
    await expect(page.locator('.step-list li')).toHaveCount(2);
  });

  await test.step('a frame that is reloaded alone returns to its desk', async () => {
    const children = frameOf(page, 'children');
    await children.locator('html').evaluate(() => globalThis.location.reload());
    const brief = children.getByRole('button', { name: new RegExp(`^${text('desk', 'brief.read')}`) });
    await expect(brief).toBeVisible({ timeout: 60_000 });
    await brief.click();
    await expect(children.getByRole('navigation', { name: text('desk', 'nav.label') })).toBeVisible();
    await expect(page.locator('.step-list li')).toHaveCount(2);
  });

  await test.step('the played commands are saved as a playthrough that passes', async () => {
    await page.getByLabel(text('preview', 'saveSteps.name'), { exact: true }).fill('a-walk');
    await page.getByLabel(text('preview', 'saveSteps.what'), { exact: true }).fill('The police look around');
    await button(page, 'saveSteps.do').click();
    await expect(page.getByText('a-walk.playthrough.yaml is saved')).toBeVisible();
    const written = await readFile(join(folder, 'a-walk.playthrough.yaml'), 'utf8');
    const { compiled } = running.preview.case;
    const { playthrough, diagnostics } = parsePlaythrough('a-walk', written, compiled);
    expect(diagnostics).toEqual([]);
    expect(playthrough && playThrough(compiled, playthrough).failure).toBeUndefined();
  });

  await test.step('a click on a state selects its line, and a click on a line its state', async () => {
    await tab(page, 'charts').click();
    await expect(page.locator('[data-state="case.open"]')).toHaveClass(/lit/);
    await page.locator('[data-state="case.safe"]').click();
    await expect(page.locator('.lines .meant').first()).toContainText('safe: {entry');
    await page.locator('.lines li').filter({ hasText: 'open: {on:' }).click();
    await expect(page.locator('[data-state="case.open"]')).toHaveClass(/chosen/);
  });

  await test.step('an error in the file is shown, and the play is kept', async () => {
    await edit((yaml) => yaml.replace('received: safe', 'received: saef'));
    await expect(page.locator('.strip')).toContainText(text('preview', 'stale.text'), { timeout: BACK_WITHIN_MS });
    await button(page, 'stale.show').click();
    await expect(page.locator('.finding').first()).toContainText('saef');
    await edit((yaml) =>
      yaml.replace('received: saef', 'received: safe').replace('title: A bus ticket', 'title: A paper ticket'),
    );
    await expect(page.locator('.strip')).toHaveCount(0, { timeout: BACK_WITHIN_MS });
    await tab(page, 'steps').click();
    await expect(page.locator('.step-list li')).toHaveCount(2);
    // The frame shows the same page in the new exercise.
    await expect(police.getByRole('heading', { name: 'Bus park' })).toBeVisible({ timeout: BACK_WITHIN_MS });
    await button(page, 'clock.ten').click();
    await expect(police.getByText('A paper ticket').first()).toBeVisible({ timeout: BACK_WITHIN_MS });
  });

  await test.step('a step that no longer passes is named', async () => {
    await edit((yaml) => yaml.replaceAll('bus-park', 'bus-stand'));
    await expect(page.locator('.pending')).toContainText('bus-park', { timeout: BACK_WITHIN_MS });
    await button(page, 'pending.drop').click();
    await expect(page.locator('.pending')).toHaveCount(0);
  });

  await test.step('a play with changed facts shows why it cannot be saved, and what to do', async () => {
    await tab(page, 'charts').click();
    await page.locator('[data-state="case.safe"]').click();
    await button(page, 'charts.start').click();
    await tab(page, 'steps').click();
    await expect(page.getByText(text('preview', 'saveSteps.overrides'))).toBeVisible();
    await expect(button(page, 'saveSteps.do')).toHaveCount(0);
    await button(page, 'facts.clear').click();
    await expect(page.getByText(text('preview', 'saveSteps.overrides'))).toHaveCount(0);
    await expect(page.locator('details.save')).toBeVisible();
  });

  await test.step('the page has no serious accessibility violation', async () => {
    for (const id of ['why', 'facts', 'charts']) {
      await tab(page, id).click();
      await expect(page.getByRole('tabpanel')).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze();
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(serious.map(({ id: rule, nodes }) => `${id}: ${rule} ${nodes[0]?.html}`)).toEqual([]);
    }
  });
});
