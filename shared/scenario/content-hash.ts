/** A content hash for callers without a hash of their own (tests, the author's preview). */

/** Two 32-bit FNV-1a runs over names and texts, in the order of the names. Distinguishes sources; not cryptographic. */
export function contentHash(files: Readonly<Record<string, string>>): string {
  let [a, b] = [0x811c9dc5, 0x1000193];
  const eat = (unit: number) => {
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x85ebca6b) ^ (b >>> 13);
  };
  for (const name of Object.keys(files).sort()) {
    for (const text of [name, files[name] ?? '']) {
      for (let index = 0; index < text.length; index++) eat(text.charCodeAt(index));
      eat(0x10000);
    }
  }
  return [a, b].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}
