/** Times of the run, printed at its end in any case. */
export class Stopwatch {
  readonly #lines: string[] = [];
  #since = Date.now();

  lap(what: string): void {
    this.note(`${what}: ${((Date.now() - this.#since) / 1000).toFixed(1)} s`);
    this.#since = Date.now();
  }

  note(line: string): void {
    this.#lines.push(line);
  }

  print(): void {
    for (const line of this.#lines) process.stdout.write(`    ${line}\n`);
  }
}
