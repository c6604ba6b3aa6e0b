/** Places of the parts of a case in its texts. */
import type { CaseFiles } from '../scenario/read-file.ts';
import { MAIN_FILE } from '../scenario/read-file.ts';
import { parseYaml } from '../scenario/parse-yaml.ts';
import type { Path, SourceMap } from '../scenario/source-map.ts';
import type { PlaceOf } from './case-graph.ts';

/** Reads the main file and the files it includes; a path is looked up in the file that holds its section and id. */
export function placesIn(files: CaseFiles): PlaceOf {
  const main = parseYaml(MAIN_FILE, files[MAIN_FILE] ?? '');
  const included = includedBy(main.value).filter((name) => files[name] !== undefined);
  const sources = [main, ...included.map((name) => parseYaml(name, files[name] ?? ''))];
  return (path) => {
    const holder = sources.find(({ value }) => holds(value, path.slice(0, 2))) ?? main;
    return placeIn(holder.source, path);
  };
}

/** The lines of a part, from its key to its last line with text. */
export function placeIn(source: SourceMap, path: Path): ReturnType<PlaceOf> {
  const [key, value] = [source.keyAt(path), source.valueAt(path)];
  const last = value.end.col === 1 ? value.end.line - 1 : value.end.line;
  return { file: source.file, line: key.start.line, to: Math.max(key.start.line, last) };
}

function includedBy(value: unknown): string[] {
  const list = isRecord(value) ? value['include'] : undefined;
  return Array.isArray(list) ? list.filter((name): name is string => typeof name === 'string') : [];
}

function holds(value: unknown, path: Path): boolean {
  let at = value;
  for (const step of path) {
    if (!isRecord(at) || !Object.hasOwn(at, step)) return false;
    at = at[step];
  }
  return true;
}

const isRecord = (value: unknown): value is Record<string | number, unknown> =>
  typeof value === 'object' && value !== null;
