/** The shared state of the console: the plan, the server's answer, the open dialog, and whether spoilers are hidden. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ConsoleAnswer } from '../../../../shared/console/console.ts';
import type { PlannedInject } from './coming/coming.ts';

export type ConsoleDialog =
  | { open: 'inject'; inject: string }
  | { open: 'message'; to: string[] }
  | { open: 'see'; role: string }
  | { open: 'pause' | 'skip' | 'end' | 'keys' | 'simulated' };

export interface ConsoleTools {
  plan: PlannedInject[];
  answer: ConsoleAnswer | undefined;
  dialog: ConsoleDialog | undefined;
  show: (dialog: ConsoleDialog | undefined) => void;
  /** True while the class might see this screen: titles of future injects are hidden. */
  safe: boolean;
}

export const ConsoleContext = createContext<ConsoleTools | undefined>(undefined);

export function useConsole(): ConsoleTools {
  const tools = useContext(ConsoleContext);
  if (!tools) throw new Error('useConsole() outside the console');
  return tools;
}
