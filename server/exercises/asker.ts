/** For whom a seat's command is judged: for the seat, or, where one person practises alone, in the place of the trainer. */
import type { AnyCommand, Command, CommandType } from '../../shared/exercise/commands.ts';
import type { SeatId } from '../../shared/exercise/ids.ts';
import type { ExerciseRecord } from '../storage/exercise-store.ts';

/** The clock is the person's own, and so is the end. Injects and seats are not: they would tell what is to come. */
const ALONE: ReadonlySet<CommandType> = new Set<CommandType>(['pause', 'resume', 'set-pace', 'end-exercise']);

export function askerOf(
  { purpose }: Pick<ExerciseRecord, 'purpose'>,
  seat: SeatId | undefined,
  { type }: AnyCommand,
): Command['from'] {
  if (seat === undefined || (purpose === 'practice' && ALONE.has(type))) return { trainer: true };
  return { seat };
}
