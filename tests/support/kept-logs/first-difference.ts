/** The first difference of two texts, shortened: by path for JSON, by line otherwise. Undefined if they are equal. */
export function firstDifference(then: string | undefined, now: string | undefined): string | undefined {
  if (then === now) return undefined;
  if (then === undefined || now === undefined) return `then: ${short(then)}, now: ${short(now)}`;
  if (then.startsWith('{') && now.startsWith('{'))
    return inValues('', JSON.parse(then), JSON.parse(now)) ?? 'the same values, with their keys in another order';
  const [before, after] = [then.split('\n'), now.split('\n')];
  const line = before.findIndex((text, index) => text !== after[index]);
  const at = line === -1 ? before.length : line;
  return `line ${at + 1}: then ${short(before[at])}, now ${short(after[at])}`;
}

function inValues(path: string, then: unknown, now: unknown): string | undefined {
  if (Object.is(then, now)) return undefined;
  if (
    typeof then !== 'object' ||
    typeof now !== 'object' ||
    then === null ||
    now === null ||
    Array.isArray(then) !== Array.isArray(now)
  )
    return `${path}: then ${short(then)}, now ${short(now)}`;
  const [before, after] = [then as Record<string, unknown>, now as Record<string, unknown>];
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const found = inValues(`${path}.${key}`, before[key], after[key]);
    if (found !== undefined) return found;
  }
  return undefined;
}

const MAX_SHOWN = 300;
const short = (value: unknown): string => (JSON.stringify(value) ?? 'nothing').slice(0, MAX_SHOWN);
