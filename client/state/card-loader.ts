/** Fetches cards in batches: requests within `BATCH_MS` are sent together. Cards that an event may have changed are fetched again. */
import type { KnownEvent } from '../../shared/exercise/events.ts';
import type { Card } from '../../shared/protocol/cards.ts';
import { deviceNow } from '../device/device-time.ts';

const BATCH_MS = 25;
const RETRY_MS = 4000;
const MAX_IDS = 300;

export class CardLoader {
  readonly #fetch: (ids: string[]) => Promise<Card[] | undefined>;
  readonly #arrived: (cards: Card[]) => void;
  /** Ids in flight or refused, with the device time from which they may be requested again. */
  readonly #notBefore = new Map<string, number>();
  readonly #queued = new Set<string>();
  #scheduled = false;

  constructor(fetch: (ids: string[]) => Promise<Card[] | undefined>, arrived: (cards: Card[]) => void) {
    this.#fetch = fetch;
    this.#arrived = arrived;
  }

  /** Requests a card, unless a request is in flight or the server refused it within `RETRY_MS`. */
  request(id: string): void {
    if ((this.#notBefore.get(id) ?? 0) > deviceNow()) return;
    this.#notBefore.set(id, deviceNow() + RETRY_MS);
    this.#queued.add(id);
    this.#schedule();
  }

  /** Fetches these cards again at once, because their text may have changed. */
  refresh(ids: Iterable<string>): void {
    for (const id of ids) {
      this.#notBefore.delete(id);
      this.request(id);
    }
  }

  forgetAll(): void {
    this.#notBefore.clear();
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setTimeout(() => void this.#send(), BATCH_MS);
  }

  async #send(): Promise<void> {
    this.#scheduled = false;
    const ids = [...this.#queued].slice(0, MAX_IDS);
    for (const id of ids) this.#queued.delete(id);
    if (this.#queued.size > 0) this.#schedule();
    const cards = await this.#fetch(ids);
    if (cards && cards.length > 0) this.#arrived(cards);
  }
}

/**
 * The ids of cards whose text an event may change: an item becomes better known, a person's name is learned, a helper
 * comes onto the list with what brings it.
 */
export function cardsChangedBy(event: KnownEvent): string[] {
  switch (event.type) {
    case 'item-learned':
    case 'item-found':
      return [`item:${event.item}`, 'helpers'];
    case 'person-known':
    case 'person-met':
      return [`person:${event.person}`, 'helpers'];
    case 'inject-received':
      return ['helpers'];
    case 'place-shown':
      return [`place:${event.place}`];
    case 'screened':
      return [`person:${event.person}`, `screening:${event.person}.alone`, `screening:${event.person}.company`];
    case 'room-changed':
      return [`service:${event.service}`];
    default:
      return [];
  }
}
