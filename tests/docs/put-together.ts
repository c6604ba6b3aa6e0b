/** Puts a block of a page into a case, as an author would type it. */
import { Document, isMap, parseDocument, YAMLMap } from 'yaml';
import { isPartFile } from '../../shared/scenario/schema/basics.ts';

/**
 * Merges a block into a text. A map over several lines is merged with the existing one; a map on one line, a list or a
 * value replaces it.
 */
export function putInto(text: string, block: string): string {
  const base = parseDocument(text);
  const added = parseDocument(block);
  if (base.errors.length + added.errors.length > 0)
    throw new Error([...base.errors, ...added.errors].map(({ message }) => message).join('\n'));
  if (!isMap(base.contents) || !isMap(added.contents)) throw new Error('a block of a case holds sections');
  add(base.contents, added.contents);
  return base.toString({ lineWidth: 0 });
}

/** The files of a case with the sections of a block added, each to the included file that has this section, else to the main file. */
export function putIntoCase(files: Record<string, string>, block: string): Record<string, string> {
  const { contents, errors } = parseDocument(block);
  if (errors.length > 0 || !isMap(contents)) throw new Error('a block of a case holds sections');
  const parts = Object.keys(files).filter((name) => isPartFile(name));
  const result = { ...files };
  for (const pair of contents.items) {
    const home = parts.find((name) => parseDocument(result[name] ?? '').has(String(pair.key))) ?? 'scenario.yaml';
    const section = new YAMLMap();
    section.items.push(pair);
    result[home] = putInto(result[home] ?? '', new Document(section).toString({ lineWidth: 0 }));
  }
  return result;
}

function add(base: YAMLMap, added: YAMLMap): void {
  for (const { key, value } of added.items) {
    const there = base.get(key, true);
    const name = String(key);
    if (isMap(value) && value.flow !== true && isMap(there)) {
      there.flow = false;
      add(there, value);
    } else {
      base.set(name, value);
    }
  }
}
