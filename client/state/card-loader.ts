/** Fetches cards in batches: whatever is asked for within a moment goes out together. Asked again when events may have changed them. */
import type { KnownEvent } from '../../shared/exercise/events.ts';
import type { Card } from '../../shared/protocol/cards.ts';
import { deviceNow } from './device-time.ts';

const MOMENT = 25;
const RETRY = 4000;
const MOST = 300;

export class CardDesk {
  readonly #fetch: (ids: string[]) => Promise<Card[] | undefined>;
  readonly #arrived: (cards: Card[]) => void;
  /** Ids under way or asked for without success, with the time from which they may be asked for again. */
  readonly #notBefore = new Map<string, number>();
  readonly #wanted = new Set<string>();
  #scheduled = false;

  constructor(fetch: (ids: string[]) => Promise<Card[] | undefined>, arrived: (cards: Card[]) => void) {
    this.#fetch = fetch;
    this.#arrived = arrived;
  }

  /** Wants a card. Nothing happens while it is on its way, or just after the server would not give it. */
  want(id: string): void {
    if ((this.#notBefore.get(id) ?? 0) > deviceNow()) return;
    this.#notBefore.set(id, deviceNow() + RETRY);
    this.#wanted.add(id);
    this.#schedule();
  }

  /** These may read differently now: fetch them again at once if they are on screen. */
  renew(ids: Iterable<string>): void {
    for (const id of ids) {
      this.#notBefore.delete(id);
      this.want(id);
    }
  }

  forgetAll(): void {
    this.#notBefore.clear();
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setTimeout(() => void this.#send(), MOMENT);
  }

  async #send(): Promise<void> {
    this.#scheduled = false;
    const ids = [...this.#wanted].slice(0, MOST);
    for (const id of ids) this.#wanted.delete(id);
    if (this.#wanted.size > 0) this.#schedule();
    const cards = await this.#fetch(ids);
    if (cards && cards.length > 0) this.#arrived(cards);
  }
}

/** Cards whose text an event may change: more of an item is known, a person's name is learned. */
export function cardsTouchedBy(event: KnownEvent): string[] {
  switch (event.type) {
    case 'item-learned':
    case 'item-found':
      return [`item:${event.item}`];
    case 'person-known':
    case 'person-met':
      return [`person:${event.person}`];
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
