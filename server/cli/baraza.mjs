#!/usr/bin/env node
/** `npx baraza`: does its own set-up, then what was asked for. Plain Node, so that it can run before anything is installed. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt, ensureInstalled, requireNode, root } from './prepare.mjs';

const HELP = `Usage: npx baraza <command>

  start            install what is missing, build, start; prints the address, the trainer key and a QR for the class
      --new-key    make a new trainer key (the old one and its sessions end)
  dev              the same from the sources: pages and cases are reloaded when they change
  check [paths]    every finding of the cases, as file:line:col; --format json for tools
  schema           write the JSON Schema that editors use while a case is written
      --check      only say whether it is up to date

Settings (environment)
  PORT=2567              HOST=0.0.0.0
  BARAZA_DATA=./data     where exercises are kept; one running Baraza per folder
  BARAZA_SCENARIOS       another folder of cases
  BARAZA_LOG=warn        trace, debug, info, warn, error, silent

On a class-room network: docs/hosting-lan.md
`;

const [command = '--help', ...args] = process.argv.slice(2);
const TSX = join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs');

/** Runs a script to its end and ends as it did. @param {readonly string[]} nodeArgs */
function run(nodeArgs) {
  const child = spawn(process.execPath, nodeArgs, { stdio: 'inherit' });
  child.on('exit', (code) => process.exit(code ?? 1));
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
switch (command) {
  case 'start':
    ensureInstalled();
    ensureBuilt();
    // In this process: whoever ends it, however, ends the server.
    await import(pathToFileURL(join(root, 'dist', 'server', 'main.js')).href);
    break;
  case 'dev':
    ensureInstalled();
    dev();
    break;
  case '--help':
  case '-h':
  case 'help':
    process.stdout.write(HELP);
    break;
  default:
    // Whatever an author asks for; a command that is not there is answered there, too.
    ensureInstalled();
    run([TSX, join(root, 'server', 'cli', 'author.ts'), command, ...args]);
}
