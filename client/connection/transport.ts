/** What the connection needs from a wire. `colyseus-connection.ts` is the real one. */
import type { JoinOptions, PublicState, ServerMessages } from '../../shared/protocol/messages.ts';

export interface Credentials {
  room: string;
  /** A trainee's seat token, or a trainer's one-time ticket. Asked for at every attempt: tickets do not last. */
  pass: () => Promise<{ token: string } | { ticket: string }>;
}

export interface LinkEvents {
  message: <K extends keyof ServerMessages>(type: K, payload: ServerMessages[K]) => void;
  publicState: (state: PublicState) => void;
  /** Anything at all came in: the wire is alive. */
  heard: () => void;
  /** The wire is gone, whoever closed it. Called once. */
  closed: (code: number) => void;
}

/** An open wire to a room. */
export interface Link {
  /**
   * Asks and waits, for as long as it takes: deadlines are the caller's. Fails with `LostError` where the wire broke, with
   * `RefusedError` where the server would not take it.
   */
  request: (type: string, payload: unknown) => Promise<unknown>;
  /** Asks the other side for a sign of life; it comes as `heard`. */
  ping: () => void;
  /** Lets go at once, also of a wire on which nothing passes any more. `closed` is not called for it. */
  close: () => void;
}

export interface Transport {
  open: (credentials: Credentials, events: LinkEvents, options: JoinOptions) => Promise<Link>;
}

/** No answer: the wire broke or it took too long. Asking again with the same id is safe. */
export class LostError extends Error {}

/** The server cannot keep it now (its disk is full, it is busy): nothing has happened, and asking again later is right. */
export class NotNowError extends LostError {}

/** The server answered that it will not. `permanent` where trying again cannot help (seat gone, class over, open in another tab). */
export class RefusedError extends Error {
  readonly permanent: boolean;
  constructor(message: string, permanent: boolean) {
    super(message);
    this.permanent = permanent;
  }
}
