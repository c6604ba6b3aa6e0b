/** The client state of one trainee. Plain data; `client-store.ts` holds it, everything else subscribes. */
import type { Actor } from '../../shared/access/actor.ts';
import type { AnyCommand } from '../../shared/vocabulary/commands.ts';
import type { Rejection } from '../../shared/exercise/rejections.ts';
import type { World } from '../../shared/exercise/world.ts';
import type { Card } from '../../shared/protocol/cards.ts';
import type { PublicState } from '../../shared/protocol/messages.ts';

export type ConnectionPhase = 'idle' | 'connecting' | 'live' | 'reconnecting' | 'elsewhere' | 'freed' | 'failed';

export interface PendingCommand {
  id: string;
  body: AnyCommand;
  /** Device time in milliseconds, only to show how long the command has been waiting. */
  since: number;
}

export interface SeatState {
  connection: { phase: ConnectionPhase; since: number; attempt: number };
  /** Undefined until joined; `role` undefined until seated. */
  me?:
    | {
        seat: string;
        role?: string;
        name: string;
        language: string;
        actor: Actor;
        /** A learner who practises alone may pause and end the exercise. */
        alone?: boolean;
      }
    | undefined;
  public?: PublicState | undefined;
  /** Device time at which `public.caseMs` was true. Case time now is extrapolated from it. */
  publicAt: number;
  /** The world this seat knows: the fold of its role's and its own stream (a trainer's: of the whole log). */
  world: World;
  /** The case time up to which a topic (`item:x`, `inject:y`) was seen, for unread marks. Kept on the device. */
  seen: Record<string, number>;
  cards: Record<string, Card>;
  pending: PendingCommand[];
  /** The last refused command, until dismissed. */
  refused?: { body: AnyCommand; rejection: Rejection } | undefined;
  /** Unsent forms by key. The device keeps them across reload and reconnect. */
  drafts: Record<string, Record<string, unknown>>;
  /** The selection that HTML and Phaser share: `{item: 'bus-manifest'}`. */
  selection: { item?: string; person?: string; place?: string; interview?: string };
  steppedOut: boolean;
}
