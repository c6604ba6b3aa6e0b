/** The network between one device and the server: a TCP relay that can be cut and restored. */
import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

export class Wifi {
  readonly url: string;
  readonly #relay: Server;
  readonly #open: Set<Socket>;
  #up = true;

  private constructor(relay: Server, open: Set<Socket>, port: number) {
    this.#relay = relay;
    this.#open = open;
    this.url = `http://127.0.0.1:${port}`;
  }

  static async to(serverPort: number): Promise<Wifi> {
    const open = new Set<Socket>();
    const relay = createServer((near) => {
      if (!wifi.#up) return near.destroy();
      const far = connect(serverPort, '127.0.0.1');
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        open.add(one);
        one.setNoDelay(true);
        one.pipe(other);
        // The other end closes too; the cause does not matter here.
        one.on('error', () => other.destroy());
        one.on('close', () => {
          open.delete(one);
          other.destroy();
        });
      }
      return undefined;
    }).listen(0, '127.0.0.1');
    await once(relay, 'listening');
    const address = relay.address();
    if (typeof address !== 'object' || address === null) throw new Error('the relay has no port');
    const wifi = new Wifi(relay, open, address.port);
    return wifi;
  }

  /** Breaks all open connections, and refuses new ones. */
  cut(): void {
    this.#up = false;
    for (const socket of this.#open) socket.destroy();
  }

  mend(): void {
    this.#up = true;
  }

  async dispose(): Promise<void> {
    this.cut();
    this.#relay.close();
    await once(this.#relay, 'close');
  }
}
