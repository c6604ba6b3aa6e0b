/** The harness page in Chromium: built once, served, and opened in its own browser with WebGL. */
import { chromium, type Browser, type Page } from '@playwright/test';
import { join, resolve } from 'node:path';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { build, preview, type PreviewServer } from 'vite';
import { CHROMIUM, CHROMIUM_ARGS } from '../../support/chromium-args.ts';
import type { SceneSetup } from './harness/setup.ts';

const HARNESS = resolve(import.meta.dirname, 'harness');

/** Milliseconds after which a page counts as hung. */
const HUNG_MS = 120_000;

export interface Look {
  width: number;
  height: number;
  theme?: 'light' | 'dark';
  density?: number;
  touch?: boolean;
}

export class ScenePages {
  readonly #server: PreviewServer;
  readonly #browser: Browser;
  readonly #folder: string;

  private constructor(server: PreviewServer, browser: Browser, folder: string) {
    [this.#server, this.#browser, this.#folder] = [server, browser, folder];
  }

  static async open(): Promise<ScenePages> {
    const outDir = mkdtempSync(join(tmpdir(), 'scenes-'));
    const common = { configFile: false, root: HARNESS, logLevel: 'error' } as const;
    await build({ ...common, build: { outDir, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 2000 } });
    const server = await preview({ ...common, build: { outDir }, preview: { port: 0, host: '127.0.0.1' } });
    const browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: CHROMIUM_ARGS,
    });
    return new ScenePages(server, browser, outDir);
  }

  /** A page that shows the scene; ready once the scene has a canvas. */
  async show(setup: SceneSetup, look: Look): Promise<Page> {
    const context = await this.#browser.newContext({
      viewport: { width: look.width, height: look.height },
      deviceScaleFactor: look.density ?? 1,
      hasTouch: look.touch ?? false,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(HUNG_MS);
    page.on('pageerror', (error) => this.errors.push(error.message));
    await page.addInitScript(
      ({ given, theme }) => {
        window.sceneSetup = given;
        document.addEventListener('readystatechange', () => document.documentElement.setAttribute('data-theme', theme));
      },
      { given: setup, theme: look.theme ?? 'light' },
    );
    await page.goto(this.#server.resolvedUrls?.local[0] ?? '');
    await page.waitForSelector('#scene > canvas');
    return page;
  }

  readonly errors: string[] = [];

  async close(): Promise<void> {
    await this.#browser.close();
    await this.#server.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
