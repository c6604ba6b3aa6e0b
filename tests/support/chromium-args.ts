/** Options of every Chromium in tests and benchmarks: headless, and without network requests of its own. */
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

/** Found by `with-chromium.mjs`. */
export const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
