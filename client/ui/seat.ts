/**
 * What every trainee screen works with. `client/ui/seat-provider.tsx` provides it; screens call `useSeat()`.
 * Trainer screens that look over a desk's shoulder get the same interface with `readOnly`.
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
  /** Reading `.value`-backed data inside a component re-renders it when it changes. */
  readonly state: SeatState;
  readonly world: World;
  /** This desk's role id (`police`); empty while not seated. */
  readonly role: string;
  readonly seat: string;
  readonly readOnly: boolean;
  /** The law pack (card `law`), undefined until fetched. */
  readonly law: Jurisdiction | undefined;
  /** True where this desk has the power; decides which actions are offered. */
  can: (power: string) => boolean;
  /** Asks for something; resolves when the server has answered (after a drop: when it is back). Refusals show by themselves. */
  send: (body: AnyCommand) => Promise<CommandAnswer>;
  /** The card of an id, or undefined while it is being fetched (or not to be known). Asking for it fetches it. */
  card: CardLookup;
  /** Free text behind a reference, isolated for direction by the caller. Empty while it is being fetched. */
  words: (ref: string | undefined) => string;
  /** Case time now, extrapolated; components that show clocks use `useNow()` instead, which ticks. */
  caseNow: () => number;
  select: (selection: SeatState['selection']) => void;
  markSeen: (topic: string) => void;
  isNew: (topic: string, at: number) => boolean;
  /** A form that survives reload: value and setter for a key. */
  draft: <T extends object>(key: string, initial: T) => [T, (next: Partial<T>) => void, () => void];
  setStepOut: (out: boolean) => void;
}

export const SeatContext = createContext<SeatTools | undefined>(undefined);

/** The tools of the seat this screen belongs to. A screen outside a provider is a bug. */
export function useSeat(): SeatTools {
  const tools = useContext(SeatContext);
  if (!tools) throw new Error('useSeat() outside a SeatProvider');
  return tools;
}
