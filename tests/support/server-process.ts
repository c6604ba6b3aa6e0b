/** The server in its own process, which can be killed at any moment and restarted. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { aCase } from './a-scenario.ts';
import { bundledServer } from './bundled-server.ts';
import { freePort } from './free-port.ts';

/** Milliseconds after which a start counts as hung. */
const STARTED_WITHIN_MS = 600_000;

/** How the process is started. */
export interface Running {
  /** Options of Node itself, such as a preload. */
  node?: readonly string[];
  /** Arguments of the server, such as `--dev`. */
  args?: readonly string[];
  /** A program that wraps it, with its options (`strace -D …`). */
  through?: readonly string[];
}

export class ServerProcess {
  readonly folder: string;
  readonly port: number;
  readonly #main: string;
  #child: ChildProcess | undefined;
  #output = '';

  private constructor(folder: string, port: number, main: string) {
    this.folder = folder;
    this.port = port;
    this.#main = main;
  }

  /** Creates a folder with the small case or with these files, and reserves a free port for every start. */
  static async prepare({ files = aCase() }: { files?: Record<string, string> } = {}): Promise<ServerProcess> {
    const folder = await mkdtemp(join(tmpdir(), 'baraza-process-'));
    for (const [name, text] of Object.entries(files)) {
      const path = join(folder, 'scenarios', name.startsWith('jurisdictions/') ? name : join('small-case', name));
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, text);
    }
    return new ServerProcess(folder, await freePort(), await bundledServer());
  }

  get dataFolder(): string {
    return join(this.folder, 'data');
  }

  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** True if the process has ended. */
  get hasEnded(): boolean {
    return this.#child !== undefined && (this.#child.exitCode !== null || this.#child.signalCode !== null);
  }

  get output(): string {
    return this.#output;
  }

  get trainerKey(): string {
    return /Trainer key ([A-Z0-9-]+)/.exec(this.#output)?.[1] ?? '';
  }

  /** Starts and waits until it is ready. */
  async start(env: Record<string, string> = {}, running: Running = {}): Promise<void> {
    const child = this.spawn(env, running.args, running);
    this.#child = child;
    const end = Date.now() + STARTED_WITHIN_MS;
    // The line with the key comes last; on a busy machine it arrives in a separate chunk.
    while (!/is ready[^]*Trainer key .*\n/.test(this.#output)) {
      if (child.exitCode !== null || child.signalCode !== null || Date.now() > end)
        throw new Error(`the server did not start:\n${this.#output}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  /** Starts without waiting. */
  spawn(
    env: Record<string, string> = {},
    args: readonly string[] = [],
    { node = [], through = [] }: Running = {},
  ): ChildProcess {
    this.#output = '';
    const [program = '', ...rest] = [...through, process.execPath, ...node, this.#main, ...args];
    const child = spawn(program, rest, {
      env: {
        ...process.env,
        PORT: String(this.port),
        HOST: '127.0.0.1',
        BARAZA_DATA: this.dataFolder,
        BARAZA_SCENARIOS: join(this.folder, 'scenarios'),
        // A backup started at the end of one class must not outlive its test.
        BARAZA_BACKUPS: 'off',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        this.#output += chunk.toString();
      });
    }
    return child;
  }

  /** Ends it with a signal and waits for the end. Returns the exit code. */
  async end(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
    return child.exitCode;
  }

  /** Copies the data folder as it is on disk now. */
  async copyData(to: string): Promise<void> {
    await cp(this.dataFolder, to, { recursive: true });
  }

  async dispose(): Promise<void> {
    await this.end('SIGKILL');
    await rm(this.folder, { recursive: true, force: true });
  }
}
