/** Commands as they reach the core. What can be asked is declared command by command in `shared/vocabulary/commands.ts`. */
import type { Actor } from '../access/actor.ts';
import type { AnyCommand } from '../vocabulary/commands.ts';

export {
  AnyCommand,
  type CommandOf,
  type CommandType,
  TraineeCommand,
  TrainerCommand,
} from '../vocabulary/commands.ts';

/** A command as it reaches the core: who asks, and at what case time. Free texts are references already. */
export type Command = {
  from: Actor;
  /** Case time of the asking; never before the last event. */
  at: number;
  body: AnyCommand;
};
