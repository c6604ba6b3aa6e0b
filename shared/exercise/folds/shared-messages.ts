/** Shares messages between the worlds of one class, because messages are most of a class's growth. */
import type { World } from '../world.ts';

type Message = World['messages'][string];

/** One pool per class, keyed by the list of receivers: all copies of one event hold the same list object. */
export class SharedMessages {
  readonly #byReceivers = new WeakMap<object, Message>();

  /** Returns a message equal to `message`: the one stored for the same event, if any. */
  share(message: Message): Message {
    const { at, by, seat, to, text } = message;
    // A damaged log may contain another value than a list.
    if (!Array.isArray(to)) return message;
    const known = this.#byReceivers.get(to);
    if (known && known.text === text && known.at === at && known.by === by && known.seat === seat) return known;
    this.#byReceivers.set(to, message);
    return message;
  }
}
