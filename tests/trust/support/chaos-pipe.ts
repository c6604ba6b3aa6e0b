/** One direction of a bad connection. Keeps the order of bytes, as TCP does: a lost packet is a delay. */
import type { Socket } from 'node:net';

export interface Weather {
  /** One way, in milliseconds. */
  latencyMs?: number;
  /** Per connection and direction. */
  kbitPerSecond?: number;
  /** Pieces are held sometimes: how often (0 to 1) and for how long. The caller seeds `random`. */
  stalls?: { share: number; ms: number; random: () => number };
}

/** Number of buffered bytes at which the sender gets back-pressure. */
const MAX_WAITING = 16 * 1024;
/** Slow connections send pieces of this size, so that small messages need not wait for a whole snapshot. */
const PIECE = 1024;

export class Pipe {
  weather: Weather;
  passed = 0;
  readonly #from: Socket;
  readonly #to: Socket;
  #held = false;
  #waiting = 0;
  #lastDue = 0;
  #ended = false;
  #left = Number.POSITIVE_INFINITY;
  #cut: () => void = () => undefined;

  constructor(from: Socket, to: Socket, weather: Weather) {
    this.#from = from;
    this.#to = to;
    this.weather = weather;
    from.on('data', (chunk: Buffer) => this.#hear(chunk));
    from.on('end', () => this.#end());
    from.on('error', () => {
      if (!this.#held) to.destroy();
    });
    from.on('close', () => {
      if (!this.#held && !this.#ended) to.destroy();
    });
  }

  hold(): void {
    this.#held = true;
    this.#from.pause();
  }

  release(): void {
    this.#held = false;
    if (this.#from.destroyed && !this.#ended) this.#to.destroy();
    else this.#from.resume();
  }

  /** After this many bytes `cut` is called and nothing passes any more. */
  cutAfter(bytes: number, cut: () => void): void {
    this.#left = bytes;
    this.#cut = cut;
  }

  #hear(chunk: Buffer): void {
    const slow = this.weather.kbitPerSecond !== undefined;
    for (let at = 0; at < chunk.length; at += slow ? PIECE : chunk.length)
      this.#later(slow ? chunk.subarray(at, at + PIECE) : chunk);
    if (this.#waiting > MAX_WAITING) this.#from.pause();
  }

  #later(piece: Buffer): void {
    const { latencyMs = 0, kbitPerSecond, stalls } = this.weather;
    const stall = stalls && stalls.random() < stalls.share ? stalls.ms : 0;
    if (latencyMs === 0 && kbitPerSecond === undefined && stall === 0 && this.#waiting === 0) return this.#write(piece);
    const now = performance.now();
    const onTheLine = kbitPerSecond === undefined ? 0 : (piece.length * 8) / kbitPerSecond;
    this.#lastDue = Math.max(now + latencyMs, this.#lastDue) + onTheLine + stall;
    this.#waiting += piece.length;
    setTimeout(() => this.#deliver(piece), this.#lastDue - now);
  }

  #deliver(piece: Buffer): void {
    this.#waiting -= piece.length;
    this.#write(piece);
    if (this.#waiting <= MAX_WAITING && !this.#held && !this.#from.readableEnded) this.#from.resume();
    if (this.#waiting === 0 && this.#ended && !this.#to.destroyed) this.#to.end();
  }

  #write(piece: Buffer): void {
    if (this.#to.destroyed || this.#left <= 0) return;
    const part = piece.length > this.#left ? piece.subarray(0, this.#left) : piece;
    this.#left -= part.length;
    this.passed += part.length;
    if (!this.#to.write(part)) {
      this.#from.pause();
      this.#to.once('drain', () => {
        if (!this.#held) this.#from.resume();
      });
    }
    if (this.#left <= 0) this.#cut();
  }

  #end(): void {
    this.#ended = true;
    if (this.#waiting === 0 && !this.#to.destroyed) this.#to.end();
  }
}
