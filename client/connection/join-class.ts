/**
 * Joins a class. The request carries an id that survives a reload, and the server gives one seat per id: a retry after a lost
 * answer, automatic or by a second press of the button, never takes a second seat.
 */
import type { z } from 'zod';
import type { JoinAnswer, JoinBody } from '../../shared/protocol/api.ts';
import { forget, keep, readKept } from '../device/device-store.ts';
import { type ApiResult, join } from './api.ts';
import { backoff } from './backoff.ts';
import { commandId } from './command-id.ts';
import { realTime, type Timing } from './with-timeout.ts';

const MAX_TRIES = 3;
const storageKey = (pin: string): string => `baraza.join.${pin}`;

type JoinRequest = Omit<z.input<typeof JoinBody>, 'join'>;

export async function joinClass(
  pin: string,
  request: JoinRequest,
  { ask = join, time = realTime }: { ask?: typeof join; time?: Timing } = {},
): Promise<ApiResult<JoinAnswer>> {
  const id = requestId(pin);
  for (let tries = 1; ; tries += 1) {
    const answer = await ask(pin, { ...request, join: id });
    if (answer.ok) forget('session', storageKey(pin));
    const isRetryable = !answer.ok && (answer.error === 'offline' || answer.error === 'server-busy');
    if (!isRetryable || tries >= MAX_TRIES) return answer;
    await new Promise<void>((resolve) => void time.wait(backoff(tries), resolve));
  }
}

function requestId(pin: string): string {
  const kept = readKept('session', storageKey(pin));
  if (typeof kept === 'string' && /^[0-9a-f]{32}$/.test(kept)) return kept;
  const id = commandId();
  keep('session', storageKey(pin), id);
  return id;
}
