/** Messages as the worlds of one class hold them. Messages are most of what grows in a class, so its worlds share them. */
import type { World } from '../world.ts';

type Message = World['messages'][string];

/** One pool per class. Keyed by the list of receivers, an object that all copies of one event have in common. */
export class SharedMessages {
  readonly #byReceivers = new WeakMap<object, Message>();

  /** A message equal to `message`: the one made before for the same event where there is one. */
  share(message: Message): Message {
    const { at, by, seat, to, text } = message;
    // A damaged log may have something else than a list here.
    if (!Array.isArray(to)) return message;
    const known = this.#byReceivers.get(to);
    if (known && known.text === text && known.at === at && known.by === by && known.seat === seat) return known;
    this.#byReceivers.set(to, message);
    return message;
  }
}
