/**
 * Entries that stand under the wrong section. Where the line `places:` is lost, every place is read as a role, and each key of
 * it is strange there: one finding at the first of them says what happened.
 */
import { z } from 'zod';
import { diagnose } from './diagnostic-catalogue.ts';
import type { Diagnostic } from './diagnostic.ts';
import { schemasAt } from './schema-walk.ts';
import type { Issue } from './shape-findings.ts';
import type { Path, SourceMap } from './source-map.ts';

export interface Misplaced {
  findings: Diagnostic[];
  /** Whether an issue only echoes them. */
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
  for (const [path, entry] of strangers(issues, value)) {
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

/** Entries of sections, in the order of the file, that have a key which is none of theirs. */
function strangers(issues: readonly Issue[], value: unknown): [Path, Record<string, unknown>][] {
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

/** The section in which this entry would be right. */
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
