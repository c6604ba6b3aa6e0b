/**
 * A port that is free now and stays so while its server is away. Ports that the system hands out by itself would not: while the
 * server is down somebody else's connection may be given that very number, or a client that tries again and again connects to itself.
 */
import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below what Linux, macOS and Windows hand out, above what programs are known by. */
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
