/** Plays a whole exercise with bots: case time moves from event to event, and each seat has its own view. */
import { lead, seated } from '../access/actor.ts';
import { mayKnow } from '../access/audience.ts';
import type { AnyCommand } from '../vocabulary/commands.ts';
import type { Event } from '../exercise/events.ts';
import { advanceTo, decide, type Exercise, nextDue, type EventObserver, WorldDraft } from '../exercise/exercise.ts';
import type { RoleId, SeatId } from '../exercise/ids.ts';
import type { World } from '../exercise/world.ts';
import { openSession, seatOf } from '../playthrough/session.ts';
import type { CompiledScenario } from '../scenario/compiled.ts';
import type { CaseMs } from '../time.ts';
import type { Bot, BotOptions } from './bot.ts';
import type { BotKind, Manner } from '../vocabulary/enums.ts';
import { ClassTime } from './class-time.ts';
import { createBot } from './create-bot.ts';
import { Player, View } from './player.ts';

/** One kind for all desks, one kind per desk, or the options of every bot. */
export type Cast = BotKind | Readonly<Record<RoleId, BotKind>> | readonly BotOptions[];

export interface PlayBotsOptions {
  seed: number;
  bots: Cast;
  manner?: Manner | undefined;
  /** Case time at which the play ends at the latest. Default: the end of the class at the pace of the case. */
  until?: CaseMs | undefined;
  /** Called with each command before it is judged, so that the command is known even if the core throws. */
  onCommand?: ((command: BotCommand) => void) | undefined;
  /** Called with each event. */
  observer?: EventObserver | undefined;
  /** Creates a player; replaceable so that others can try their own bots. */
  createPlayer?: ((compiled: CompiledScenario, options: BotOptions) => Bot) | undefined;
}

export interface BotCommand {
  from: SeatId;
  at: CaseMs;
  body: AnyCommand;
  /** The code of the rejection, if the command was rejected. */
  refused?: string;
  /** Case time of the work; undefined if the command was rejected. */
  takes?: CaseMs;
}

export interface BotPlay {
  events: Event[];
  commands: BotCommand[];
  exercise: Exercise;
  /** The final view of each seat. */
  views: Record<SeatId, World>;
}

/** The bots for a case, one per desk. */
export function castOf(compiled: CompiledScenario, { seed, bots, manner }: PlayBotsOptions): readonly BotOptions[] {
  if (isList(bots)) return bots;
  const kindOf = (role: RoleId) => (typeof bots === 'string' ? bots : bots[role]);
  return Object.keys(compiled.scenario.roles).flatMap((role) => {
    const kind = kindOf(role);
    return kind === undefined ? [] : [{ kind, role, seat: seatOf(role), seed, manner }];
  });
}

const isList = (cast: Cast): cast is readonly BotOptions[] => Array.isArray(cast);

/** Plays a case to its end. The same options give the same play. */
export function playBots(compiled: CompiledScenario, options: PlayBotsOptions): BotPlay {
  const play = new Play(compiled, options);
  play.run(options.until);
  return play.result();
}

class Play {
  readonly #compiled: CompiledScenario;
  readonly #events: Event[];
  readonly #commands: BotCommand[] = [];
  readonly #players: Player[];
  readonly #views = new Map<RoleId, View>();
  readonly #onCommand: PlayBotsOptions['onCommand'];
  /** The play owns the exercise exclusively until it ends, so it may mutate the draft. */
  readonly #draft: WorldDraft;
  readonly #classTime: ClassTime;
  #exercise: Exercise;
  #now: CaseMs;
  #over = false;
  #turnOf = 0;

  constructor(compiled: CompiledScenario, options: PlayBotsOptions) {
    const cast = castOf(compiled, options);
    const seats: Record<RoleId, number> = {};
    for (const { role } of cast) seats[role] = (seats[role] ?? 0) + 1;
    this.#draft = new WorldDraft({ observer: options.observer });
    const session = openSession(compiled, { seed: options.seed, seats, draft: this.#draft });
    this.#compiled = compiled;
    this.#onCommand = options.onCommand;
    this.#exercise = session.exercise;
    this.#now = session.now;
    this.#classTime = new ClassTime(compiled.scenario.length, session.now);
    this.#events = [];
    for (const role of Object.keys(seats)) this.#views.set(role, new View());
    this.#players = cast.map(
      (bot) =>
        new Player(
          (options.createPlayer ?? createBot)(compiled, bot),
          this.#views.get(bot.role) ?? new View(),
          this.#now,
        ),
    );
    this.#record(session.events);
  }

  run(until: CaseMs | undefined): void {
    while (!this.#over) {
      const player = this.#nextPlayer();
      const asks = player?.nextAsk(this.#now) ?? Number.POSITIVE_INFINITY;
      const due = nextDue(this.#exercise, this.#draft) ?? Number.POSITIVE_INFINITY;
      const next = Math.min(asks, due);
      if (next > (until ?? this.#classTime.endsAt(this.#pace)) || next === Number.POSITIVE_INFINITY) break;
      if (due <= asks) this.#advance(due);
      else if (player) this.#ask(player, asks);
    }
    if (!this.#over) this.#advance(until ?? this.#classTime.endsAt(this.#pace));
    this.#end();
  }

  get #pace(): number {
    return this.#exercise.world.pace ?? this.#compiled.scenario.pace;
  }

  result(): BotPlay {
    return {
      events: this.#events,
      commands: this.#commands,
      exercise: this.#exercise,
      views: Object.fromEntries(this.#players.map(({ bot, view }) => [bot.seat, view.world])),
    };
  }

  /** The player who is asked next: the earliest; on a tie, the first in the cast. */
  #nextPlayer(): Player | undefined {
    let first: Player | undefined;
    for (const player of this.#players)
      if (!first || player.nextAsk(this.#now) < first.nextAsk(this.#now)) first = player;
    return first;
  }

  #advance(at: CaseMs): void {
    this.#classTime.advance(at, this.#pace);
    const step = advanceTo(this.#compiled, this.#exercise, at, this.#draft);
    this.#exercise = step.exercise;
    this.#now = Math.max(this.#now, at);
    this.#record(step.events);
  }

  #ask(player: Player, at: CaseMs): void {
    this.#classTime.advance(at, this.#pace);
    this.#now = at;
    player.count(at);
    const turn = player.turn(at);
    if ('wait' in turn) {
      if (!(turn.wait > 0)) throw new Error(`the ${player.bot.kind} bot at ${player.bot.seat} waits ${turn.wait}`);
      player.wakeAt = at + turn.wait;
      return;
    }
    player.freeAt = at + Math.max(0, turn.takes);
    player.wakeAt = player.freeAt;
    this.#command(player, turn.do, at, turn.takes);
  }

  #command(player: Player, body: AnyCommand, at: CaseMs, takes: CaseMs): void {
    const from = player.bot.seat;
    this.#onCommand?.({ from, at, body });
    const decision = decide(this.#compiled, this.#exercise, { from: seated(from), at, body }, this.#draft);
    if ('rejection' in decision) {
      const { code } = decision.rejection;
      this.#commands.push({ from, at, body, refused: code });
      player.bot.refused(code);
      // A rejected command takes no time, so the bot may choose again at once.
      player.freeAt = at;
      player.wakeAt = at;
      return;
    }
    this.#commands.push({ from, at, body, takes });
    this.#exercise = decision.exercise;
    this.#record(decision.events);
  }

  /** Appends events to the log and folds them into every view that may know them. */
  #record(events: readonly Event[]): void {
    for (const event of events) {
      this.#events.push(event);
      if (event.type === 'end-suggested' || event.type === 'exercise-ended') this.#over = true;
      this.#spread(event);
    }
  }

  #spread(event: Event): void {
    for (const tag of event.audience) if (tag.startsWith('seat:')) this.#separateSeat(tag.slice('seat:'.length));
    this.#turnOf += 1;
    for (const { view, viewer } of this.#players) {
      if (view.lastTurn === this.#turnOf || !mayKnow(viewer, event)) continue;
      view.lastTurn = this.#turnOf;
      view.take(event);
    }
  }

  /** Gives a seat its own view once an event is for that seat alone. */
  #separateSeat(seat: SeatId): void {
    const player = this.#players.find(({ bot }) => bot.seat === seat);
    if (!player || !this.#players.some((other) => other !== player && other.view === player.view)) return;
    player.useOwnView(player.view);
  }

  /** The trainer ends the exercise when the play is over. */
  #end(): void {
    if (this.#exercise.world.status === 'ended') return;
    const end = { from: lead, at: this.#now, body: { type: 'end-exercise' } } as const;
    const ended = decide(this.#compiled, this.#exercise, end, this.#draft);
    if ('rejection' in ended) return;
    this.#exercise = ended.exercise;
    this.#record(ended.events);
  }
}
