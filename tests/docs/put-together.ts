/** A case with a block of a page put into it, as an author would type it. */
import { isMap, parseDocument, type YAMLMap } from 'yaml';

/**
 * Adds what the block says to a text. A map written over several lines adds to what stands there; one on a single line, a
 * list or a value replaces it.
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
