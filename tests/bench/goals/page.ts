/**
 * P10: the page on which a phone arrives: its weight before Phaser, and the time until a person can type, compared with
 * plain HTML.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { performance } from 'node:perf_hooks';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium } from '@playwright/test';
import { CHROMIUM, CHROMIUM_ARGS } from '../../support/chromium-args.ts';
import { ROOT } from '../support/bundle.ts';
import { type Finding, compare, figure, rounds } from '../support/figures.ts';
import type { Scale } from '../support/scale.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** Text, a field and a button: the minimum page without any loading. */
const PLAIN = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Plain</title><body><h1>Plain</h1><form><label>Code <input name="code" autofocus></label><button>Go</button></form></body></html>`;

/** Serves the built client, compressed like on the server, and the plain page; records the requests. */
async function serve(folder: string) {
  const asked: { path: string; zipped: number }[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const path = normalize(new URL(request.url ?? '/', 'http://x').pathname);
      const file = join(folder, extname(path) === '' ? 'index.html' : path);
      const body = path === '/plain' ? Buffer.from(PLAIN) : existsSync(file) ? await readFile(file) : undefined;
      if (!body) {
        response.writeHead(404).end();
        return;
      }
      const zipped = gzipSync(body);
      if (path !== '/plain') asked.push({ path, zipped: zipped.length });
      response
        .writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'text/html', 'content-encoding': 'gzip' })
        .end(zipped);
    })();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, close: () => server.close() };
}

/** Milliseconds until a field accepts typing, in a browser with an empty cache. */
async function interactive(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  try {
    const page = await context.newPage();
    const began = performance.now();
    await page.goto(url, { waitUntil: 'commit' });
    const field = page.locator('input').first();
    await field.waitFor({ state: 'visible' });
    await field.fill('A');
    return performance.now() - began;
  } finally {
    await context.close();
  }
}

export async function pageFindings(scale: Scale): Promise<Finding[]> {
  const folder = await mkdtemp(join(tmpdir(), 'baraza-bench-client-'));
  const built = spawnSync(
    process.execPath,
    [join(ROOT, 'node_modules/vite/bin/vite.js'), 'build', '--outDir', folder],
    {
      cwd: ROOT,
      encoding: 'utf8',
    },
  );
  if (built.status !== 0) throw new Error(`the client could not be built:\n${built.stderr}`);
  const site = await serve(folder);
  const browser = await chromium.launch({ args: CHROMIUM_ARGS, executablePath: CHROMIUM });
  try {
    await interactive(browser, site.url);
    const files = site.asked.length;
    const weight = site.asked.reduce((sum, { zipped }) => sum + zipped, 0);
    const all = await rounds(
      { count: Math.min(10, scale.rounds) },
      () => interactive(browser, `${site.url}/plain`),
      () => interactive(browser, site.url),
    );
    const { ratio, spread, floor, measured } = compare(all.floor, all.ours);
    return [
      {
        goal: 'P10',
        what: `first page before Phaser, gzip, ${files} files`,
        value: weight / 1024,
        unit: ' kB',
        limit: 300,
        measured: `${figure(weight / 1024)} kB`,
      },
      {
        goal: 'P10',
        what: 'first page takes what is typed, Chromium',
        value: ratio,
        unit: '×',
        limit: 2,
        spread,
        floor: `${figure(floor)} ms`,
        measured: `${figure(measured)} ms`,
      },
    ];
  } finally {
    await browser.close();
    site.close();
    await rm(folder, { recursive: true, force: true });
  }
}
