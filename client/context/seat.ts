/**
 * The tools of every trainee screen. `client/ui/seat/seat-provider.tsx` provides them; screens call `useSeat()`.
 * A trainer's view of a desk has the same interface with `readOnly`.
 */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { AnyCommand } from '../../shared/vocabulary/commands.ts';
import type { World } from '../../shared/exercise/world.ts';
import type { CardLookup } from '../../shared/protocol/cards.ts';
import type { CommandAnswer } from '../../shared/protocol/messages.ts';
import type { Jurisdiction } from '../../shared/scenario/schema/jurisdiction.ts';
import type { SeatState } from '../state/seat-state.ts';

export interface SeatTools {
  /** A component that reads it renders again on every change. */
  readonly state: SeatState;
  readonly world: World;
  /** The role id of this desk (`police`); empty before the seat has a desk. */
  readonly role: string;
  readonly seat: string;
  /** No command can be sent: in a trainer's view of the desk, and after EndEx. Screens then show no control that acts. */
  readonly readOnly: boolean;
  /** True in a trainer's view of the desk, which has no seat of its own. */
  readonly mirror: boolean;
  /** The law pack (card `law`), undefined until fetched. */
  readonly law: Jurisdiction | undefined;
  /** True if this desk has the power. Screens offer only actions within its powers. */
  can: (power: string) => boolean;
  /** Sends a command and resolves with the server's answer, after any number of reconnects. The shell shows refusals. */
  send: (body: AnyCommand) => Promise<CommandAnswer>;
  /** The card of an id, or undefined while it loads or if the seat may not read it. A call requests a missing card. */
  card: CardLookup;
  /** The text behind a reference, or an empty string while it loads. The caller isolates its direction. */
  textOf: (ref: string | undefined) => string;
  /** Case time now, extrapolated. Components that show a clock use `useNow()`, which ticks. */
  caseNow: () => number;
  select: (selection: SeatState['selection']) => void;
  markSeen: (topic: string) => void;
  isNew: (topic: string, at: number) => boolean;
  /** False in a view of a desk when it is unknown what its person has read; then nothing is claimed of it. */
  readonly knowsSeen: boolean;
  /** A form that survives a reload: its value, a function that merges fields, and a function that discards it. */
  draft: <T extends object>(key: string, initial: T) => [T, (next: Partial<T>) => void, () => void];
  setStepOut: (out: boolean) => void;
}

export const SeatContext = createContext<SeatTools | undefined>(undefined);

/** Returns the tools of the surrounding seat. Throws outside a provider. */
export function useSeat(): SeatTools {
  const tools = useContext(SeatContext);
  if (!tools) throw new Error('useSeat() outside a SeatProvider');
  return tools;
}
