/** Commands in the form the core receives. `shared/vocabulary/commands.ts` declares them one by one. */
import type { Actor } from '../access/actor.ts';
import type { AnyCommand } from '../vocabulary/commands.ts';

/** A command in the form the core receives: its actor and its case time. Free texts are already references. */
export type Command = {
  from: Actor;
  /** Case time of the command; never before the last event. */
  at: number;
  body: AnyCommand;
};
