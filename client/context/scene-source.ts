/** The data a scene needs beyond the seat's tools: state changes, and pictures by card. */
import { createContext } from 'preact';
import type { SeatState } from '../state/seat-state.ts';

export interface SceneSource {
  subscribe: (listener: () => void) => () => void;
  get: () => SeatState;
  artUrl: (cardId: string) => Promise<string | undefined>;
}

export const SceneSourceContext = createContext<SceneSource | undefined>(undefined);
