/** Shrinks a failing list of commands: the fewest commands, in the least time, that still fail the same way. */

export interface Shrunk<T> {
  steps: T[];
  /** Number of tries. */
  tries: number;
}

/**
 * Delta debugging: removes ever smaller pieces while the rest still fails. `fails` must hold for all of `steps`. The
 * result fails, and (if `most` was enough) removing any single step of it makes it pass.
 */
export function shrink<T>(steps: readonly T[], fails: (steps: readonly T[]) => boolean, most = 400): Shrunk<T> {
  let tries = 0;
  /** False once the tries are used up; the remaining steps then stay. */
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

/** Most failures occur early, so it first removes halves from the end. */
function withoutEnd<T>(steps: readonly T[], stillFails: (steps: readonly T[]) => boolean): T[] {
  let [low, high] = [0, steps.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (stillFails(steps.slice(0, middle))) high = middle;
    else low = middle + 1;
  }
  return steps.slice(0, high);
}

/** One pass over the list: removes every piece of this length that is not needed. */
function withoutPieces<T>(steps: readonly T[], piece: number, stillFails: (steps: readonly T[]) => boolean): T[] {
  let left = [...steps];
  for (let from = 0; from < left.length; ) {
    const without = [...left.slice(0, from), ...left.slice(from + piece)];
    if (stillFails(without)) left = without;
    else from += piece;
  }
  return left;
}
