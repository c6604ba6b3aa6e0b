/** Browsers parse case art, so this test runs in one. */
import { expect, type Page, test } from '@playwright/test';
import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import type { SvgChoice } from '../../../client/art/safe-svg.ts';

declare global {
  var art: { safeSvg(text: string, choice?: SvgChoice): string | undefined };
}

let page: Page;

test.beforeAll(async ({ browser }) => {
  const built = await build({
    entryPoints: ['client/art/safe-svg.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'art',
  });
  page = await browser.newPage();
  await page.addScriptTag({ content: built.outputFiles[0]?.text ?? '' });
});
test.afterAll(() => page.close());

const safe = (text: string, choice?: SvgChoice): Promise<string | undefined> =>
  page.evaluate(([svg, wanted]) => globalThis.art.safeSvg(svg, wanted), [text, choice] as const);
const svg = (inside: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 10 20">${inside}</svg>`;

const REMOVED: [what: string, inside: string][] = [
  ['a script', '<script>alert(1)</script><path d="M0 0"/>'],
  ['a handler', '<path d="M0 0" onload="alert(1)"/>'],
  [
    'markup of the page',
    '<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="https://evil.example"/></foreignObject><path d="M0 0"/>',
  ],
  ['a link', '<a href="https://evil.example"><path d="M0 0"/></a><path d="M0 0"/>'],
  [
    'an image from elsewhere',
    '<image href="https://evil.example/x.png"/><use xlink:href="https://evil.example#x"/><path d="M0 0"/>',
  ],
  [
    'paint from elsewhere',
    '<path d="M0 0" fill="url(https://evil.example#x)" style="background:url(https://evil.example)"/>',
  ],
  ['a style sheet', '<style>@import "https://evil.example"</style><path d="M0 0"/>'],
];

test.describe('case art', () => {
  for (const [what, inside] of REMOVED)
    test(`removes ${what}`, async () => {
      const cleaned = (await safe(svg(inside))) ?? '';
      expect(cleaned).toContain('<path d="M0 0"');
      expect(cleaned).not.toMatch(/evil|alert|script|onload|style|foreign|iframe|image|href/i);
    });

  test('keeps a local clip and paints at the requested size', async () => {
    const cleaned = await safe(svg('<clipPath id="c"><path d="M0 0"/></clipPath><g clip-path="url(#c)"/>'), {
      size: { width: 40, height: 80 },
    });
    expect(cleaned).toContain('clip-path="url(#c)"');
    expect(cleaned).toMatch(/width="40"[^>]*height="80"/);
  });

  test('rejects a file that is no drawing', async () => {
    expect(await safe('<html xmlns="http://www.w3.org/1999/xhtml"/>')).toBeUndefined();
    expect(await safe('<svg xmlns="http://www.w3.org/2000/svg"><path')).toBeUndefined();
    expect(await safe('')).toBeUndefined();
  });

  test('shows exactly one face of a portrait, and no background if none is requested', async () => {
    const portrait = readFileSync('scenarios/trial-match/art/person-nyota.svg', 'utf8');
    const tired = (await safe(portrait, { expression: 'tired', without: ['ground'] })) ?? '';
    expect(tired.match(/data-expression/g)).toHaveLength(1);
    expect(tired).toContain('data-expression="tired"');
    expect(tired).not.toContain('display="none"');
    expect(tired).not.toContain('data-part="ground"');
    expect(await safe(portrait, { expression: 'no-such-face' })).toContain('data-expression="calm"');
  });
});
