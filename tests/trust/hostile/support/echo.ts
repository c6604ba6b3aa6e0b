/** An echo process beside the server: its latency is that of the machine itself. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

const ECHO = `
const server = require('node:net').createServer((socket) => socket.on('error', () => {}).pipe(socket));
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
`;

export class Echo {
  readonly #child: ChildProcess;
  readonly #socket: Socket;

  private constructor(child: ChildProcess, socket: Socket) {
    this.#child = child;
    this.#socket = socket;
  }

  static async start(): Promise<Echo> {
    const child = spawn(process.execPath, ['-e', ECHO], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [port] = (await once(child.stdout, 'data')) as [Buffer];
    const socket = connect(Number(port.toString()), '127.0.0.1').setNoDelay(true);
    await once(socket, 'connect');
    return new Echo(child, socket);
  }

  /** Milliseconds of one round trip. */
  async ask(): Promise<number> {
    const began = performance.now();
    this.#socket.write('?');
    await once(this.#socket, 'data');
    return performance.now() - began;
  }

  end(): void {
    this.#socket.destroy();
    this.#child.kill('SIGKILL');
  }
}
