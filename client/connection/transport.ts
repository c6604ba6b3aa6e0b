/** The interface between the connection and the wire. `colyseus-connection.ts` implements it. */
import type { JoinOptions, PublicState, ServerMessages } from '../../shared/protocol/messages.ts';

export interface Credentials {
  room: string;
  /** Returns a trainee's seat token or a trainer's one-time ticket. Called at every attempt, because tickets expire. */
  pass: () => Promise<{ token: string } | { ticket: string }>;
}

export interface LinkEvents {
  message: <K extends keyof ServerMessages>(type: K, payload: ServerMessages[K]) => void;
  publicState: (state: PublicState) => void;
  /** A frame arrived, of any kind: the connection is alive. */
  heard: () => void;
  /** The connection closed, on either side. Called once. */
  closed: (code: number) => void;
}

/** An open connection to a room. */
export interface Link {
  /**
   * Sends a request and waits without a deadline; callers set their own. Rejects with `LostError` if the connection broke, and
   * with `RefusedError` if the server refused the request.
   */
  request: (type: string, payload: unknown) => Promise<unknown>;
  /** Sends a ping. The answer arrives as `heard`. */
  ping: () => void;
  /** Closes at once, even if the connection no longer responds. Does not call `closed`. */
  close: () => void;
}

export interface Transport {
  open: (credentials: Credentials, events: LinkEvents, options: JoinOptions) => Promise<Link>;
}

/** No answer arrived: the connection broke, or the deadline passed. A retry with the same id is safe. */
export class LostError extends Error {}

/** The server cannot store the request now (disk full, busy). Nothing happened; a later retry is right. */
export class NotNowError extends LostError {}

/** The server refused. `permanent` means that a retry cannot succeed: seat gone, class over, or seat open in another tab. */
export class RefusedError extends Error {
  readonly permanent: boolean;
  constructor(message: string, permanent: boolean) {
    super(message);
    this.permanent = permanent;
  }
}
