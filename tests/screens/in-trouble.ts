/**
 * Screens that only a fault shows, produced by real faults: a server that is stopped, killed and restarted, a case that
 * loops, a full disk, unreadable sources, a seat opened twice, people who left.
 */
import { rmSync, mkdirSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { aCase, type Change } from '../support/a-scenario.ts';
import { ServerProcess } from '../support/server-process.ts';
import { canMount } from '../trust/support/machine.ts';
import { type PlayedClass, playedClass, standsBecause } from '../trust/support/two-classes.ts';
import { forgetSources } from './forget-sources.ts';

/** Takes a picture of a page under this name. */
export type Draw = (page: Page, id: string, projector?: boolean) => Promise<void>;
export interface Looking {
  language: string;
  theme: 'light' | 'dark';
}

/** Five minutes after the start, two states lead to each other without end. */
const circling: Change = (draft) => {
  draft.id = 'circle-case';
  const next = (target: string) => ({ after: { '0m': [{ target }] } });
  const wait = { after: { '5m': [{ target: 'tick' }] } };
  draft.statecharts['circle'] = { initial: 'wait', states: { wait, tick: next('tock'), tock: next('tick') } };
};

/** Walks through all faults in one look; `draw` takes the pictures. */
export async function walkThroughTroubles(browser: Browser, looking: Looking, draw: Draw): Promise<void> {
  const server = await ServerProcess.prepare();
  const folder = join(server.folder, 'scenarios', 'circle-case');
  mkdirSync(folder);
  writeFileSync(join(folder, 'scenario.yaml'), aCase(circling)['scenario.yaml'] ?? '');
  mkdirSync(server.dataFolder);
  if (canMount()) execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', server.dataFolder]);
  try {
    await server.start();
    const walk = new Walk(browser, looking, server, draw);
    await walk.through();
  } finally {
    await server.end('SIGKILL');
    if (canMount()) execFileSync('umount', ['-l', server.dataFolder]);
    await server.dispose();
  }
}

class Walk {
  readonly #browser: Browser;
  readonly #looking: Looking;
  readonly #server: ServerProcess;
  readonly #draw: Draw;

  constructor(browser: Browser, looking: Looking, server: ServerProcess, draw: Draw) {
    this.#browser = browser;
    this.#looking = looking;
    this.#server = server;
    this.#draw = draw;
  }

  async through(): Promise<void> {
    const key = this.#server.trainerKey;
    const played = await playedClass(this.#server.url, key, 'Group B');
    const circles = await playedClass(this.#server.url, key, 'Round', 'circle-case');
    await this.#personalData(played, circles);
    await this.#circles(circles);
    await this.#connections(played);
    await this.#fullDisk(played);
    await this.#unopened(circles);
  }

  async #personalData({ card, child }: PlayedClass, other: PlayedClass): Promise<void> {
    const trainer = await this.#trainer(other);
    const setUp = await this.#open(trainer, '/trainer/open/small-case', '.set-up');
    await setUp.locator('.set-up .stack > .card').nth(1).scrollIntoViewIfNeeded();
    await this.#draw(setUp, 'set-up-names');
    await setUp.close();
    await child.losesConnection();
    const home = await this.#open(trainer, '/trainer', '.class-line');
    await this.#draw(home, 'home');
    await home.locator('.class-line').filter({ hasText: 'Group B' }).locator('button').first().click();
    await home.locator('dialog .class-line').first().waitFor();
    await this.#draw(home, 'personal-under-way');
    const console = await this.#open(trainer, `/trainer/class/${card.exercise}/console`, '.desk-grid .card');
    await this.#draw(console, 'console-person-gone');
    const wall = await this.#open(trainer, `/wall/${card.exercise}`, '.wall-clock');
    await this.#draw(wall, 'wall-person-gone', true);
    await trainer.close();
    await child.comesBack();
  }

  async #circles(circles: PlayedClass): Promise<void> {
    const trainer = await this.#trainer(circles);
    await circles.trainer.does({ type: 'set-pace', pace: 1440 });
    await standsBecause(circles, 'circles', false);
    const console = await this.#open(trainer, `/trainer/class/${circles.card.exercise}/console`, '.console > .notice');
    await this.#draw(console, 'console-circles');
    const desk = await this.#seat(circles);
    await this.#draw(desk, 'desk-circles');
    await desk.context().close();
    await circles.police.comesBack();
    await circles.trainer.does({ type: 'end-exercise' });
    await console.goto(`${this.#server.url}/trainer?lang=${this.#looking.language}`);
    const ended = console.locator('.class-line').filter({ hasText: 'Round' });
    await ended.first().waitFor();
    await ended.locator('button').first().click();
    await console.locator('dialog .class-line').first().waitFor();
    await this.#draw(console, 'personal-ended');
    await console.locator('dialog .class-line button').first().click();
    await console.locator('dialog .btn.danger').waitFor();
    await this.#draw(console, 'personal-erase-one');
    await console.locator('dialog .btn.danger').click();
    await console.locator('dialog .class-line').first().waitFor();
    await this.#draw(console, 'personal-one-erased');
    await console.locator('dialog .row > button').first().click();
    await console.locator('dialog .btn.danger').waitFor();
    await this.#draw(console, 'personal-erase-all');
    await trainer.close();
  }

  async #connections(played: PlayedClass): Promise<void> {
    const trainer = await this.#trainer(played);
    const { exercise } = played.card;
    const console = await this.#open(trainer, `/trainer/class/${exercise}/console`, '.desk-grid .card');
    const home = await this.#open(trainer, '/trainer', '.class-line');
    const wall = await this.#open(trainer, `/wall/${exercise}`, '.wall-clock');
    const desk = await this.#seat(played);
    await this.#server.end('SIGTERM');
    await desk.locator('.frame-main > .notice').first().waitFor();
    await this.#draw(desk, 'desk-restarting');
    await console.locator('.console > .notice').first().waitFor();
    await this.#draw(console, 'console-restarting');
    await wall.locator('.wall-waits').waitFor();
    await this.#draw(wall, 'wall-restarting', true);
    await home.locator('.trainer-page > .notice').waitFor();
    await this.#draw(home, 'home-no-server');
    await this.#server.start();
    await desk.locator('.frame-main > .notice button').waitFor({ state: 'detached', timeout: 30_000 });
    await this.#draw(desk, 'desk-after-restart');
    await this.#draw(console, 'console-after-restart');
    await wall.locator('.wall-paused').waitFor();
    await this.#draw(wall, 'wall-after-restart', true);
    await this.#server.end('SIGKILL');
    await desk.locator('.frame-main > .notice').first().waitFor();
    await this.#draw(desk, 'desk-reconnecting');
    await console.locator('.console > .notice').first().waitFor();
    await this.#draw(console, 'console-reconnecting');
    await this.#server.start();
    const second = await desk.context().newPage();
    await second.goto(`${this.#server.url}/play?lang=${this.#looking.language}`);
    await desk.locator('.center-page h1').waitFor({ timeout: 30_000 });
    await this.#draw(desk, 'elsewhere');
    await desk.context().close();
    await trainer.close();
    await Promise.all([played.police.comesBack(), played.child.comesBack(), played.trainer.entersRoom(played.card)]);
    await played.trainer.does({ type: 'resume' });
  }

  async #fullDisk(played: PlayedClass): Promise<void> {
    if (!canMount()) return;
    const trainer = await this.#trainer(played);
    const console = await this.#open(trainer, `/trainer/class/${played.card.exercise}/console`, '.desk-grid .card');
    const filler = join(this.#server.dataFolder, 'filler');
    fill(filler);
    for (let act = 0; act < 2000; act += 1) {
      const answer = await played.police
        .does({ type: 'send-message', to: ['child-protection'], text: 'On our way.' })
        .catch(() => undefined);
      if (!answer?.ok) break;
      await new Promise((resolve) => setTimeout(resolve, 35));
    }
    await console.locator('.console > .notice').first().waitFor();
    await this.#draw(console, 'console-disk-full');
    const desk = await this.#seat(played);
    await this.#draw(desk, 'desk-disk-full');
    const setUp = await this.#open(trainer, '/trainer/open/small-case', '.set-up');
    await setUp.locator('.set-up [type=submit]').click();
    await setUp.locator('.set-up .notice').waitFor();
    await this.#draw(setUp, 'set-up-disk-full');
    rmSync(filler);
    await standsBecause(played, 'disk-full', true);
    await console.locator('.console > .notice.due').waitFor();
    await this.#draw(console, 'console-disk-over');
    await desk.context().close();
    await trainer.close();
  }

  async #unopened(kept: PlayedClass): Promise<void> {
    await this.#server.end('SIGTERM');
    forgetSources(this.#server.dataFolder, kept.card.exercise);
    await this.#server.start();
    const trainer = await this.#trainer(kept);
    const home = await this.#open(trainer, '/trainer', '.class-line');
    await home.locator('.class-line a[href*="unopened"]').waitFor();
    await this.#draw(home, 'home-unopened');
    await home
      .locator('.class-line')
      .filter({ has: home.locator('a[href*="unopened"]') })
      .locator('button')
      .click();
    await home.locator('dialog[open]').waitFor();
    await this.#draw(home, 'unopened-erase');
    await trainer.close();
  }

  async #trainer(played: PlayedClass) {
    const context = await this.#browser.newContext(this.#options());
    const [name = '', value = ''] = played.trainer.cookie.split('=');
    await context.addCookies([{ name, value, url: this.#server.url }]);
    return context;
  }

  async #open(context: { newPage(): Promise<Page> }, path: string, ready: string): Promise<Page> {
    const page = await context.newPage();
    await page.goto(`${this.#server.url}${path}?lang=${this.#looking.language}`);
    await page.locator(ready).first().waitFor();
    return page;
  }

  async #seat({ police }: PlayedClass): Promise<Page> {
    const context = await this.#browser.newContext(this.#options());
    await context.addInitScript((token) => localStorage.setItem('baraza.pass', JSON.stringify(token)), police.token);
    const page = await context.newPage();
    await page.goto(`${this.#server.url}/play?lang=${this.#looking.language}`);
    await page.locator('article .btn, .frame-main').first().waitFor();
    const read = page.locator('.alone article .btn, article .btn:not(.quiet)').last();
    if (await read.isVisible()) await read.click().catch(() => undefined);
    await page.locator('.desk-home').waitFor();
    return page;
  }

  #options(): BrowserContextOptions {
    return { colorScheme: this.#looking.theme, reducedMotion: 'reduce', viewport: { width: 1366, height: 768 } };
  }
}

/** Fills the disk until nothing can be written. */
function fill(file: string): void {
  for (const size of [1024 * 1024, 64 * 1024, 4096, 512]) {
    try {
      for (;;) writeFileSync(file, Buffer.alloc(size), { flag: 'a' });
    } catch {
      // Tries a smaller piece next.
    }
  }
}
