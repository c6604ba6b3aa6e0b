/**
 * Set-up that nobody has to think of: installs the dependencies where they are missing or older than the lock file, and
 * builds what is missing or older than its sources. Plain Node without dependencies, because there may be none yet.
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

/** Ends with one line where Node is too old. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    fail(`needs Node 20.19 or newer; this is ${process.versions.node}`, 78);
}

/** Milliseconds of the last change; 0 where there is nothing. @param {string} path */
const changedAt = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

/** The newest file in a folder. @param {string} folder @returns {number} */
function newestIn(folder) {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { withFileTypes: true }).reduce((newest, entry) => {
    const path = join(folder, entry.name);
    return Math.max(newest, entry.isDirectory() ? newestIn(path) : changedAt(path));
  }, 0);
}

/** Installs exactly what the lock file says, if that is not what is there. */
export function ensureInstalled() {
  if (changedAt(MARK) > 0 && changedAt(MARK) >= changedAt(join(root, 'package-lock.json'))) return;
  // Installing through a link would empty the folder of whoever it leads to.
  if (lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink())
    fail(
      'node_modules is a link to packages that are older than package-lock.json; remove the link or install where it leads',
      78,
    );
  say('installing dependencies (once; needs a network)');
  const { status } = runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (status !== 0) fail('the dependencies could not be installed; see the lines above');
}

/** When anything changed that both client and server are built from. */
const sharedChangedAt = () => Math.max(newestIn(join(root, 'shared')), changedAt(join(root, 'package-lock.json')));

/** Builds the client where it is missing or older than what it is built from. */
export function ensureClientBuilt() {
  const shared = sharedChangedAt();
  const client = Math.max(shared, newestIn(join(root, 'client')), changedAt(join(root, 'vite.config.ts')));
  if (changedAt(join(root, 'dist', 'client', 'index.html')) < client) {
    say('building the client');
    run('node_modules/vite/bin/vite.js', ['build', '--logLevel', 'warn']);
  }
}

/** Builds client and server where they are missing or older than what they are built from. */
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

/** npm as it was started, or the one on the path (a `.cmd` on Windows). @param {readonly string[]} args */
function runNpm(args) {
  const own = process.env['npm_execpath'];
  if (own?.endsWith('.js')) return spawnSync(process.execPath, [own, ...args], { cwd: root, stdio: 'inherit' });
  return spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
}

// `node server/cli/prepare.mjs`: what `npm test` needs before its first tool can run.
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  requireNode();
  ensureInstalled();
}
