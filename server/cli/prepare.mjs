/**
 * Automatic set-up: installs the dependencies if they are missing or older than the lock file, and builds client and server if
 * they are missing or older than their sources. Plain Node without dependencies, because none may be installed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const MARK = join(root, 'node_modules', '.package-lock.json');

/** @param {string} message */
export const say = (message) => process.stdout.write(`baraza: ${message}\n`);

/** @param {string} reason @returns {never} */
export function fail(reason, code = 1) {
  process.stderr.write(`baraza: ${reason}\n`);
  process.exit(code);
}

/** Ends the process with one line if Node is too old. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    fail(`needs Node 20.19 or newer; this is ${process.versions.node}`, 78);
}

/** Time of the last change in milliseconds; 0 if the path does not exist. @param {string} path */
const changedAt = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

/** Time of the newest change in a folder, in milliseconds. @param {string} folder @returns {number} */
function newestIn(folder) {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { withFileTypes: true }).reduce((newest, entry) => {
    const path = join(folder, entry.name);
    return Math.max(newest, entry.isDirectory() ? newestIn(path) : changedAt(path));
  }, 0);
}

/** Installs the packages of the lock file if they are missing or older. */
export function ensureInstalled() {
  if (changedAt(MARK) > 0 && changedAt(MARK) >= changedAt(join(root, 'package-lock.json'))) return;
  // `npm ci` would delete the packages in the folder that the link points to.
  if (lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink())
    fail(
      'node_modules is a link to packages that are older than package-lock.json; remove the link, or install in the folder it points to',
      78,
    );
  say('installing dependencies (once; needs a network)');
  const { status } = runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (status !== 0) fail('the dependencies could not be installed; see the lines above');
}

/** Time of the newest change of sources that client and server share. */
const sharedChangedAt = () => Math.max(newestIn(join(root, 'shared')), changedAt(join(root, 'package-lock.json')));

/** Builds the client if it is missing or older than its sources. */
export function ensureClientBuilt() {
  const shared = sharedChangedAt();
  const client = Math.max(shared, newestIn(join(root, 'client')), changedAt(join(root, 'vite.config.ts')));
  if (changedAt(join(root, 'dist', 'client', 'index.html')) < client) {
    say('building the client');
    run('node_modules/vite/bin/vite.js', ['build', '--logLevel', 'warn']);
  }
}

/** Builds client and server if they are missing or older than their sources. */
export function ensureBuilt() {
  ensureClientBuilt();
  const server = Math.max(sharedChangedAt(), newestIn(join(root, 'server')));
  if (changedAt(join(root, 'dist', 'server', 'main.js')) < server) {
    say('building the server');
    run('server/cli/bundle.mjs', []);
  }
}

/** @param {string} script @param {readonly string[]} args */
function run(script, args) {
  const { status } = spawnSync(process.execPath, [join(root, script), ...args], { cwd: root, stdio: 'inherit' });
  if (status !== 0) fail(`${script} failed; see the lines above`);
}

/** Runs the npm that started this process, or the one on the path (a `.cmd` on Windows). @param {readonly string[]} args */
function runNpm(args) {
  const own = process.env['npm_execpath'];
  if (own?.endsWith('.js')) return spawnSync(process.execPath, [own, ...args], { cwd: root, stdio: 'inherit' });
  return spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
}

// `node server/cli/prepare.mjs`: `npm test` runs this before its tools.
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  requireNode();
  ensureInstalled();
}
