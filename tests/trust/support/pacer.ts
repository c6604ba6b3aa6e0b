/** Limits a client to this many messages a second, because the server disconnects faster ones. */
export class Pacer {
  readonly #most: number;
  #sent: number[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  /** Resolves when one more may be sent. */
  async turn(): Promise<void> {
    for (;;) {
      const now = performance.now();
      this.#sent = this.#sent.filter((at) => now - at < 1100);
      const oldest = this.#sent[0];
      if (this.#sent.length < this.#most || oldest === undefined) break;
      await new Promise((resolve) => setTimeout(resolve, oldest + 1100 - now));
    }
    this.#sent.push(performance.now());
  }
}
