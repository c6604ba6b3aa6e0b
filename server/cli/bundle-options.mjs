/**
 * Options of the server bundle; tests and benchmarks start the same bundle. Packages of many small files are bundled, because
 * resolving and opening those files took most of the start time; all others stay in node_modules.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './prepare.mjs';

const BUNDLED = ['kysely', 'prom-client', 'qrcode', 'rate-limiter-flexible', 'xstate', 'yaml', 'zod'];
const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** @type {import('./bundle-options.d.mts').BundleOptions} */
export const BUNDLE = {
  bundle: true,
  external: Object.keys(dependencies).filter((name) => !BUNDLED.includes(name)),
  platform: 'node',
  format: 'esm',
  target: 'node20',
  // Bundled CommonJS packages call `require` for Node modules.
  banner: {
    js: "import { createRequire as nodeRequire } from 'node:module'; const require = nodeRequire(import.meta.url);",
  },
  logLevel: 'warning',
};
