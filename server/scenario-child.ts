/** Runs the reading of a case in a child process that can be stopped. */
import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { diagnose } from '../shared/scenario/diagnostic-catalogue.ts';
import { type CheckedCase, MAIN_FILE } from '../shared/scenario/parse-case.ts';

const HEAP_MB = 256;
const SECONDS = 20;
/** On a slow or busy machine the limit grows with the time that starting took: a good case must never be refused there. */
const TIMES_START = 10;
/** Milliseconds allowed for reading, from those that starting took. */
const usualLimit = (startedIn: number): number => Math.max(SECONDS * 1000, startedIn * TIMES_START);
/** Starting Node on a busy laptop takes its time; that is not the file's fault. */
const START_SECONDS = 60;

export type ToChild = { files: Record<string, string>; hash: string };
export type FromChild = { ready: true } | { checked: CheckedCase };

/** Where the child's code is: beside this file as source, or beside the bundle. */
function childEntry(): { path: string; execArgv: string[] } {
  const bundled = fileURLToPath(new URL('./parse-child.js', import.meta.url));
  const heap = `--max-old-space-size=${HEAP_MB}`;
  if (existsSync(bundled)) return { path: bundled, execArgv: [heap] };
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  return {
    path: fileURLToPath(new URL('./cli/parse-child.ts', import.meta.url)),
    execArgv: [heap, '--import', loader],
  };
}

/** Reads and checks a case in a child. A child that dies or takes too long becomes a finding. */
export function checkInChild(files: Record<string, string>, hash: string, limitOf = usualLimit): Promise<CheckedCase> {
  const { path, execArgv } = childEntry();
  const child = fork(path, [], { execArgv, serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  const began = performance.now();
  let allowed = START_SECONDS * 1000;
  return new Promise((resolve) => {
    const tooLong = () => finish(stopped(files, hash, allowed));
    let limit = setTimeout(tooLong, allowed);
    const finish = (result: CheckedCase) => {
      clearTimeout(limit);
      child.removeAllListeners();
      child.kill('SIGKILL');
      resolve(result);
    };
    child.on('message', (message: FromChild) => {
      if ('checked' in message) return finish(message.checked);
      clearTimeout(limit);
      allowed = limitOf(performance.now() - began);
      limit = setTimeout(tooLong, allowed);
      child.send({ files, hash } satisfies ToChild);
    });
    child.on('exit', tooLong);
    child.on('error', tooLong);
  });
}

function stopped(files: Record<string, string>, hash: string, allowed: number): CheckedCase {
  const seconds = Math.max(1, Math.round(allowed / 1000));
  const start = { line: 1, col: 1 };
  // The longest file is the likeliest cause.
  const [file = MAIN_FILE] = Object.entries(files).sort(([, a], [, b]) => b.length - a.length)[0] ?? [];
  return {
    translations: {},
    hash,
    diagnostics: [diagnose('PARSE_TOO_LONG', { seconds }, file, { start, end: start })],
  };
}
