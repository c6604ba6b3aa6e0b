/** What the connection needs from a wire. `colyseus-connection.ts` is the real one. */
import type { ServerMessages, PublicState } from '../../shared/protocol/messages.ts';

export interface Credentials {
  room: string;
  /** A trainee's seat token, or a trainer's one-time ticket. Asked for at every attempt: tickets do not last. */
  pass: () => Promise<{ token: string } | { ticket: string }>;
}

export interface LinkEvents {
  message: <K extends keyof ServerMessages>(type: K, payload: ServerMessages[K]) => void;
  publicState: (state: PublicState) => void;
  /** The wire is gone, whoever closed it. Called once. */
  closed: (code: number) => void;
}

/** An open wire to a room. */
export interface Link {
  /** Asks and waits. Fails with `LostError` where no answer came, with `RefusedError` where the server would not take it. */
  request: (type: string, payload: unknown) => Promise<unknown>;
  close: () => void;
}

export interface Transport {
  open: (credentials: Credentials, events: LinkEvents) => Promise<Link>;
}

/** No answer: the wire broke or it took too long. Asking again with the same id is safe. */
export class LostError extends Error {}

/** The server answered that it will not. `permanent` where trying again cannot help (seat gone, class over). */
export class RefusedError extends Error {
  readonly permanent: boolean;
  constructor(message: string, permanent: boolean) {
    super(message);
    this.permanent = permanent;
  }
}
