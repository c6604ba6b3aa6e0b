/** A bot in a play: its view, and the time of its next turn. */
import { desk, type Viewer } from '../access/audience.ts';
import type { KnownEvent } from '../exercise/events.ts';
import { evolveDraft } from '../exercise/evolve.ts';
import { WorldDraft } from '../exercise/folds/draft.ts';
import { ALL_PARTS, NO_PARTS, type PartSet } from '../exercise/folds/parts.ts';
import { emptyWorld, type World } from '../exercise/world.ts';
import type { CaseMs } from '../time.ts';
import type { Bot, Turn } from './bot.ts';

/** A bot that takes more turns than this at one moment of case time loops. */
const MAX_TURNS_AT_ONCE = 200;

/** The view of one desk. Seats share it until an event is for one of them alone. */
export class View {
  world: World = emptyWorld();
  /** Number of events folded into this view. */
  version = 0;
  /** Number of the last event offered to this view; seats of one desk share the view. */
  lastTurn = 0;

  /** The players that share this view. */
  readonly players = new Set<Player>();
  readonly #draft = new WorldDraft();

  take(event: KnownEvent): void {
    this.#draft.touched = NO_PARTS;
    this.world = evolveDraft(this.#draft, this.world, event);
    this.version += 1;
    for (const player of this.players) player.changed |= this.#draft.touched;
  }

  /** The world for a caller who may keep it: this view is not mutated from here on. */
  snapshot(): World {
    this.#draft.release();
    return this.world;
  }
}

export class Player {
  readonly bot: Bot;
  readonly viewer: Viewer;
  view: View;
  /** Busy until then; not asked before. */
  freeAt: CaseMs;
  /** Asked at this time even if nothing has changed. */
  wakeAt: CaseMs;
  /** The version of the view at the last turn. */
  seenVersion = -1;
  /** The parts of the view that changed since the last turn. */
  changed: PartSet = ALL_PARTS;
  turnsAt: { at: CaseMs; count: number } = { at: -1, count: 0 };

  constructor(bot: Bot, view: View, now: CaseMs) {
    this.bot = bot;
    this.viewer = desk(bot.role, bot.seat);
    this.view = view;
    view.players.add(this);
    this.freeAt = now;
    this.wakeAt = now;
  }

  /** Takes the next turn. The bot must not keep the view. */
  turn(at: CaseMs): Turn {
    this.seenVersion = this.view.version;
    const { changed } = this;
    this.changed = NO_PARTS;
    return this.bot.turn(this.view.world, at, changed);
  }

  /** From here on this player has its own view, separate from its desk's. */
  useOwnView(view: View): void {
    const own = new View();
    own.world = view.snapshot();
    own.version = view.version;
    own.players.add(this);
    view.players.delete(this);
    this.view = own;
  }

  nextAsk(now: CaseMs): CaseMs {
    return Math.max(this.freeAt, this.view.version === this.seenVersion ? this.wakeAt : now);
  }

  /** Counts a turn; throws if a bot takes turns without end while no time passes. */
  count(now: CaseMs): void {
    if (this.turnsAt.at !== now) this.turnsAt = { at: now, count: 0 };
    this.turnsAt.count += 1;
    if (this.turnsAt.count > MAX_TURNS_AT_ONCE)
      throw new Error(
        `the ${this.bot.kind} bot at ${this.bot.seat} never waits: ${MAX_TURNS_AT_ONCE} turns at one moment`,
      );
  }
}
