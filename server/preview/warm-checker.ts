/**
 * Checks a case repeatedly in one child process with a small heap. If the child dies or takes too long, it is replaced, and
 * `parseFiles` checks the case in its own child, which turns the failure into a finding.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { compileScenario } from '../../shared/scenario/compile-scenario.ts';
import { isPlayable } from '../../shared/scenario/diagnostic.ts';
import type { CheckedCase, ParsedCase } from '../../shared/scenario/parse-case.ts';
import { hashOf, parseFiles, type SourceFiles } from '../cases/scenario-files.ts';

const HEAP_MB = 256;
/** Longer than any valid case takes, even on a busy machine. */
const LIMIT_MS = 60_000;

export type ToChecker = { files: SourceFiles; hash: string };
export type FromChecker = { ready: true } | { checked: CheckedCase };

export class WarmChecker {
  #child: ChildProcess | undefined;
  #ready: Promise<void> | undefined;
  /** One check at a time, because the answers of the child carry no request id. */
  #before: Promise<unknown> = Promise.resolve();
  #ended = false;

  /** Starts the child if it is not running. */
  warmUp(): void {
    if (this.#child) return;
    const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
    const child = fork(fileURLToPath(new URL('./check-child.ts', import.meta.url)), [], {
      execArgv: [`--max-old-space-size=${HEAP_MB}`, '--import', loader],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.#child = child;
    this.#ready = new Promise((resolve) => child.once('message', () => resolve()));
    child.once('exit', () => {
      if (this.#child === child) this.#child = undefined;
    });
  }

  check(files: SourceFiles): Promise<ParsedCase> {
    const checked = this.#before.then(() => this.#check(files));
    this.#before = checked.catch(() => undefined);
    return checked;
  }

  stop(): void {
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }

  /** Stops the child and rejects all waiting and later checks. */
  end(): void {
    this.#ended = true;
    this.stop();
  }

  async #check(files: SourceFiles): Promise<ParsedCase> {
    const hash = hashOf(files);
    this.warmUp();
    const checked = await this.#ask({ files, hash });
    if (this.#ended) throw new Error('the preview has ended');
    if (!checked) return parseFiles(files);
    const { scenario, law, ...rest } = checked;
    return scenario && law && isPlayable(rest.diagnostics)
      ? { ...rest, compiled: compileScenario(scenario, law, hash) }
      : rest;
  }

  async #ask(message: ToChecker): Promise<CheckedCase | undefined> {
    const child = this.#child;
    if (!child) return undefined;
    return new Promise((resolve) => {
      const finish = (checked: CheckedCase | undefined) => {
        clearTimeout(limit);
        child.off('message', heard);
        child.off('exit', gone);
        if (!checked) this.stop();
        resolve(checked);
      };
      const heard = (answer: FromChecker) => {
        if ('checked' in answer) finish(answer.checked);
      };
      const gone = () => finish(undefined);
      const limit = setTimeout(gone, LIMIT_MS);
      child.on('message', heard);
      child.once('exit', gone);
      void this.#ready?.then(() => child.connected && child.send(message));
    });
  }
}
