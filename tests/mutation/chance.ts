/** A seeded random generator: the same seed gives the same mutations. */
export interface Chance {
  /** An integer from 0 to below `below`. */
  upTo(below: number): number;
  /** One of a list; undefined if it is empty. */
  oneOf<T>(list: readonly T[]): T | undefined;
}

/** mulberry32. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const upTo = (below: number) => Math.floor(next() * below);
  return { upTo, oneOf: (list) => list[upTo(list.length)] };
}

/** A typo: two letters swapped, one left out or one doubled. Always another word. */
export function slip(word: string, chance: Chance): string {
  const at = chance.upTo(Math.max(1, word.length - 1));
  const [a, b] = [word[at] ?? '', word[at + 1] ?? ''];
  const slips = [
    `${word.slice(0, at)}${b}${a}${word.slice(at + 2)}`,
    `${word.slice(0, at)}${a}${a}${word.slice(at + 1)}`,
    `${word.slice(0, at)}${word.slice(at + 1)}`,
  ].filter((each) => each !== word && /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(each));
  return chance.oneOf(slips) ?? `${word}x`;
}
