/**
 * Texts cut by a comma: in `{says: Go on, then., manner: He nods.}` YAML reads `then.` as a key without value. The
 * diagnostic then says that quotes are missing, not that a key is unknown.
 */
import { nearest } from './nearest.ts';
import type { Path, SourceMap } from './source-map.ts';

export interface CutText {
  /** The key of the cut text. */
  key: string;
  /** The pieces that were parsed as keys, in order. */
  pieces: string[];
  /** The intended text. */
  whole: string;
}

/** `unknown`: keys at `path` that the language does not have. `free`: keys that could still follow there. */
export function cutTexts(
  { unknown, free }: { unknown: readonly string[]; free: readonly string[] },
  mapping: unknown,
  path: Path,
  source: SourceMap,
): CutText[] {
  if (typeof mapping !== 'object' || mapping === null || Array.isArray(mapping)) return [];
  const found: CutText[] = [];
  let last: CutText | undefined;
  for (const [key, value] of Object.entries(mapping)) {
    if (last && value === null && unknown.includes(key) && isBetweenCommas(source, [...path, key])) {
      last.pieces.push(key);
      last.whole += `, ${key}`;
      if (last.pieces.length === 1) found.push(last);
    } else
      last =
        typeof value === 'string' && isWithoutQuotes(source, [...path, key])
          ? { key, pieces: [], whole: value }
          : undefined;
  }
  // A single word close to a known key is a typo; words with spaces or a full stop are running text.
  return found.filter(({ pieces }) =>
    pieces.some((piece) => /[^\w-]/.test(piece) || nearest(piece, free) === undefined),
  );
}

/** A text in quotes is complete: no comma can cut it. */
function isWithoutQuotes(source: SourceMap, path: Path): boolean {
  const own = source.of(path);
  const { start } = own.valueAt(path);
  return !/^['"]/.test(own.text.split('\n')[start.line - 1]?.slice(start.col - 1) ?? '');
}

/** True for a key without value between braces: after it comes a comma or the closing brace. */
function isBetweenCommas(source: SourceMap, path: Path): boolean {
  const own = source.of(path);
  const { end } = own.keyAt(path);
  const lines = own.text.split('\n').slice(end.line - 1);
  const rest = [(lines[0] ?? '').slice(end.col - 1), ...lines.slice(1, 3)].join('\n').trimStart();
  return rest.startsWith(',') || rest.startsWith('}');
}
