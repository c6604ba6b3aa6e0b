/**
 * `node tests/support/with-chromium.mjs <tool> [args]`: runs a tool of node_modules/.bin with CHROMIUM set to a browser
 * that works. Uses CHROMIUM, else an installed browser, else installs Debian's where that is allowed.
 *
 * The headless shell comes first: the full browser draws the pages of its own window as well, for each page that a test opens,
 * and needs 1.7 times the time for the same screens.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';

const SHELL = 'chromium-headless-shell';
const NAMES = [SHELL, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
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
  for (const name of [SHELL, 'chromium']) {
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], { stdio: 'inherit', env });
    const found = find();
    if (found !== undefined) return found;
  }
  return undefined;
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
