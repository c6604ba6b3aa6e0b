/**
 * How the server is bundled, also by tests and benchmarks that start it as it is shipped. Packages of many small files
 * are taken in, because finding and opening those was most of a start; all others stay in node_modules.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './prepare.mjs';

const TAKEN_IN = ['kysely', 'prom-client', 'qrcode', 'rate-limiter-flexible', 'xstate', 'yaml', 'zod'];
const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** @type {import('./bundle-options.d.mts').BundleOptions} */
export const BUNDLE = {
  bundle: true,
  external: Object.keys(dependencies).filter((name) => !TAKEN_IN.includes(name)),
  platform: 'node',
  format: 'esm',
  target: 'node20',
  // What is taken in may be CommonJS and ask for parts of Node.
  banner: {
    js: "import { createRequire as nodeRequire } from 'node:module'; const require = nodeRequire(import.meta.url);",
  },
  logLevel: 'warning',
};
