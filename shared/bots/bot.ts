/**
 * A bot: a simulated desk. Like any other seat it has its desk's view and the cards that desk may read, nothing else,
 * and submits the same commands. The same bots play a case a thousand times for its author and fill an empty seat in
 * class.
 */
import type { TraineeCommand } from '../vocabulary/commands.ts';
import type { PartSet } from '../exercise/folds/parts.ts';
import type { RoleId, SeatId } from '../exercise/ids.ts';
import type { BotKind, Manner } from '../vocabulary/enums.ts';
import type { World } from '../exercise/world.ts';
import type { CaseMs } from '../time.ts';

export interface BotOptions {
  kind: BotKind;
  role: RoleId;
  seat: SeatId;
  /** The same seed, view and clock give the same turns. */
  seed: number;
  /** `rule-bound` when left out. */
  manner?: Manner | undefined;
}

/**
 * The next turn of a bot. `wait` is case time above zero: the bot is asked again after it, or earlier if its view
 * changes.
 */
export type Turn = { do: TraineeCommand; takes: CaseMs } | { wait: CaseMs };

export interface Bot extends Readonly<Omit<BotOptions, 'manner'>> {
  /**
   * The next turn, computed from the seat's view (the fold of the events that the seat may know) and the time. `takes`
   * is the case time of the work behind a command; the driver asks again after it. Free texts are short sentences in
   * the case's language. The bot must not keep `view`: the caller may mutate it, and then passes what `changed` since
   * the last turn.
   */
  turn(view: World, now: CaseMs, changed?: PartSet): Turn;
  /** Called when the last command was refused. The bot does not repeat it while its view stays the same. */
  refused(code: string): void;
}
