import { getMessageBytes, Protocol } from '@colyseus/core';
import { describe, expect, it } from 'vitest';
import { BatchMessages } from '../../server/rooms/batch-messages.ts';
import type { KnownEvent } from '../../shared/exercise/events.ts';
import type { StreamBatch } from '../../shared/protocol/messages.ts';

const known = (signal: string): KnownEvent =>
  ({
    at: 1_234_567,
    type: 'signal-sent',
    by: 'story',
    signal,
    words: 'ç 你 \u{1f600}'.repeat(9),
  }) as unknown as KnownEvent;
const plain = (batch: StreamBatch) => getMessageBytes.raw(Protocol.ROOM_DATA, 'events', batch);

describe('messages with the same events for several desks', () => {
  it('are byte for byte equal to single messages, for any prefix and number of events', () => {
    for (const count of [1, 2, 15, 16, 40, 300]) {
      const events = Array.from({ length: count }, (_, number) => known(`s${number}`));
      const messages = new BatchMessages();
      for (const stream of ['role', 'seat', 'trainer'] as const)
        for (const from of [1, 127, 128, 70_000, 5_000_000_000]) {
          const batch = { stream, from, events: [...events] };
          expect(Buffer.compare(messages.of(batch), plain(batch))).toBe(0);
        }
    }
  });

  it('reveal no event that another desk alone knows', () => {
    const [shared, hidden] = [known('shared'), known('hidden')];
    const messages = new BatchMessages();
    for (const events of [[shared, hidden], [shared], [hidden], [], [hidden, shared], [shared, hidden]]) {
      const batch = { stream: 'role' as const, from: 3, events };
      expect(Buffer.compare(messages.of(batch), plain(batch))).toBe(0);
    }
  });
});
