/** Checks a case in a child process that can be killed. */
import { fork } from 'node:child_process';
import { diagnose } from '../../shared/scenario/diagnostic-catalogue.ts';
import { type CheckedCase, MAIN_FILE } from '../../shared/scenario/parse-case.ts';
import { childEntry } from '../host/child-entry.ts';

const HEAP_MB = 256;
/** CPU seconds for one case. The largest case of the project takes one. */
const CPU_SECONDS = 20;
/** Elapsed seconds after which the child hangs without computing, even on a busy machine. */
const STUCK_SECONDS = 300;

export type ToChild = { files: Record<string, string>; hash: string; cpuMs: number };
export type FromChild = { ready: true } | { checked: CheckedCase };

/** Reads and checks a case in a child. A child that dies or computes for more than `cpuMs` becomes a finding. */
export function checkInChild(
  files: Record<string, string>,
  hash: string,
  cpuMs: number = CPU_SECONDS * 1000,
): Promise<CheckedCase> {
  const { path, execArgv } = childEntry('cases/parse-child', [`--max-old-space-size=${HEAP_MB}`]);
  const child = fork(path, [], { execArgv, serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  return new Promise((resolve) => {
    const tooLong = () => finish(stopped(files, hash, cpuMs));
    const stuck = setTimeout(tooLong, STUCK_SECONDS * 1000);
    const finish = (result: CheckedCase) => {
      clearTimeout(stuck);
      child.removeAllListeners();
      child.kill('SIGKILL');
      resolve(result);
    };
    child.on('message', (message: FromChild) => {
      if ('checked' in message) return finish(message.checked);
      child.send({ files, hash, cpuMs } satisfies ToChild);
    });
    child.on('exit', tooLong);
    child.on('error', tooLong);
  });
}

function stopped(files: Record<string, string>, hash: string, cpuMs: number): CheckedCase {
  const seconds = Math.max(1, Math.round(cpuMs / 1000));
  const start = { line: 1, col: 1 };
  // The longest file is the most likely cause.
  const [file = MAIN_FILE] = Object.entries(files).sort(([, a], [, b]) => b.length - a.length)[0] ?? [];
  return {
    translations: {},
    hash,
    diagnostics: [diagnose('PARSE_TOO_LONG', { seconds }, file, { start, end: start })],
  };
}
