/** The harness page in Chromium: a Vite server for it, a browser, and a way to open a scene. */
import { chromium, type Browser, type Page } from '@playwright/test';
import { resolve } from 'node:path';
import { createServer, type ViteDevServer } from 'vite';
import { CHROMIUM, CHROMIUM_ARGS } from '../../support/chromium-args.ts';
import type { SceneSetup } from './harness/setup.ts';

const ROOT = resolve(import.meta.dirname, '../../..');

export interface Look {
  width: number;
  height: number;
  theme?: 'light' | 'dark';
  density?: number;
  touch?: boolean;
}

export class ScenePages {
  readonly #server: ViteDevServer;
  readonly #browser: Browser;

  private constructor(server: ViteDevServer, browser: Browser) {
    [this.#server, this.#browser] = [server, browser];
  }

  static async open(): Promise<ScenePages> {
    const server = await createServer({
      configFile: false,
      root: resolve(ROOT, 'tests/client/game/harness'),
      cacheDir: resolve(ROOT, 'node_modules/.vite-scenes'),
      logLevel: 'error',
      server: { port: 0, host: '127.0.0.1', fs: { allow: [ROOT] }, hmr: false },
    });
    await server.listen();
    const browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: CHROMIUM_ARGS,
    });
    return new ScenePages(server, browser);
  }

  /** A page that shows the scene; ready once the scene has a canvas. */
  async show(setup: SceneSetup, look: Look): Promise<Page> {
    const context = await this.#browser.newContext({
      viewport: { width: look.width, height: look.height },
      deviceScaleFactor: look.density ?? 1,
      hasTouch: look.touch ?? false,
    });
    const page = await context.newPage();
    page.on('pageerror', (error) => this.errors.push(error.message));
    await page.addInitScript(
      ({ given, theme }) => {
        window.sceneSetup = given;
        document.addEventListener('readystatechange', () => document.documentElement.setAttribute('data-theme', theme));
      },
      { given: setup, theme: look.theme ?? 'light' },
    );
    await page.goto(this.#server.resolvedUrls?.local[0] ?? '');
    await page.waitForSelector('#scene > canvas', { timeout: 60_000 });
    return page;
  }

  readonly errors: string[] = [];

  async close(): Promise<void> {
    await this.#browser.close();
    await this.#server.close();
  }
}
