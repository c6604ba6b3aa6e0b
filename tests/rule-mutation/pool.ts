/** Processes that each do one piece of work at a time. One that hangs or dies is replaced; its piece then counts as failed. */
import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Answer, Question } from './worker.ts';

const WORKER = join(import.meta.dirname, 'worker.ts');
const NODE = ['--import', 'tsx', '--max-old-space-size=3000'];

/** What a worker says, or what happened to it. */
export type Outcome = Answer | 'hung' | 'died';

class Worker {
  readonly #args: readonly string[];
  #child: ChildProcess | undefined;

  constructor(args: readonly string[]) {
    this.#args = args;
  }

  /** Resolves with `hung` after `limit` milliseconds. */
  async ask(question: Question, limit: number): Promise<Outcome> {
    const child = this.#child ?? (await this.#start());
    return new Promise((resolve) => {
      const end = (outcome: Outcome): void => {
        clearTimeout(timer);
        child.removeAllListeners();
        if (typeof outcome === 'string') this.stop();
        resolve(outcome);
      };
      const timer = setTimeout(() => end('hung'), limit);
      child.once('message', (answer) => end(answer as Answer));
      child.once('exit', () => end('died'));
      child.send(question);
    });
  }

  stop(): void {
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }

  async #start(): Promise<ChildProcess> {
    const child = fork(WORKER, [...this.#args], { execArgv: NODE });
    await new Promise((resolve, reject) => {
      child.once('message', resolve);
      child.once('exit', (code) => reject(new Error(`a worker ended with code ${code}`)));
    });
    child.removeAllListeners();
    this.#child = child;
    return child;
  }
}

export class Pool {
  readonly #workers: readonly Worker[];

  constructor(root: string, rules: readonly string[], testFiles: readonly string[]) {
    const args = [root, JSON.stringify(rules), JSON.stringify(testFiles)];
    this.#workers = Array.from({ length: availableParallelism() }, () => new Worker(args));
  }

  /** Gives each piece to the next free worker, in order. */
  async each<T>(
    pieces: readonly T[],
    work: (piece: T, ask: (question: Question, limit: number) => Promise<Outcome>) => Promise<void>,
  ): Promise<void> {
    const queue = [...pieces].toReversed();
    const runs = async (worker: Worker): Promise<void> => {
      for (let piece = queue.pop(); piece !== undefined; piece = queue.pop())
        await work(piece, (question, limit) => worker.ask(question, limit));
    };
    await Promise.all(this.#workers.map(runs));
  }

  stop(): void {
    for (const worker of this.#workers) worker.stop();
  }
}
