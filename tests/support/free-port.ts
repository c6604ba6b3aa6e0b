/**
 * A port that is free and stays free while its server is down. An ephemeral port would not: the system could give it to
 * another connection, or a client that retries could connect to itself.
 */
import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below the ephemeral ports of Linux, macOS and Windows, above well-known ports. */
const LOWEST = 20_000;
const HIGHEST = 32_000;
const TRIES = 50;

export async function freePort(): Promise<number> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const port = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST));
    if (await isFree(port)) return port;
  }
  throw new Error(`no free port from ${LOWEST} to ${HIGHEST}`);
}

async function isFree(port: number): Promise<boolean> {
  const probe = createServer().listen(port, '127.0.0.1');
  const met = await once(probe, 'listening').then(
    () => true,
    () => false,
  );
  if (!met) return false;
  probe.close();
  await once(probe, 'close');
  return true;
}
