import type { Interview } from '../../../shared/exercise/world.ts';
import type { SeatState } from '../../state/seat-state.ts';

/** The interview a seat sees: the selected one, otherwise its desk's latest open one, otherwise its latest. Pure. */
export function shownInterview(
  { world, selection }: Pick<SeatState, 'world' | 'selection'>,
  role: string,
): [string, Interview] | undefined {
  const selected = selection.interview === undefined ? undefined : world.interviews[selection.interview];
  if (selected && selection.interview !== undefined) return [selection.interview, selected];
  const own = Object.entries(world.interviews).filter(([, interview]) => interview.by === role);
  return own.findLast(([, { state }]) => state !== 'closed') ?? own.at(-1);
}
