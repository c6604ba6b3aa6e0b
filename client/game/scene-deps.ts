/**
 * The data and functions that a scene receives. This module does not load Phaser, so pages can import it and keep the Phaser chunk lazy.
 *
 * Scenes draw the seat's state and act through the same tools as the HTML beside them; they hold no state of their own.
 */
import { TRAINER } from '../../shared/access/stored-names.ts';
import type { AnyCommand } from '../../shared/vocabulary/commands.ts';
import type { CardLookup } from '../../shared/protocol/cards.ts';
import type { CommandAnswer } from '../../shared/protocol/messages.ts';
import type { SeatState } from '../state/seat-state.ts';

export type SceneKind = 'map' | 'board' | 'interview' | 'referral';

/** The subset of the seat's tools that scenes use. */
export interface SceneTools {
  readonly role: string;
  readonly readOnly: boolean;
  readonly card: CardLookup;
  send(body: AnyCommand): Promise<CommandAnswer>;
  select(selection: SeatState['selection']): void;
  caseNow(): number;
}

export interface SceneDeps {
  /** Calls the listener after every change of the state, including cards. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly get: () => SeatState;
  readonly tools: SceneTools;
  /** Resolves to the URL of a card's drawing (`blob:` or `data:`), or undefined if there is none. */
  readonly artUrl: (cardId: string) => Promise<string | undefined>;
  /** Reads interface texts of the namespace `game`. */
  readonly labels: (key: string, params?: Record<string, string | number>) => string;
  /** Returns the values of the custom properties in `THEME_TOKENS`, as read by `themeTokens(element)`. */
  readonly theme: () => ThemeTokens;
  readonly reducedMotion: boolean;
  readonly rtl: boolean;
}

/** The names of the custom properties that scenes use, without `--`. */
export const THEME_TOKENS = [
  'paper',
  'card',
  'sunk',
  'ink',
  'ink-2',
  'line',
  'edge',
  'police',
  'prosecutor',
  'labour',
  'service',
  'immigration',
  TRAINER,
  'customs',
  'finance',
  'court',
  'health',
  'alert',
  'due',
  'good',
  'focus',
  'on-accent',
  'board',
  'doc',
  'doc-ink',
  'sans',
  'serif',
] as const;
export type ThemeToken = (typeof THEME_TOKENS)[number];
export type ThemeTokens = Partial<Record<ThemeToken, string>>;

/** Reads the current token values at an element: light, dark or high contrast. */
export function themeTokens(element: Element): ThemeTokens {
  const style = getComputedStyle(element);
  return Object.fromEntries(THEME_TOKENS.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
}
