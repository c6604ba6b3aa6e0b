/**
 * Entries under the wrong section. If the line `places:` is missing, every place is read as a role with unknown keys: a
 * single diagnostic at the first one explains it.
 */
import { z } from 'zod';
import { diagnose } from './diagnostic-catalogue.ts';
import type { Diagnostic } from './diagnostic.ts';
import { schemasAt } from './schema-walk.ts';
import type { Issue } from './shape-findings.ts';
import type { Path, SourceMap } from './source-map.ts';

export interface Misplaced {
  findings: Diagnostic[];
  /** True if an issue only follows from them. */
  echoes(issue: Issue): boolean;
}

export function misplacedEntries(
  issues: readonly Issue[],
  schema: z.ZodType,
  value: unknown,
  source: SourceMap,
): Misplaced {
  const findings: Diagnostic[] = [];
  const misplaced = new Set<string>();
  let before: string | undefined;
  for (const [path, entry] of entriesWithUnknownKeys(issues, value)) {
    const home = homeOf(schema, path, entry);
    if (home === undefined) continue;
    misplaced.add(path.join('\0'));
    const [section, id] = path.map(String);
    if (before !== `${section}>${home}`) {
      const params = { id: id ?? '', section: section ?? '', home };
      findings.push(diagnose('ENTRY_MISPLACED', params, source.of(path).file, source.keyAt(path)));
    }
    before = `${section}>${home}`;
  }
  return { findings, echoes: ({ path }) => misplaced.has(path.slice(0, 2).map(String).join('\0')) };
}

/** Entries of sections, in file order, with a key that does not belong to their section. */
function entriesWithUnknownKeys(issues: readonly Issue[], value: unknown): [Path, Record<string, unknown>][] {
  const wrong = new Set(
    issues.flatMap(({ code, path }) =>
      code === 'unrecognized_keys' && path.length === 2 ? [path.map(String).join('\0')] : [],
    ),
  );
  return Object.entries(value as Record<string, unknown>).flatMap(([section, entries]) =>
    isMapping(entries)
      ? Object.entries(entries).flatMap(([id, entry]): [Path, Record<string, unknown>][] =>
          wrong.has(`${section}\0${id}`) && isMapping(entry) ? [[[section, id], entry]] : [],
        )
      : [],
  );
}

/** The section to which this entry belongs. */
function homeOf(schema: z.ZodType, path: Path, entry: Record<string, unknown>): string | undefined {
  if (!(schema instanceof z.ZodObject)) return undefined;
  return Object.keys(schema.shape).find(
    (section) =>
      section !== path[0] &&
      schemasAt(schema, [section, String(path[1])]).some((each) => z.core.safeParse(each, entry).success),
  );
}

const isMapping = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
