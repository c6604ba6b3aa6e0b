/** Finds the file and line of a path of the scenario. */
import { isPartFile } from '../../../shared/scenario/schema/basics.ts';
import { parseYaml } from '../../../shared/scenario/parse-yaml.ts';
import { MAIN_FILE } from '../../../shared/scenario/parse-case.ts';
import type { Path } from '../../../shared/scenario/source-map.ts';
import type { Place } from '../../../shared/simulation/report.ts';

/** Searches the main file and all included files. `nameOf` returns the name under which a file is shown. */
export function placesOf(
  files: Readonly<Record<string, string>>,
  nameOf: (file: string) => string,
): (path: Path) => Place {
  const parts = Object.entries(files)
    .filter(([name]) => name === MAIN_FILE || isPartFile(name))
    .map(([name, text]) => ({ name, ...parseYaml(name, text) }));
  return (path) => {
    // The file that matches the longest part of the path holds it.
    const [best] = parts
      .map((part) => ({ part, depth: depthOf(part.value, path) }))
      .toSorted((a, b) => b.depth - a.depth);
    if (!best) return { file: nameOf(MAIN_FILE), line: 1 };
    return { file: nameOf(best.part.name), line: best.part.source.keyAt(path).start.line };
  };
}

function depthOf(value: unknown, path: Path): number {
  let [depth, inner] = [0, value];
  for (const step of path) {
    if (typeof inner !== 'object' || inner === null || !Object.hasOwn(inner, step)) break;
    inner = (inner as Record<string | number, unknown>)[step];
    depth += 1;
  }
  return depth;
}
