/** A bot in a play: what its desk knows, and when it is asked next. */
import { desk, type Viewer } from '../access/audience.ts';
import type { KnownEvent } from '../exercise/events.ts';
import { evolveDraft } from '../exercise/evolve.ts';
import { WorldDraft } from '../exercise/folds/draft.ts';
import { ALL_PARTS, NO_PARTS, type Parts } from '../exercise/folds/parts.ts';
import { emptyWorld, type World } from '../exercise/world.ts';
import type { CaseMs } from '../time.ts';
import type { Bot, Turn } from './bot.ts';

/** Turns without any wait that no honest bot takes at one moment of case time. */
const MOST_TURNS_AT_ONCE = 200;

/** What one desk knows; seats share it until something is said to one of them alone. */
export class View {
  world: World = emptyWorld();
  /** Grows with every event that this view took in. */
  version = 0;
  /** The event that it was last offered, by count: seats of one desk share a view. */
  lastTurn = 0;

  /** Who looks through it. */
  readonly players = new Set<Player>();
  readonly #draft = new WorldDraft();

  take(event: KnownEvent): void {
    this.#draft.touched = NO_PARTS;
    this.world = evolveDraft(this.#draft, this.world, event);
    this.version += 1;
    for (const player of this.players) player.changed |= this.#draft.touched;
  }

  /** The world for somebody who may keep it: from here on it is not altered any more. */
  handOut(): World {
    this.#draft.release();
    return this.world;
  }
}

export class Player {
  readonly bot: Bot;
  readonly viewer: Viewer;
  view: View;
  /** Not asked before: still at work. */
  freeAt: CaseMs;
  /** Asked then, even where nothing has changed. */
  wakeAt: CaseMs;
  /** The version of the view that it has thought about. */
  thought = -1;
  /** In what the view differs from what it was when it thought. */
  changed: Parts = ALL_PARTS;
  turnsAt: { at: CaseMs; count: number } = { at: -1, count: 0 };

  constructor(bot: Bot, view: View, now: CaseMs) {
    this.bot = bot;
    this.viewer = desk(bot.role, bot.seat);
    this.view = view;
    view.players.add(this);
    this.freeAt = now;
    this.wakeAt = now;
  }

  /** Its next turn. It is not to keep the view. */
  turn(at: CaseMs): Turn {
    this.thought = this.view.version;
    const { changed } = this;
    this.changed = NO_PARTS;
    return this.bot.turn(this.view.world, at, changed);
  }

  /** From here on this player sees what others at its desk do not. */
  partFrom(view: View): void {
    const own = new View();
    own.world = view.handOut();
    own.version = view.version;
    own.players.add(this);
    view.players.delete(this);
    this.view = own;
  }

  nextAsk(now: CaseMs): CaseMs {
    return Math.max(this.freeAt, this.view.version === this.thought ? this.wakeAt : now);
  }

  /** Counts a turn; throws where a bot goes on for ever without letting time pass. */
  count(now: CaseMs): void {
    if (this.turnsAt.at !== now) this.turnsAt = { at: now, count: 0 };
    this.turnsAt.count += 1;
    if (this.turnsAt.count > MOST_TURNS_AT_ONCE)
      throw new Error(
        `the ${this.bot.kind} bot at ${this.bot.seat} never waits: ${MOST_TURNS_AT_ONCE} turns at one moment`,
      );
  }
}
