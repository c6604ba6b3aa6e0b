/**
 * Records every byte that one client gets from the server: a separate port that relays everything and keeps the
 * responses, HTTP and frames alike, exactly as on the wire.
 */
import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

export class WireTap {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  /** Received bytes by connection, since the last read. */
  readonly #received = new Map<number, Buffer[]>();
  #connections = 0;
  #bytes = 0;

  private constructor(target: number) {
    this.#server = createServer((near) => {
      const number = this.#connections++;
      const far = connect(target, '127.0.0.1');
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        this.#sockets.add(one);
        one.setNoDelay(true);
        one.on('error', () => other.destroy());
        one.on('close', () => {
          this.#sockets.delete(one);
          other.destroy();
        });
      }
      far.on('data', (chunk: Buffer) => this.#keep(number, chunk));
      near.pipe(far);
      far.pipe(near);
    });
  }

  static async before(target: number): Promise<WireTap> {
    const tap = new WireTap(target);
    tap.#server.listen(0, '127.0.0.1');
    await once(tap.#server, 'listening');
    return tap;
  }

  get url(): string {
    const address = this.#server.address();
    if (typeof address !== 'object' || address === null) throw new Error('the tap is closed');
    return `http://127.0.0.1:${address.port}`;
  }

  /** All bytes so far. */
  get bytes(): number {
    return this.#bytes;
  }

  /**
   * The bytes received since the last read, one piece per connection. The end of each piece is repeated at the start of
   * the next, so that a search finds words across the border.
   */
  read(overlap = 128): Buffer[] {
    const pieces: Buffer[] = [];
    for (const [number, chunks] of this.#received) {
      const piece = Buffer.concat(chunks);
      pieces.push(piece);
      this.#received.set(number, [piece.subarray(Math.max(0, piece.length - overlap))]);
    }
    return pieces;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #keep(connection: number, chunk: Buffer): void {
    this.#bytes += chunk.length;
    const chunks = this.#received.get(connection);
    if (chunks) chunks.push(chunk);
    else this.#received.set(connection, [chunk]);
  }
}
