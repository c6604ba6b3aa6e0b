/** A process that is measured from outside, on its own core if the system has `taskset`. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { bundled } from './bundle.ts';
import type { Used } from './probe.ts';

export const SERVER_CORE = 0;
export const LOAD_CORE = 1;

const canPin = availableParallelism() > 1 && spawnSync('taskset', ['--version']).status === 0;
const STARTED_WITHIN_MS = 120_000;

export interface Options {
  core: number;
  env?: Record<string, string> | undefined;
  args?: readonly string[] | undefined;
  probe?: boolean | undefined;
}

export class MeasuredProcess {
  readonly child: ChildProcess;
  output = '';

  /** Starts an entry of the bundle. */
  static async start(entry: string, options: Options): Promise<MeasuredProcess> {
    return new MeasuredProcess(await bundled(), entry, options);
  }

  private constructor(folder: string, entry: string, { core, env = {}, args = [], probe = true }: Options) {
    const look = probe ? ['--expose-gc', '--import', join(folder, 'probe.js')] : [];
    const node = [...look, join(folder, `${entry}.js`), ...args];
    const [program, all] = canPin
      ? ['taskset', ['-c', String(core), process.execPath, ...node]]
      : [process.execPath, node];
    this.child = spawn(program, all, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      serialization: 'advanced',
    });
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.on('data', (chunk: Buffer) => {
        this.output = `${this.output}${chunk.toString()}`.slice(-20_000);
      });
  }

  /** Waits until its output matches. */
  async says(words: RegExp): Promise<RegExpExecArray> {
    const end = Date.now() + STARTED_WITHIN_MS;
    for (;;) {
      const found = words.exec(this.output);
      if (found) return found;
      if (this.child.exitCode !== null || Date.now() > end)
        throw new Error(`${words} was not said:\n${this.output.slice(-2000)}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async used(afterGc = false): Promise<Used> {
    this.child.send(afterGc ? 'used after gc' : 'used');
    return (await this.#next((message) => 'used' in message)).used as Used;
  }

  /** Sends a question and waits for the message that answers it. */
  async ask<T>(question: object): Promise<T> {
    this.child.send(question);
    const answer = await this.#next((message) => 'answer' in message || 'failed' in message);
    if ('failed' in answer) throw new Error(String(answer['failed']));
    return answer['answer'] as T;
  }

  async end(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await gone;
  }

  #next(isIt: (message: Record<string, unknown>) => boolean): Promise<Record<string, unknown>> {
    return new Promise((resolve, reject) => {
      const hear = (message: Record<string, unknown>) => {
        if (isIt(message)) done(() => resolve(message));
      };
      const gone = () => done(() => reject(new Error(`the process ended:\n${this.output.slice(-2000)}`)));
      const done = (then: () => void) => {
        this.child.off('message', hear);
        this.child.off('exit', gone);
        then();
      };
      this.child.on('message', hear);
      this.child.on('exit', gone);
    });
  }
}
