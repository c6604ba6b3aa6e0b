/** What is kept on this device. Storage may be absent, full or forbidden; then everything lives as long as the page. */
type Area = 'session' | 'local';
const memory = new Map<string, string>();

function area(name: Area): Storage | undefined {
  try {
    return name === 'session' ? globalThis.sessionStorage : globalThis.localStorage;
  } catch {
    return undefined;
  }
}

/** The kept value, or undefined where nothing readable is kept. */
export function readKept(name: Area, key: string): unknown {
  try {
    const text = area(name)?.getItem(key) ?? memory.get(`${name}:${key}`);
    return text === undefined || text === null ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}

/** Keeps a value. Answers false where only this page remembers it. */
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
    // Nothing was kept, so nothing is left.
  }
}

/** Everything kept under a key that begins so. */
export function forgetAll(name: Area, beginning: string): void {
  for (const kept of memory.keys()) if (kept.startsWith(`${name}:${beginning}`)) memory.delete(kept);
  try {
    const storage = area(name);
    if (storage) for (const key of Object.keys(storage)) if (key.startsWith(beginning)) storage.removeItem(key);
  } catch {
    // Nothing was kept, so nothing is left.
  }
}
