/** Storage on this device. When it is missing, full or forbidden, values live in memory until the page closes. */
type Area = 'session' | 'local';
const memory = new Map<string, string>();

function area(name: Area): Storage | undefined {
  try {
    return name === 'session' ? globalThis.sessionStorage : globalThis.localStorage;
  } catch {
    return undefined;
  }
}

/** Returns the stored value, or undefined if none is stored or it cannot be parsed. */
export function readKept(name: Area, key: string): unknown {
  try {
    const text = area(name)?.getItem(key) ?? memory.get(`${name}:${key}`);
    return text === undefined || text === null ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}

/** Stores a value. Returns false if only this page's memory holds it. */
export function keep(name: Area, key: string, value: unknown): boolean {
  const text = JSON.stringify(value);
  memory.set(`${name}:${key}`, text);
  try {
    const storage = area(name);
    if (!storage) return false;
    storage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

export function forget(name: Area, key: string): void {
  memory.delete(`${name}:${key}`);
  try {
    area(name)?.removeItem(key);
  } catch {
    // Storage is unavailable, so it holds nothing to remove.
  }
}

/** Removes every key with this prefix. */
export function forgetAll(name: Area, prefix: string): void {
  for (const stored of memory.keys()) if (stored.startsWith(`${name}:${prefix}`)) memory.delete(stored);
  try {
    const storage = area(name);
    if (storage) for (const key of Object.keys(storage)) if (key.startsWith(prefix)) storage.removeItem(key);
  } catch {
    // Storage is unavailable, so it holds nothing to remove.
  }
}
