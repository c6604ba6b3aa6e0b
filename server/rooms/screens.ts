/** What each person looks at, for those who may see the desk. In memory only: never stored, never in the log. */
import { maySeeDesk } from '../../shared/access/capabilities.ts';
import type { ClientMessage } from '../../shared/protocol/messages.ts';
import type { RoomClient } from './hardened-room.ts';

type Screen = Pick<ClientMessage['screen'], 'path' | 'seen'>;

/** A desk learns of a few hundred things; a client that claims more is not believed. */
const MAX_SEEN = 4_000;

interface ScreensOptions {
  clients: () => readonly RoomClient[];
  /** The desk of a seat; undefined if it has none. */
  roleOf: (seat: string) => string | undefined;
}

export class Screens {
  readonly #options: ScreensOptions;
  readonly #last = new Map<string, Screen>();

  constructor(options: ScreensOptions) {
    this.#options = options;
  }

  show(seat: string, { path, seen, whole }: ClientMessage['screen']): void {
    const before = whole ? {} : this.#last.get(seat)?.seen;
    const now = { path, seen: { ...before, ...seen } };
    if (Object.keys(now.seen).length > MAX_SEEN) return;
    this.#last.set(seat, now);
    for (const client of this.#options.clients())
      if (this.#maySee(client, seat)) client.send('screen', { seat, path, seen, whole });
  }

  /** Sends all screens that this client may see: it joined, or came back. */
  sendAll(client: RoomClient): void {
    for (const [seat, screen] of this.#last)
      if (this.#maySee(client, seat)) client.send('screen', { seat, ...screen, whole: true });
  }

  forget(seat: string): void {
    this.#last.delete(seat);
  }

  /** The exercise has ended: what was looked at is of no more use. */
  forgetAll(): void {
    this.#last.clear();
  }

  #maySee({ auth }: RoomClient, seat: string): boolean {
    const role = this.#options.roleOf(seat);
    return auth !== undefined && role !== undefined && maySeeDesk(auth.actor, role);
  }
}
