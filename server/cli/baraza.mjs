#!/usr/bin/env node
/** `npx baraza`: installs and builds if needed, then runs the command. Plain Node, so that it runs before any install. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt, ensureInstalled, requireNode, root } from './prepare.mjs';

const BEFORE_INSTALL = `Usage: npx baraza <command>

  start    install, build and start the server; prints the address, the trainer key and a QR code for the class

Install first to see all other commands: \`npx baraza start\` or \`npm ci\`.
`;

const [command = '--help', ...args] = process.argv.slice(2);
const TSX = join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs');
const LOADER = join(root, 'node_modules', 'tsx', 'dist', 'loader.mjs');

const OPERATIONS = join(root, 'dist', 'server', 'operations.js');

/** Runs a command of `author.ts` in a child process and ends with its exit code. @param {readonly string[]} words */
function runAuthor(words) {
  const script = join(root, 'server', 'cli', 'author.ts');
  const child = spawn(process.execPath, ['--import', pathToFileURL(LOADER).href, script, ...words], {
    stdio: 'inherit',
  });
  // The terminal sends Ctrl-C to the child, too; this process waits for it to end.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (signal === null ? 0 : constants.signals[signal])));
}

/** Runs the server from its sources with a restart on change, behind Vite, which serves and reloads the pages. */
function runDev() {
  const port = process.env['PORT'] ?? '2567';
  const server = spawn(
    process.execPath,
    [TSX, 'watch', '--clear-screen=false', join(root, 'server', 'main.ts'), '--dev', ...args],
    { stdio: 'inherit', cwd: process.cwd() },
  );
  const vite = spawn(process.execPath, [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), '--host'], {
    stdio: 'inherit',
    cwd: root,
    env: { ...process.env, BARAZA_DEV_SERVER: `http://127.0.0.1:${port}` },
  });
  const end = () => {
    server.kill('SIGTERM');
    vite.kill('SIGTERM');
  };
  for (const child of [server, vite]) child.on('exit', end);
  process.on('SIGTERM', end);
  // The terminal sends Ctrl-C to the children, too; this process waits for them to end.
  process.on('SIGINT', () => undefined);
}

requireNode();
const asksForHelp = args.includes('--help') || args.includes('-h');
if (command === 'start' && !asksForHelp) {
  ensureInstalled();
  ensureBuilt();
  // In this process, so that any signal to it ends the server.
  await import(pathToFileURL(join(root, 'dist', 'server', 'main.js')).href);
} else if (command === 'dev' && !asksForHelp) {
  ensureInstalled();
  runDev();
} else if (!existsSync(LOADER) && existsSync(OPERATIONS)) {
  // Installed without the tools of authors: run the bundled commands for operators.
  await import(pathToFileURL(OPERATIONS).href);
} else if (['--help', '-h', 'help'].includes(command) && !existsSync(LOADER)) {
  // Help alone installs nothing.
  process.stdout.write(BEFORE_INSTALL);
} else {
  ensureInstalled();
  runAuthor([command, ...args]);
}
