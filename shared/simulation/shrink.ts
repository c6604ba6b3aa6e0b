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
  let tries = 0;
  /** False once it was tried often enough: then what is left stays as it is. */
  const stillFails = (candidate: readonly T[]): boolean => {
    if (tries >= most) return false;
    tries += 1;
    return fails(candidate);
  };
  let left = withoutEnd(steps, stillFails);
  for (let piece = Math.ceil(left.length / 2); piece >= 1 && left.length > 0; ) {
    const smaller = withoutPieces(left, piece, stillFails);
    if (piece === 1 && smaller.length === left.length) break;
    left = smaller;
    piece = Math.max(1, Math.floor(piece / 2));
  }
  return { steps: left, tries };
}

/** Most failures show early: the end goes first, by halves. */
function withoutEnd<T>(steps: readonly T[], stillFails: (steps: readonly T[]) => boolean): T[] {
  let [low, high] = [0, steps.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (stillFails(steps.slice(0, middle))) high = middle;
    else low = middle + 1;
  }
  return steps.slice(0, high);
}

/** One round over the list: every piece of this length that is not needed goes. */
function withoutPieces<T>(steps: readonly T[], piece: number, stillFails: (steps: readonly T[]) => boolean): T[] {
  let left = [...steps];
  for (let from = 0; from < left.length; ) {
    const without = [...left.slice(0, from), ...left.slice(from + piece)];
    if (stillFails(without)) left = without;
    else from += piece;
  }
  return left;
}
