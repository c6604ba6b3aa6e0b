/** What the trainer's console asks for. Ids only; the texts come as cards. */
import type { TimelineEntry } from '../debrief/debrief.ts';
import type { RoleId } from '../exercise/ids.ts';
import type { Wait } from '../exercise/missing.ts';
import type { CaseMs } from '../time.ts';

/** What the author wrote about an inject's coming. What became of it (fired, held, skipped) stands in the world. */
export interface ComingInject {
  inject: string;
  /** Roles; `everyone` for all. */
  to: string[];
  channel: string;
  at?: CaseMs;
  pocket?: 'help' | 'pressure' | 'complication';
  delay?: number;
  /** Has a condition of its own. Without one, and without a time, something in the case sets it off. */
  conditional: boolean;
  /** What its `when` still misses. Empty where the inject waits for nothing but its time. */
  waits: Wait[];
  /** True where its `unless` holds: at its time it would not come. */
  overtaken: boolean;
  expects?: { who: RoleId[]; within?: number };
}

/** An active state of a thread of the case; its title is the card `phase:<state>`. */
export interface Thread {
  chart: string;
  states: string[];
}

export interface CrossedLine {
  redLine: string;
  desks: RoleId[];
  repaired: boolean;
}

/**
 * Why an exercise stands although nobody paused it. `circles`: a rule of the case sets itself off without end. `fault`: a
 * fault of the program. `cut-off`: its last acts are missing from the disk since the server ended without notice. `over`: what was in the way is gone, and the trainer can let it go on.
 */
export interface Standstill {
  reason: 'disk-full' | 'disk-busy' | 'disk-failed' | 'circles' | 'fault' | 'cut-off';
  over: boolean;
}

/** GET /api/exercises/:id/console */
export interface ConsoleAnswer {
  injects: ComingInject[];
  threads: Thread[];
  crossed: CrossedLine[];
  /** When each desk last did something, in case time. */
  lastAct: Record<RoleId, CaseMs>;
  /** When the story suggested that the exercise may end. */
  endSuggested?: CaseMs;
  /** The last things that happened, oldest first. */
  recent: TimelineEntry[];
  /** Known to the server alone. */
  standstill?: Standstill;
}
