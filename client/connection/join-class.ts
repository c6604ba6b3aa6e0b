/**
 * Sits down in a class: one wish, one seat. Where the answer is lost on the way the same wish is sent again, by itself or by
 * another press of the button, also after a reload; the server knows it by its id.
 */
import type { z } from 'zod';
import type { JoinAnswer, JoinBody } from '../../shared/protocol/api.ts';
import { forget, keep, readKept } from '../state/device-store.ts';
import { type ApiResult, join } from './api.ts';
import { backoff } from './backoff.ts';
import { commandId } from './command-id.ts';
import { realTime, type Timing } from './within.ts';

const MOST_TRIES = 3;
const keyOf = (pin: string): string => `baraza.join.${pin}`;

type Wish = Omit<z.input<typeof JoinBody>, 'join'>;

export async function joinClass(
  pin: string,
  wish: Wish,
  { ask = join, time = realTime }: { ask?: typeof join; time?: Timing } = {},
): Promise<ApiResult<JoinAnswer>> {
  const id = wishId(pin);
  for (let tries = 1; ; tries += 1) {
    const answer = await ask(pin, { ...wish, join: id });
    if (answer.ok) forget('session', keyOf(pin));
    const worthwhile = !answer.ok && (answer.error === 'offline' || answer.error === 'server-busy');
    if (!worthwhile || tries >= MOST_TRIES) return answer;
    await new Promise<void>((resolve) => void time.wait(backoff(tries), resolve));
  }
}

function wishId(pin: string): string {
  const kept = readKept('session', keyOf(pin));
  if (typeof kept === 'string' && /^[0-9a-f]{32}$/.test(kept)) return kept;
  const id = commandId();
  keep('session', keyOf(pin), id);
  return id;
}
