/**
 * A Bloom filter of stored command ids per exercise. Nearly every command is new, and a database lookup costs more than judging
 * it; the filter answers "not stored" without a lookup.
 */

/** A Bloom filter that grows: when a part is full, the next one has twice the size. */
class Filter {
  readonly #parts: { bits: Uint8Array; left: number }[] = [];

  add(key: string): void {
    let part = this.#parts.at(-1);
    if (!part || part.left === 0) {
      const bits = new Uint8Array(FIRST_BYTES * 2 ** this.#parts.length);
      part = { bits, left: Math.floor((bits.length * 8) / BITS_EACH) };
      this.#parts.push(part);
    }
    part.left -= 1;
    const { bits } = part;
    for (const place of placesOf(key, bits.length * 8)) bits[place >> 3] = (bits[place >> 3] ?? 0) | (1 << (place & 7));
  }

  mayHave(key: string): boolean {
    return this.#parts.some(({ bits }) =>
      placesOf(key, bits.length * 8).every((place) => ((bits[place >> 3] ?? 0) & (1 << (place & 7))) !== 0),
    );
  }
}

const FIRST_BYTES = 512;
/** With ten bits and four hashes per key, one lookup in a hundred is a false positive. */
const BITS_EACH = 10;
const PLACES = 4;

/** The bit positions of a key; `size` is a power of two. */
function placesOf(key: string, size: number): number[] {
  let [one, other] = [0x811c_9dc5, 0x01b8_73a5];
  for (let index = 0; index < key.length; index += 1) {
    const letter = key.charCodeAt(index);
    one = Math.imul(one ^ letter, 0x0100_0193);
    other = Math.imul(other ^ letter, 0x85eb_ca6b);
  }
  const step = (other ^ (other >>> 15)) | 1;
  return Array.from({ length: PLACES }, (_, time) => ((one ^ (one >>> 16)) + time * step) & (size - 1));
}

const keyOf = (by: string, id: string): string => `${by} ${id}`;

export class KnownCommands {
  readonly #kept: (exercise: string) => Iterable<{ by: string; id: string }>;
  readonly #filters = new Map<string, Filter>();

  /** `kept` reads the stored ids of an exercise; it is called once per exercise, before the first `add`. */
  constructor(kept: (exercise: string) => Iterable<{ by: string; id: string }>) {
    this.#kept = kept;
  }

  /** Call it before the command is written. */
  add(exercise: string, by: string, id: string): void {
    this.#of(exercise).add(keyOf(by, id));
  }

  /** False only if the command was never stored. */
  mayHave(exercise: string, by: string, id: string): boolean {
    return this.#of(exercise).mayHave(keyOf(by, id));
  }

  forget(exercise: string): void {
    this.#filters.delete(exercise);
  }

  #of(exercise: string): Filter {
    const before = this.#filters.get(exercise);
    if (before) return before;
    const filter = new Filter();
    for (const { by, id } of this.#kept(exercise)) filter.add(keyOf(by, id));
    this.#filters.set(exercise, filter);
    return filter;
  }
}
