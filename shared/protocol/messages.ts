/**
 * The whole wire contract, both directions. The only place where message names stand.
 *
 * A seat receives two ordered streams: its role's and its own. A trainer receives one: the whole log. An evaluator receives
 * one for each of its desks (`role:police`), the wall and a role-player one each. Every stream is numbered densely from 1, so
 * that the receiver sees a gap and the numbers show nothing else.
 */
import { z } from 'zod';
import type { StreamName } from '../access/audience.ts';
import { AnyCommand } from '../exercise/commands.ts';
import type { KnownEvent } from '../exercise/events.ts';
import type { Rejection } from '../exercise/rejections.ts';
import type { World } from '../exercise/world.ts';

export type { StreamName };

const StreamNames = z.string().regex(/^(role|seat|trainer|wall|public|role:[\w-]{1,80})$/);

/** Client → server. `request` messages are answered; the answer of a `command` comes after its events are on disk. */
export const ClientMessages = {
  /** Ask for something. `id` is made by the client (16 random bytes, hex); a resent id gets the same answer and no second effect. */
  command: z.strictObject({
    id: z.string().regex(/^[0-9a-f]{32}$/),
    body: AnyCommand,
  }),
  /** After a (re)join or a gap: from where to go on. Answered by `snapshot` where the tail is not enough. */
  resume: z.strictObject({
    have: z.record(StreamNames, z.int().min(0)),
    epoch: z.string().max(64).optional(),
  }),
  /** The seat has read its brief / is ready. Lobby state only, not in the log. */
  ready: z.strictObject({ briefRead: z.boolean(), ready: z.boolean() }),
  /** Leave silently for a while, or come back. Never enters the log; to others it looks like a lost connection. */
  'step-out': z.strictObject({ out: z.boolean() }),
} as const;
export type ClientMessage = { [K in keyof typeof ClientMessages]: z.infer<(typeof ClientMessages)[K]> };

export interface StreamBatch {
  stream: StreamName;
  /** Number of the first event of `events` in this stream, from 1. */
  from: number;
  events: KnownEvent[];
}

/** The world told by one stream alone, up to its event `upTo`. */
export interface StreamSnapshot {
  stream: StreamName;
  upTo: number;
  world: World;
}

/** Server → client. */
export interface ServerMessages {
  events: StreamBatch;
  /** A new epoch begins (first join, moved to another desk, server restarted): forget what you had. */
  snapshot: { epoch: string; seat?: string; role?: string; streams: StreamSnapshot[] };
  /** This seat was opened in a newer tab; this one is closed after the message. */
  elsewhere: { reason: 'newer-tab' | 'freed' | 'moved' };
  /** The server is about to restart; everything acknowledged is kept. */
  notice: { code: 'restarting' };
  /** To trainers: a seat stepped out or came back. To the seat itself: that it had stepped out (after a reload). Never kept. */
  'step-out': { seat: string; out: boolean };
}

/** Said on the way into the room. */
export const JoinOptions = z.object({
  /** `PROTOCOL_VERSION` of the client; clients of version 1 do not say it. */
  protocol: z.int().min(1).max(1_000_000).optional(),
  /** Tells the tabs of one seat apart; made by the client for as long as the tab lives. */
  tab: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .optional(),
  /** False where a tab comes back by itself: it must not take the seat from a tab that was opened after it. */
  take: z.boolean().default(true),
});
export type JoinOptions = z.input<typeof JoinOptions>;

/** Codes with which the server closes a socket for good; on any other the client comes back with its token. */
export const CloseCodes = { 'newer-tab': 4100, freed: 4101 } as const;
/** A wire of the same tab that has a newer one; should that tab still hold it, it comes back. */
export const REPLACED = 4102;

/** Answer to a `command`. Where it could not be kept, the request is rejected with an `ApiError` as the reason. */
export type CommandAnswer = { ok: true; events: number } | { ok: false; rejection: Rejection };

/** Public state of the room (`@colyseus/schema`): only what everyone in it may know. */
export interface PublicSeat {
  seat: string;
  role: string;
  name: string;
  connected: boolean;
  briefRead: boolean;
  ready: boolean;
  /** True where nobody sits: the desk is simulated. Everybody may know; how it is simulated, only trainers. */
  simulated: boolean;
}
export interface PublicState {
  status: 'lobby' | 'running' | 'paused' | 'ended';
  /** Case time at the moment this state was sent, pace in case minutes per real minute. */
  caseMs: number;
  pace: number;
  /** Address `chart.state` of the public phase, empty where none; its title comes as a card. */
  phase: string;
  roster: readonly PublicSeat[];
}
