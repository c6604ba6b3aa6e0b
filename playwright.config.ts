import { defineConfig } from '@playwright/test';
import { CHROMIUM, CHROMIUM_ARGS } from './tests/support/chromium-args.ts';

/** Chromium as found by `tests/support/with-chromium.mjs`; each test starts its own server on a free port. */
export default defineConfig({
  testDir: 'tests',
  testMatch: ['e2e/*.spec.ts', 'trust/**/*.spec.ts'],
  outputDir: 'test-results',
  reporter: [['list']],
  workers: 1,
  // A second try on a machine that builds for others at the same time; what needs it is printed as flaky.
  retries: process.env['CI'] === 'true' ? 1 : 0,
  timeout: 600_000,
  expect: { timeout: 15_000 },
  use: {
    actionTimeout: 15_000,
    launchOptions: {
      executablePath: CHROMIUM,
      // Without a graphics card WebGL is emulated and takes a whole processor; the scenes draw on a plain canvas then.
      args: [...CHROMIUM_ARGS, '--disable-3d-apis'],
    },
  },
});
