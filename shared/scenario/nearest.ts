/** "Did you mean …?": the known word nearest to a typo. */

/** Damerau-Levenshtein distance: letters to change, add, drop or swap with the neighbour. */
export function editDistance(from: string, to: string): number {
  let before: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (swapped) cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      current.push(cost);
    }
    before = last;
    last = current;
  }
  return last[to.length] ?? 0;
}

/** The nearest known word if it is close enough for a typo; otherwise undefined. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  let best: { word: string; distance: number } | undefined;
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) > 4) {
      if (!sharesWord(word, candidate)) continue;
    }
    const distance = sharesWord(word, candidate) ? 1.5 : editDistance(word.slice(0, 64), candidate.slice(0, 64));
    if (!best || distance < best.distance) best = { word: candidate, distance };
  }
  const limit = Math.max(1, Math.min(4, Math.floor(word.length / 3)));
  return best && best.distance <= Math.max(limit, 1.5) ? best.word : undefined;
}

/** `manifest` for `bus-manifest`: one is a sequence of whole words of the other. */
function sharesWord(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return (
    short.length >= 4 && (long.startsWith(`${short}-`) || long.endsWith(`-${short}`) || long.includes(`-${short}-`))
  );
}
