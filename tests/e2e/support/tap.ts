/**
 * All traffic of one browser page: frames, answers and their sizes, and the latency of commands. Read from the browser
 * itself.
 */
import type { CDPSession, Page } from '@playwright/test';

const COMMAND = Buffer.from('command');
/** The answer to a command is a msgpack map that begins with `ok`. */
const OK = Buffer.from([0xa2, 0x6f, 0x6b]);

export class Tap {
  readonly #session: CDPSession;
  readonly #frames: Buffer[] = [];
  readonly #bodies: string[] = [];
  readonly #addresses = new Map<string, string>();
  readonly #sizes: { address: string; bytes: number }[] = [];
  readonly #reading = new Set<Promise<void>>();
  #asked: number[] = [];
  /** From a command leaving the browser to its answer arriving, in milliseconds. */
  readonly latencies: number[] = [];

  private constructor(session: CDPSession) {
    this.#session = session;
  }

  static async on(page: Page): Promise<Tap> {
    const session = await page.context().newCDPSession(page);
    const tap = new Tap(session);
    session.on('Network.webSocketFrameReceived', ({ response, timestamp }) => tap.#received(response, timestamp));
    session.on('Network.webSocketFrameSent', ({ response, timestamp }) => {
      if (frameOf(response).includes(COMMAND)) tap.#asked.push(timestamp);
    });
    session.on('Network.webSocketClosed', () => {
      tap.#asked = [];
    });
    session.on('Network.responseReceived', ({ requestId, response }) => tap.#addresses.set(requestId, response.url));
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
      tap.#finished(requestId, encodedDataLength),
    );
    await session.send('Network.enable', { maxTotalBufferSize: 100_000_000, maxResourceBufferSize: 10_000_000 });
    return tap;
  }

  /** Bytes loaded over HTTP so far, as sent. */
  get loaded(): { bytes: number; addresses: string[] } {
    return {
      bytes: this.#sizes.reduce((sum, { bytes }) => sum + bytes, 0),
      addresses: this.#sizes.map(({ address }) => address),
    };
  }

  /** The texts of this list that reached this page in any frame or answer. */
  async heard(texts: readonly string[]): Promise<string[]> {
    await Promise.all(this.#reading);
    const all = [...this.#frames.map((frame) => frame.toString('utf8')), ...this.#bodies];
    return texts.filter((text) => all.some((piece) => piece.includes(text)));
  }

  #received(response: { opcode: number; payloadData: string }, timestamp: number): void {
    const frame = frameOf(response);
    this.#frames.push(frame);
    const asked = frame.includes(OK) ? this.#asked.shift() : undefined;
    if (asked !== undefined) this.latencies.push((timestamp - asked) * 1000);
  }

  #finished(requestId: string, bytes: number): void {
    const address = this.#addresses.get(requestId);
    if (address === undefined || address.startsWith('blob:')) return;
    this.#sizes.push({ address, bytes });
    if (!new URL(address).pathname.startsWith('/api/')) return;
    const reading = this.#session.send('Network.getResponseBody', { requestId }).then(
      ({ body, base64Encoded }) =>
        void this.#bodies.push(base64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body),
      // A page that was left has discarded its responses.
      () => undefined,
    );
    this.#reading.add(reading);
    void reading.finally(() => this.#reading.delete(reading));
  }
}

const frameOf = ({ opcode, payloadData }: { opcode: number; payloadData: string }): Buffer =>
  Buffer.from(payloadData, opcode === 1 ? 'utf8' : 'base64');

/** The value below which this share of the values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
