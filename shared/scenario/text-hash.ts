/**
 * The hash of the source text of each translated text. Stored beside a translation as `<language>.sources.json` (path
 * of ids → hash), so that a changed source makes it stale: `{"items.bus-manifest.title": "9c1a40fe"}`.
 */
import { contentHash } from './content-hash.ts';

/** Eight hex digits; white space at both ends does not count. */
export const textHash = (text: string): string => contentHash({ text: text.trim() }).slice(0, 8);

/** By path of ids, joined by dots. */
export type SourceHashes = Readonly<Record<string, string>>;

/** `fr.yaml` → `fr.sources.json`, `jurisdictions/taravia.fr.yaml` → `jurisdictions/taravia.fr.sources.json`. */
export const sourcesFileOf = (translationFile: string): string => translationFile.replace(/\.yaml$/, '.sources.json');
