/**
 * A bad network between a client and the server, in this process: a pipe of bytes that can be slow, stall, lose its
 * connections without a word, break them, or refuse new ones. Real clients connect to `url` as if it were the server.
 *
 *   const network = await ChaosProxy.before(server.port, { latencyMs: 150, kbitPerSecond: 64 });
 *   network.stall();   // half-open: nothing passes, nobody is told
 *   network.heal();    // what was held passes on
 *   network.lose();    // the connections of now are dead for ever without a word; new ones work
 *   network.reset();   // the connections of now are broken, both sides are told
 *   await network.refuse(); await network.accept();
 */
import { once } from 'node:events';
import { createConnection, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { freePort } from '../../support/free-port.ts';
import { Pipe, type Weather } from './chaos-pipe.ts';

export type { Weather } from './chaos-pipe.ts';

interface Connection {
  client: Socket;
  server: Socket;
  up: Pipe;
  down: Pipe;
}

export class ChaosProxy {
  readonly port: number;
  readonly #target: number;
  readonly #connections = new Set<Connection>();
  readonly #lost = new Set<Connection>();
  #listener: Server;
  #weather: Weather;
  #stalled: 'no' | 'both' | 'down' = 'no';
  /** Accepted connections so far. */
  accepted = 0;

  private constructor(listener: Server, target: number, weather: Weather) {
    this.#listener = listener;
    this.#target = target;
    this.#weather = weather;
    this.port = (listener.address() as AddressInfo).port;
    listener.on('connection', (client) => this.#take(client));
  }

  static async before(target: number, weather: Weather = {}): Promise<ChaosProxy> {
    return new ChaosProxy(await listenOn(await freePort()), target, weather);
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get open(): number {
    return this.#connections.size;
  }

  /** Bytes passed by the open connections. */
  get bytes(): { up: number; down: number } {
    let [up, down] = [0, 0];
    for (const connection of this.#connections) {
      up += connection.up.passed;
      down += connection.down.passed;
    }
    return { up, down };
  }

  /** Changes the quality of present and future connections. */
  weather(weather: Weather): void {
    this.#weather = weather;
    for (const { up, down } of this.#connections) {
      up.weather = weather;
      down.weather = weather;
    }
  }

  /** Nothing passes and no end is told, in both directions or from the server only; new connections behave the same. */
  stall(direction: 'both' | 'down' = 'both'): void {
    this.#stalled = direction;
    for (const connection of this.#connections) this.#hold(connection);
  }

  /** Passes on the held bytes. */
  heal(): void {
    this.#stalled = 'no';
    for (const { up, down } of this.#connections) {
      up.release();
      down.release();
    }
  }

  /** Drops the present connections silently (another access point, an expired NAT entry). */
  lose(): void {
    for (const connection of this.#connections) {
      connection.up.hold();
      connection.down.hold();
      this.#connections.delete(connection);
      this.#lost.add(connection);
    }
  }

  /** Breaks the present connections; both sides are told. */
  reset(): void {
    for (const { client, server } of this.#connections) {
      client.resetAndDestroy();
      server.resetAndDestroy();
    }
    this.#connections.clear();
  }

  /** Passes this many bytes to the server, then breaks: a message is cut in two. */
  cutAfter(bytes: number): void {
    for (const connection of this.#connections) {
      connection.up.cutAfter(bytes, () => {
        connection.client.resetAndDestroy();
        connection.server.resetAndDestroy();
      });
    }
  }

  /** Stops listening and breaks all connections: the server is unreachable. */
  async refuse(): Promise<void> {
    if (!this.#listener.listening) return;
    const closed = once(this.#listener, 'close');
    this.#listener.close();
    this.reset();
    await closed;
  }

  async accept(): Promise<void> {
    if (this.#listener.listening) return;
    this.#listener = await listenOn(this.port);
    this.#listener.on('connection', (client) => this.#take(client));
  }

  async close(): Promise<void> {
    for (const { client, server } of this.#lost) {
      client.destroy();
      server.destroy();
    }
    await this.refuse();
  }

  #take(client: Socket): void {
    this.accepted += 1;
    const server = createConnection({ port: this.#target, host: '127.0.0.1' });
    const connection = {
      client,
      server,
      up: new Pipe(client, server, this.#weather),
      down: new Pipe(server, client, this.#weather),
    };
    this.#connections.add(connection);
    for (const socket of [client, server]) {
      socket.setNoDelay(true);
      // If one end is gone and the other has not been told, `heal` and `close` must still find it.
      socket.on('close', () => {
        if (client.destroyed && server.destroyed) this.#connections.delete(connection);
      });
    }
    if (this.#stalled !== 'no') this.#hold(connection);
  }

  #hold({ up, down }: Connection): void {
    down.hold();
    if (this.#stalled === 'both') up.hold();
  }
}

async function listenOn(port: number): Promise<Server> {
  const listener = createServer({ allowHalfOpen: true }).listen(port, '127.0.0.1');
  await once(listener, 'listening');
  return listener;
}
