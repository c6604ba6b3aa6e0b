/** The answer of the trainer's console. Ids only; the texts come as cards. */
import type { TimelineEntry } from '../debrief/debrief.ts';
import type { RoleId } from '../exercise/ids.ts';
import type { Wait } from '../exercise/missing.ts';
import type { CaseMs } from '../time.ts';

/** The planned part of an inject. Its result (fired, held, skipped) is in the world. */
export interface ComingInject {
  inject: string;
  /** Roles; `everyone` for all. */
  to: string[];
  channel: string;
  at?: CaseMs;
  pocket?: 'help' | 'pressure' | 'complication';
  delay?: number;
  /** True if the inject has its own condition. Without a condition and a time, another part of the case triggers it. */
  conditional: boolean;
  /** What its `when` still needs, or the part of the case that fires it; empty if the inject waits only for its time. */
  waits: Wait[];
  /** True if its `unless` holds, so it would not come at its time. */
  overtaken: boolean;
  expects?: { who: RoleId[]; within?: number };
}

/** An active state of a statechart; its title is the card `phase:<state>`. */
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
 * Why an exercise is halted. `circles`: a rule of the case triggers itself without end. `fault`: a fault of the
 * program. `cut-off`: its last acts are missing on disk since the server ended without notice. `over`: the cause is
 * gone, and the trainer can resume.
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
  /** Case time of the last act of each desk. */
  lastAct: Record<RoleId, CaseMs>;
  /** When the case suggested to end the exercise. */
  endSuggested?: CaseMs;
  /** The latest events, oldest first. */
  recent: TimelineEntry[];
  /** Only the server fills this in. */
  standstill?: Standstill;
}
