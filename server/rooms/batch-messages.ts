/**
 * Encodes batches of events as Colyseus would. Equal events of several streams are encoded once: the messages differ only in
 * their head, the stream and the number of the first event.
 */
import { getMessageBytes, Protocol } from '@colyseus/core';
import type { KnownEvent } from '../../shared/exercise/events.ts';
import type { StreamBatch } from '../../shared/protocol/messages.ts';

const messageOf = (batch: StreamBatch): Uint8Array => getMessageBytes.raw(Protocol.ROOM_DATA, 'events', batch);

/** An empty list is one byte, at the position where the list of events begins. */
const beforeEvents = ({ stream, from }: StreamBatch): Uint8Array =>
  messageOf({ stream, from, events: [] }).subarray(0, -1);

/** For the batches of one flush. */
export class BatchMessages {
  readonly #encoded: { events: readonly KnownEvent[]; bytes: Uint8Array }[] = [];

  of(batch: StreamBatch): Uint8Array {
    const before = this.#encoded.find(({ events }) => areSame(events, batch.events));
    if (before) return Buffer.concat([beforeEvents(batch), before.bytes]);
    const message = messageOf(batch);
    this.#encoded.push({ events: batch.events, bytes: message.subarray(beforeEvents(batch).length) });
    return message;
  }
}

/** True if both hold identical objects in the same order. */
const areSame = (some: readonly KnownEvent[], others: readonly KnownEvent[]): boolean =>
  some.length === others.length && some.every((event, index) => event === others[index]);
