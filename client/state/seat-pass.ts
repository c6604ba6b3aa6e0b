/** The token of this person's seat. This tab's first, so that two seats can be open side by side; the device's second, so that nothing is lost when the tab is closed. */
import { forget, keep, readKept } from './device-store.ts';

const KEY = 'baraza.pass';

export function readPass(): string | undefined {
  const pass = readKept('session', KEY) ?? readKept('local', KEY);
  return typeof pass === 'string' ? pass : undefined;
}

export function keepPass(token: string): void {
  keep('session', KEY, token);
  keep('local', KEY, token);
}

export function forgetPass(): void {
  forget('session', KEY);
  forget('local', KEY);
}
