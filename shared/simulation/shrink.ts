/** From a failing list of commands to its core: the fewest commands, and the least time, that still fail the same way. */

export interface Shrunk<T> {
  steps: T[];
  /** How often it was tried. */
  tries: number;
}

/**
 * Delta debugging: leaves out ever smaller pieces for as long as the rest still fails. `fails` must hold for all of `steps`.
 * What comes back fails, and (where `most` was enough) leaving out any single step of it no longer does.
 */
export function shrink<T>(steps: readonly T[], fails: (steps: readonly T[]) => boolean, most = 400): Shrunk<T> {
  let left = [...steps];
  let tries = 0;
  const stillFails = (candidate: readonly T[]): boolean => {
    tries += 1;
    return fails(candidate);
  };
  // Most failures show early: the end goes first, by halves.
  let [low, high] = [0, left.length];
  while (low < high && tries < most) {
    const middle = Math.floor((low + high) / 2);
    if (stillFails(left.slice(0, middle))) high = middle;
    else low = middle + 1;
  }
  left = left.slice(0, high);
  let piece = Math.ceil(left.length / 2);
  while (piece >= 1 && left.length > 0 && tries < most) {
    let smaller = false;
    for (let from = 0; from < left.length && tries < most; ) {
      const without = [...left.slice(0, from), ...left.slice(from + piece)];
      if (stillFails(without)) {
        left = without;
        smaller = true;
      } else from += piece;
    }
    if (piece === 1 && !smaller) break;
    piece = piece === 1 ? 1 : Math.ceil(piece / 2);
  }
  return { steps: left, tries };
}
