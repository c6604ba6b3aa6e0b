/** True if two values are equal as JSON: a field that is `undefined` counts as missing. */
export function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) || Array.isArray(other))
    return (
      Array.isArray(one) &&
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((value, index) => isSame(value, other[index]))
    );
  return holdsAll(one, other) && holdsAll(other, one, true);
}

/** True if every field of `one` equals that of `other`; with `only`, the field need only exist. */
function holdsAll(one: object, other: object, only = false): boolean {
  for (const key in one) {
    const value = (one as Record<string, unknown>)[key];
    if (value === undefined) continue;
    const match = (other as Record<string, unknown>)[key];
    if (only ? match === undefined : !isSame(value, match)) return false;
  }
  return true;
}
