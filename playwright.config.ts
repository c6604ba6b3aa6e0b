import { defineConfig } from '@playwright/test';
import { filesOf } from './tests/gate/files.ts';
import { BROWSER_PARTS } from './tests/gate/parts.ts';
import { CHROMIUM, CHROMIUM_ARGS } from './tests/support/chromium-args.ts';

/** Milliseconds after which a step, or a test, counts as hung. A busy machine is slow; no test waits for these to pass. */
const STEP_HUNG_MS = 120_000;
const TEST_HUNG_MS = 1_800_000;

/** Chromium as found by `tests/support/with-chromium.mjs`; each test starts its own server on a free port. */
export default defineConfig({
  testDir: 'tests',
  projects: BROWSER_PARTS.map((part) => ({ name: part.name, testMatch: filesOf(part).map((file) => `**/${file}`) })),
  outputDir: 'test-results/browser',
  reporter: [['list']],
  workers: 2,
  timeout: TEST_HUNG_MS,
  expect: { timeout: STEP_HUNG_MS },
  use: {
    actionTimeout: STEP_HUNG_MS,
    launchOptions: {
      executablePath: CHROMIUM,
      // Without a graphics card WebGL is emulated and takes a whole processor; the scenes draw on a plain canvas then.
      args: [...CHROMIUM_ARGS, '--disable-3d-apis'],
    },
  },
});
