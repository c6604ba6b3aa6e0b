/** Detects that the server speaks another protocol version than this tab, because one of them was updated. */
import { keep, readKept } from '../device/device-store.ts';

const RELOADED_FOR = 'baraza.reloaded-for';

let reported: number | undefined;
const listeners = new Set<(server: number) => void>();

/** Called when the server refuses this tab's version. `server` is the server's version. */
export function reportOtherVersion(server: number): void {
  reported = server;
  for (const listener of listeners) listener(server);
}

/** Calls back with the server's version, at once if it is already known. Returns the function that unsubscribes. */
export function onOtherVersion(listener: (server: number) => void): () => void {
  listeners.add(listener);
  if (reported !== undefined) listener(reported);
  return () => void listeners.delete(listener);
}

/**
 * True the first time this tab asks for a server version. One reload loads the program of that server; if it does not (a proxy
 * serves an old page), a second reload would loop. Also false if this tab cannot store anything.
 */
export function mayReloadFor(server: number): boolean {
  if (readKept('session', RELOADED_FOR) === server) return false;
  return keep('session', RELOADED_FOR, server);
}
