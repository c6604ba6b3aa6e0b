/** The token of this person's seat. The tab's copy comes first, so that two seats can be open side by side; the device's copy survives a closed tab. */
import { forget, keep, readKept } from '../device/device-store.ts';

const KEY = 'baraza.pass';

/** The seat of this page only, for a tab that holds several seats (the author's preview). */
let pagePass: string | undefined;

export function setPagePass(token: string): void {
  pagePass = token;
}

export function readPass(): string | undefined {
  if (pagePass !== undefined) return pagePass;
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
