/**
 * `node tests/support/with-chromium.mjs <tool> [args]`: runs a tool of node_modules/.bin with CHROMIUM set to a browser
 * that works. Uses CHROMIUM, else an installed Chromium or Chrome, else installs Debian's where that is allowed.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const FIXED = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** @param {string} path */
function runs(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function find() {
  const folders = ['/usr/bin', ...(process.env['PATH'] ?? '').split(delimiter)];
  return [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...FIXED].find(runs);
}

function install() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !runs('/usr/bin/apt-get')) return undefined;
  process.stdout.write('installing Chromium for the browser tests (once)\n');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { stdio: 'inherit', env });
  return find();
}

const given = process.env['CHROMIUM'];
if (given !== undefined && !runs(given)) {
  process.stderr.write(`CHROMIUM=${given} is no program that can be run\n`);
  process.exit(78);
}
const chromium = given ?? find() ?? install();
if (chromium === undefined) {
  process.stderr.write(
    'The browser tests need Chromium or Google Chrome. Install one (Debian, Ubuntu: sudo apt-get install chromium)\n' +
      'or say where it is: CHROMIUM=/path/to/chromium npm test\n',
  );
  process.exit(1);
}
const [tool = '', ...args] = process.argv.slice(2);
const { status } = spawnSync(join('node_modules', '.bin', tool), args, {
  stdio: 'inherit',
  env: { ...process.env, CHROMIUM: chromium },
  shell: process.platform === 'win32',
});
process.exit(status ?? 1);
