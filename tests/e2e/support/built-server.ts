/** The shipped server: `dist/server/main.js` in its own process, with its own data folder and a fixed port. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { eventually } from '../../support/eventually.ts';
import { freePort } from '../../support/free-port.ts';

const MAIN = fileURLToPath(new URL('../../../dist/server/main.js', import.meta.url));
const READY_WITHIN_MS = 60_000;

export class BuiltServer {
  readonly port: number;
  readonly #data: string;
  #child: ChildProcess | undefined;
  #output = '';
  #key = '';

  private constructor(data: string, port: number) {
    this.#data = data;
    this.port = port;
  }

  static async start(): Promise<BuiltServer> {
    if (!existsSync(MAIN)) throw new Error('there is no built server: run `npm run build` first');
    const server = new BuiltServer(await mkdtemp(join(tmpdir(), 'baraza-e2e-')), await freePort());
    await server.start();
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Printed only at the first start of a data folder. */
  get trainerKey(): string {
    return this.#key;
  }

  async start(): Promise<void> {
    this.#output = '';
    const env = {
      PORT: String(this.port),
      HOST: '127.0.0.1',
      BARAZA_DATA: this.#data,
      BARAZA_LOG: 'silent',
      BARAZA_BACKUPS: 'off',
    };
    const child = spawn(process.execPath, [MAIN], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        this.#output += chunk.toString();
      });
    const stands = (): string => (child.exitCode === null ? this.#output : `ended: ${this.#output}`);
    await eventually(stands, (output) => /Trainer key .*\n|^ended/.test(output), 'the server', READY_WITHIN_MS);
    if (child.exitCode !== null) throw new Error(`the server did not start:\n${this.#output}`);
    this.#key = /Trainer key ([A-Z0-9-]{4,})/.exec(this.#output)?.[1] ?? this.#key;
  }

  /** `kill -9`: no farewell, and no flush of data that is not on disk. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  async dispose(): Promise<void> {
    await this.kill();
    await rm(this.#data, { recursive: true, force: true });
  }
}
