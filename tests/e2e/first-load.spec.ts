/** The page on which a phone arrives: its words come beside the program, in the language that this person will read. */
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
  ['spoken by the device', { options: { locale: 'fr-FR' }, words: 'fr', says: 'Code de la classe' }],
  ['asked for in the address', { path: '/?lang=sw', words: 'sw', says: 'Msimbo wa darasa' }],
  ['chosen before', { options: { locale: 'fr-FR' }, chosen: 'en', words: 'en', says: 'Class code' }],
  ['known to nobody', { options: { locale: 'de-DE' }, words: 'en', says: 'Class code' }],
];

for (const [what, { options = {}, path = '/', chosen, words, says }] of CASES)
  test(`the words of a language ${what} do not wait for the program`, async ({ browser }) => {
    const context = await browser.newContext(options);
    if (chosen !== undefined)
      await context.addInitScript((one) => localStorage.setItem('baraza.language', JSON.stringify(one)), chosen);
    const page = await context.newPage();
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
    const wordsAsked = page.waitForRequest(new RegExp(`/assets/${words}-[\\w-]+\\.js$`));
    // The program is held back until its words are asked for: were they asked for by it, nothing would ever come.
    await page.route(/\/assets\/first-[\w-]+\.js$/, async (route) => {
      await wordsAsked;
      await route.continue();
    });
    await page.goto(`${server.url}${path}`);
    await expect(page.getByLabel(says, { exact: true })).toBeVisible();
    expect(fetched.filter((one) => /\/assets\/(?:en|fr|sw)-/.test(one))).toHaveLength(1);
    // Nothing of the room, the trainer or the checks of texts is fetched for a page with a field and a button.
    expect(fetched.filter((one) => one.endsWith('.js'))).toHaveLength(4);
    await context.close();
  });
