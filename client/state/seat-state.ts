/** What the client of one trainee knows and holds. Plain data; `client-store.ts` is its only keeper, everything else subscribes. */
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
  /** Milliseconds of the device clock, only to show how long it has been waiting. */
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
        /** Practises alone: may pause and end. */
        alone?: boolean;
      }
    | undefined;
  public?: PublicState | undefined;
  /** Device time at which `public.caseMs` was true; case time now is extrapolated from it. */
  publicAt: number;
  /** What this seat knows: the fold of its role's and its own stream (a trainer's: of the whole log). */
  world: World;
  /** Case times up to which things were seen, by topic (`item:x`, `inject:y`), for unread marks. Kept on the device. */
  seen: Record<string, number>;
  cards: Record<string, Card>;
  pending: PendingCommand[];
  /** The last refusal, until dismissed. */
  refused?: { body: AnyCommand; rejection: Rejection } | undefined;
  /** Unsent forms by key; kept on the device, survive reload and reconnect. */
  drafts: Record<string, Record<string, unknown>>;
  /** What is selected, shared by HTML and Phaser: `{item: 'bus-manifest'}`. */
  selection: { item?: string; person?: string; place?: string; interview?: string };
  steppedOut: boolean;
}
