/**
 * A bot: a simulated desk. It is a seat like any other: it has its desk's view and the cards that desk may read, nothing else,
 * and it asks for the same commands. The same bots play a case a thousand times for its author and fill an empty seat in class.
 */
import type { TraineeCommand } from '../exercise/commands.ts';
import type { RoleId, SeatId } from '../exercise/ids.ts';
import type { World } from '../exercise/world.ts';
import type { CaseMs } from '../time.ts';

/**
 * - `by-the-book`: follows the SOP, the law pack's duties and what its desk is expected to do.
 * - `careless`: does the work, but skips what takes care: alone with the escort, no consent, everything to everybody.
 * - `random`: any command its desk is offered, good or bad.
 * - `slow`: by the book, but late: lets deadlines pass.
 */
export const BOT_KINDS = ['by-the-book', 'careless', 'random', 'slow'] as const;
export type BotKind = (typeof BOT_KINDS)[number];

/**
 * How a simulated desk treats the others, on the trainer's dial: `helpful` answers at once and shares what is lawful,
 * `rule-bound` asks for a legal basis and answers in its time, `overloaded` answers late and does only what must be.
 */
export const MANNERS = ['helpful', 'rule-bound', 'overloaded'] as const;
export type Manner = (typeof MANNERS)[number];

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
   */
  turn(view: World, now: CaseMs): Turn;
  /** Its last command was refused; it does not ask for the same again while its view stays as it is. */
  refused(code: string): void;
}
