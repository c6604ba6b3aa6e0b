/** How every Chromium of the tests and benchmarks is started: without a screen, and asking nobody for anything. */
export const CHROMIUM_ARGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** As found by `with-chromium.mjs`. */
export const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
