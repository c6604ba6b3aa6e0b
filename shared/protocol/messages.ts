/**
 * The whole wire contract, both directions. The only place with message names.
 *
 * A seat receives two ordered streams: its role's and its own. A trainer receives one: the whole log. An evaluator
 * receives one for each of its desks (`role:police`), the wall and a role-player one each. Every stream is numbered
 * from 1 without gaps, so that the receiver detects a lost event and the numbers reveal nothing else.
 */
import { z } from 'zod';
import type { StreamName } from '../access/audience.ts';
import { AnyCommand } from '../vocabulary/commands.ts';
import type { KnownEvent } from '../exercise/events.ts';
import type { Rejection } from '../exercise/rejections.ts';
import type { World } from '../exercise/world.ts';

export type { StreamName };

const StreamNames = z.string().regex(/^(role|seat|trainer|wall|public|role:[\w-]{1,80})$/);

/** Things that one message may say to be read; a desk learns of a few hundred in a class. */
const MAX_SEEN = 2_000;

/**
 * Client → server. Every `request` message is answered; the answer to a `command` comes after its events are on disk.
 */
export const ClientMessages = {
  /**
   * Submits a command. `id` is made by the client (16 random bytes, hex); a repeated id gets the same answer and no
   * second effect.
   */
  command: z.strictObject({
    id: z.string().regex(/^[0-9a-f]{32}$/),
    body: AnyCommand,
  }),
  /**
   * After a (re)join or a gap: asks for the events after these numbers. The server sends a `snapshot` if its tail is
   * too short.
   */
  resume: z.strictObject({
    have: z.record(StreamNames, z.int().min(0)),
    epoch: z.string().max(64).optional(),
  }),
  /** The seat has read its brief / is ready. Lobby state only, not in the log. */
  ready: z.strictObject({ briefRead: z.boolean(), ready: z.boolean() }),
  /** Leaves silently for a while, or comes back. Never enters the log; others see a lost connection. */
  'step-out': z.strictObject({ out: z.boolean() }),
  /**
   * What the person of the seat looks at, for the people who may see the desk: the page, and what was read since the last message;
   * with `whole`, all of it. Kept in memory while the exercise runs, never stored and never in the log.
   */
  screen: z.strictObject({
    path: z.string().regex(/^\/play(\/[\w.:@%~-]{1,160}){0,4}$/),
    seen: z.record(z.string().min(1).max(200), z.int().min(-1)).refine((seen) => Object.keys(seen).length <= MAX_SEEN),
    whole: z.boolean(),
  }),
} as const;
export type ClientMessage = { [K in keyof typeof ClientMessages]: z.infer<(typeof ClientMessages)[K]> };

export interface StreamBatch {
  stream: StreamName;
  /** Number of the first event of `events` in this stream, from 1. */
  from: number;
  events: KnownEvent[];
}

/** The world of one stream alone, up to its event `upTo`. */
export interface StreamSnapshot {
  stream: StreamName;
  upTo: number;
  world: World;
}

/** Server → client. */
export interface ServerMessages {
  events: StreamBatch;
  /** A new epoch begins (first join, moved to another desk, server restarted): the client drops its old streams. */
  snapshot: { epoch: string; seat?: string; role?: string; streams: StreamSnapshot[] };
  /** A newer tab opened this seat; the server closes this one after the message. */
  elsewhere: { reason: 'newer-tab' | 'freed' | 'moved' };
  /** The server is about to restart; all acknowledged commands are stored. */
  notice: { code: 'restarting' };
  /**
   * To trainers: a seat stepped out or came back. To the seat itself: it had stepped out (after a reload). Never
   * stored.
   */
  'step-out': { seat: string; out: boolean };
  /** To those who may see the desk of this seat: what its person looks at. As `screen` of the client; `whole` after a join. */
  screen: ClientMessage['screen'] & { seat: string };
}

/** Options that a client sends to join a room. */
export const JoinOptions = z.object({
  /** `PROTOCOL_VERSION` of the client; clients of version 1 do not send it. */
  protocol: z.int().min(1).max(1_000_000).optional(),
  /** Identifies a tab of a seat; made by the client for the life of the tab. */
  tab: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .optional(),
  /** False if a tab reconnects by itself: it must not take the seat from a tab that was opened later. */
  take: z.boolean().default(true),
});
export type JoinOptions = z.input<typeof JoinOptions>;

/** Close codes that end a connection for good; after any other code the client reconnects with its token. */
export const CloseCodes = { 'newer-tab': 4100, freed: 4101 } as const;
/** Close code for an older connection of the same tab. A tab that still uses that connection reconnects. */
export const REPLACED = 4102;

/**
 * Answer to a `command`. It counts nothing: how many events a command had would tell the desk of events that it may not
 * know. If the command could not be stored, the request fails with an `ApiError`.
 */
export type CommandAnswer = { ok: true } | { ok: false; rejection: Rejection };

/** Public state of the room (`@colyseus/schema`): only what every person in it may know. */
export interface PublicSeat {
  seat: string;
  role: string;
  name: string;
  connected: boolean;
  briefRead: boolean;
  ready: boolean;
  /** True if the desk is simulated. Every client may know that; only trainers know its manner. */
  simulated: boolean;
}
export interface PublicState {
  status: 'lobby' | 'running' | 'paused' | 'ended';
  /** Case time when this state was sent; pace in case minutes per real minute. */
  caseMs: number;
  pace: number;
  /** Address `chart.state` of the public phase, or empty; its title comes as a card. */
  phase: string;
  roster: readonly PublicSeat[];
}
