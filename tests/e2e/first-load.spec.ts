/** The page on which a phone arrives: its texts load in parallel with the program, in the person's language. */
import { type BrowserContextOptions, expect, test } from '@playwright/test';
import { BuiltServer } from './support/built-server.ts';

let server: BuiltServer;
test.beforeAll(async () => {
  server = await BuiltServer.start();
});
test.afterAll(() => server.dispose());

const CASES: [
  string,
  { options?: BrowserContextOptions; path?: string; chosen?: string; words: string; says: string },
][] = [
  ['of the device', { options: { locale: 'fr-FR' }, words: 'fr', says: 'Code de la classe' }],
  ['in the address', { path: '/?lang=sw', words: 'sw', says: 'Msimbo wa darasa' }],
  ['chosen before', { options: { locale: 'fr-FR' }, chosen: 'en', words: 'en', says: 'Class code' }],
  ['that no translation covers', { options: { locale: 'de-DE' }, words: 'en', says: 'Class code' }],
];

for (const [what, { options = {}, path = '/', chosen, words, says }] of CASES)
  test(`the texts of a language ${what} load before the program`, async ({ browser }) => {
    const context = await browser.newContext(options);
    if (chosen !== undefined)
      await context.addInitScript((one) => localStorage.setItem('baraza.language', JSON.stringify(one)), chosen);
    const page = await context.newPage();
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
    const wordsAsked = page.waitForRequest(new RegExp(`/assets/${words}-[\\w-]+\\.js$`));
    // The program is held back until its texts are requested: if the program requested them, the test would hang.
    await page.route(/\/assets\/first-[\w-]+\.js$/, async (route) => {
      await wordsAsked;
      await route.continue();
    });
    await page.goto(`${server.url}${path}`);
    await expect(page.getByLabel(says, { exact: true })).toBeVisible();
    expect(fetched.filter((one) => /\/assets\/(?:en|fr|sw)-/.test(one))).toHaveLength(1);
    // A page with a field and a button loads no code of rooms, trainers or text checks.
    expect(fetched.filter((one) => one.endsWith('.js'))).toHaveLength(4);
    await context.close();
  });
