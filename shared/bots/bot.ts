/**
 * A bot: a simulated desk. It is a seat like any other: it has its desk's view and the cards that desk may read, nothing else,
 * and it asks for the same commands. The same bots play a case a thousand times for its author and fill an empty seat in class.
 */
import type { TraineeCommand } from '../exercise/commands.ts';
import type { Parts } from '../exercise/folds/parts.ts';
import type { RoleId, SeatId } from '../exercise/ids.ts';
import type { BotKind } from '../vocabulary/enums.ts';
import type { World } from '../exercise/world.ts';
import type { Manner } from '../scenario/schema/basics.ts';
import type { CaseMs } from '../time.ts';

/** The kinds and manners stand in the core, because the log says which desk is simulated and how. */
export { BOT_KINDS, type BotKind } from '../vocabulary/enums.ts';
export { MANNERS, type Manner } from '../scenario/schema/basics.ts';

export interface BotOptions {
  kind: BotKind;
  role: RoleId;
  seat: SeatId;
  /** The same seed, view and clock give the same play. */
  seed: number;
  /** `rule-bound` when left out. */
  manner?: Manner | undefined;
}

/** What a bot does next. `wait` is case time, above zero; a bot is asked again then, or earlier when its view has changed. */
export type Turn = { do: TraineeCommand; takes: CaseMs } | { wait: CaseMs };

export interface Bot extends Readonly<Omit<BotOptions, 'manner'>> {
  /**
   * Its next turn, from the view of its seat (the fold of the events that seat may know) and the time. `takes` is the case time
   * of the work that a command stands for; the driver asks again after it. Free texts are short sentences in the case's language.
   * The view is to be read at the turn and not kept: it may be altered in place. Who does that says what was `changed` since the
   * last turn.
   */
  turn(view: World, now: CaseMs, changed?: Parts): Turn;
  /** Its last command was refused; it does not ask for the same again while its view stays as it is. */
  refused(code: string): void;
}
