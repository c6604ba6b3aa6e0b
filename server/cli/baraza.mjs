#!/usr/bin/env node
/** `npx baraza`: does its own set-up, then what was asked for. Plain Node, so that it can run before anything is installed. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt, ensureInstalled, requireNode, root } from './prepare.mjs';

const BEFORE_INSTALL = `Usage: npx baraza <command>

  start    install what is missing, build, start; prints the address, the trainer key and a QR for the class

Everything else, for authors too, is listed here once it is installed: \`npx baraza start\` or \`npm ci\`.
`;

const [command = '--help', ...args] = process.argv.slice(2);
const TSX = join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs');
const LOADER = join(root, 'node_modules', 'tsx', 'dist', 'loader.mjs');

const OPERATIONS = join(root, 'dist', 'server', 'operations.js');

/** A program of authors, to its end: whatever ends it, we end alike. @param {readonly string[]} words */
function author(words) {
  const script = join(root, 'server', 'cli', 'author.ts');
  const child = spawn(process.execPath, ['--import', pathToFileURL(LOADER).href, script, ...words], {
    stdio: 'inherit',
  });
  // Ctrl-C reaches the child by itself, and it may have something to say before it ends.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (signal === null ? 0 : constants.signals[signal])));
}

/** The server from its sources, restarted on change, behind Vite, which serves the pages and reloads them. */
function dev() {
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
  // Ctrl-C reaches all of us by itself; we only wait for the others.
  process.on('SIGINT', () => undefined);
}

requireNode();
const asksForHelp = args.includes('--help') || args.includes('-h');
if (command === 'start' && !asksForHelp) {
  ensureInstalled();
  ensureBuilt();
  // In this process: whoever ends it, however, ends the server.
  await import(pathToFileURL(join(root, 'dist', 'server', 'main.js')).href);
} else if (command === 'dev' && !asksForHelp) {
  ensureInstalled();
  dev();
} else if (!existsSync(LOADER) && existsSync(OPERATIONS)) {
  // Installed to run a class only: no tools of authors, but those of whoever runs the server.
  await import(pathToFileURL(OPERATIONS).href);
} else if (['--help', '-h', 'help'].includes(command) && !existsSync(LOADER)) {
  // Nothing is installed only to be told what there is.
  process.stdout.write(BEFORE_INSTALL);
} else {
  ensureInstalled();
  author([command, ...args]);
}
