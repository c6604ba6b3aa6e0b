/** Whether the server speaks another version of the protocol than this tab, which was loaded before or after an update. */
import { keep, readKept } from './device-store.ts';

const RELOADED_FOR = 'baraza.reloaded-for';

let reported: number | undefined;
const listeners = new Set<(server: number) => void>();

/** Called where the server refuses this tab's version; `server` is the server's. */
export function reportOtherVersion(server: number): void {
  reported = server;
  for (const listener of listeners) listener(server);
}

/** Calls back with the server's version, at once where it is known already. Returns the way to stop listening. */
export function onOtherVersion(listener: (server: number) => void): () => void {
  listeners.add(listener);
  if (reported !== undefined) listener(reported);
  return () => void listeners.delete(listener);
}

/**
 * True the first time this tab asks for a server's version. One reload brings the program of that server; where it does not
 * (a proxy serves an old page), a second one would only loop. False as well where this tab may keep nothing.
 */
export function mayReloadFor(server: number): boolean {
  if (readKept('session', RELOADED_FOR) === server) return false;
  return keep('session', RELOADED_FOR, server);
}
