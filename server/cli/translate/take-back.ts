/** Merges the translator's file into a translation. */
import { writeFile } from 'node:fs/promises';
import { type SourceHashes, sourcesFileOf, textHash } from '../../../shared/scenario/text-hash.ts';
import type { TextRow } from '../../../shared/translation/rows.ts';
import type { Returned } from './exchange.ts';
import type { Subject, Translated } from './subject.ts';
import { withTranslations } from './write-translation.ts';

export interface TakenBack {
  /** Paths of new or changed texts. */
  taken: string[];
  /** Number of texts that equal the existing translation. */
  same: number;
  /** Unchanged although their source has changed: they stay stale until `accept` marks them as correct. */
  unchanged: string[];
  /** Number of texts without a translation. */
  empty: number;
  /** Their source has changed since the export: merged, and they stay stale. */
  outdated: string[];
  /** Not in the case: ignored, and listed so that no work is lost unnoticed. */
  unknown: Returned[];
}

/** Writes the translation and the hashes of its sources. Writes nothing if no text is merged. */
export async function takeBack(subject: Subject, into: Translated, returned: readonly Returned[]): Promise<TakenBack> {
  const rows = new Map(into.rows.map((row) => [row.path, row]));
  const result: TakenBack = { taken: [], same: 0, unchanged: [], empty: 0, outdated: [], unknown: [] };
  const updates: Record<string, string> = {};
  const sources: Record<string, string> = { ...into.sources };
  for (const text of returned) {
    const row = rows.get(text.path);
    const translation = text.translation.trim();
    if (!row) result.unknown.push(text);
    else if (translation === '') result.empty += 1;
    else {
      if (translation === row.translation) {
        if (row.state === 'stale') {
          result.unchanged.push(row.path);
          continue;
        }
        result.same += 1;
      } else {
        updates[row.path] = translation;
        result.taken.push(row.path);
      }
      // The source that the translator saw, not the current one: if it has changed since, the text shows as stale.
      sources[row.path] = textHash(text.source === '' ? row.source : text.source);
      if (sources[row.path] !== textHash(row.source)) result.outdated.push(row.path);
    }
  }
  if (result.taken.length + result.same > 0) await writeTranslation(subject, into, updates, sources);
  return result;
}

/** Marks these translations as correct for the current source. */
export async function accept(subject: Subject, into: Translated, rows: readonly TextRow[]): Promise<void> {
  const now = Object.fromEntries(rows.map(({ path, source }) => [path, textHash(source)]));
  await writeTranslation(subject, into, {}, { ...into.sources, ...now });
}

async function writeTranslation(
  subject: Subject,
  { file, text }: Pick<Translated, 'file' | 'text'>,
  updates: Readonly<Record<string, string>>,
  sources: SourceHashes,
): Promise<void> {
  const paths = subject.texts.map(({ path }) => path.join('.'));
  if (Object.keys(updates).length > 0) await writeFile(file, withTranslations(text, updates, paths));
  const kept = paths.flatMap((path) => (sources[path] === undefined ? [] : [[path, sources[path]] as const]));
  await writeFile(sourcesFileOf(file), `${JSON.stringify(Object.fromEntries(kept), undefined, 2)}\n`);
}
