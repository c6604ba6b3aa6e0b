/** Selectors of the decision log. Pure. */
import type { LogEntry, World } from '../../../../shared/exercise/world.ts';

/** The entries this desk may read, newest first. */
export const logEntries = (world: World): { id: string; entry: LogEntry }[] =>
  Object.entries(world.decisionLog)
    .map(([id, entry]) => ({ id, entry }))
    .sort((a, b) => b.entry.at - a.entry.at);
