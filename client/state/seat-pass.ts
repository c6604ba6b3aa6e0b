/** The token of this person's seat. This tab's first, so that two seats can be open side by side; the device's second, so that nothing is lost when the tab is closed. */
import { forget, keep, readKept } from './device-store.ts';

const KEY = 'baraza.pass';

/** The seat of this very page, where the tab holds several (the author's preview). */
let given: string | undefined;

export function givePass(token: string): void {
  given = token;
}

export function readPass(): string | undefined {
  if (given !== undefined) return given;
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
