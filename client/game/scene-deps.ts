/**
 * What a scene is given. Nothing here loads Phaser: pages may import it and keep the drawing chunk lazy.
 *
 * Scenes draw from the seat's state and ask through the same tools as the HTML beside them; they keep no truth of their own.
 */
import { TRAINER } from '../../shared/access/stored-names.ts';
import type { AnyCommand } from '../../shared/vocabulary/commands.ts';
import type { CardLookup } from '../../shared/protocol/cards.ts';
import type { CommandAnswer } from '../../shared/protocol/messages.ts';
import type { SeatState } from '../state/seat-state.ts';

export type SceneKind = 'map' | 'board' | 'interview' | 'referral';

/** The part of the seat's tools that scenes use. */
export interface SceneTools {
  readonly role: string;
  readonly readOnly: boolean;
  readonly card: CardLookup;
  send(body: AnyCommand): Promise<CommandAnswer>;
  select(selection: SeatState['selection']): void;
  caseNow(): number;
}

export interface SceneDeps {
  /** Called after every change of the state, cards included. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly get: () => SeatState;
  readonly tools: SceneTools;
  /** Address of a card's drawing (`blob:` or `data:`), once it is fetched; undefined where there is none. */
  readonly artUrl: (cardId: string) => Promise<string | undefined>;
  /** Interface texts of the namespace `game`. */
  readonly labels: (key: string, params?: Record<string, string | number>) => string;
  /** Values of the custom properties in `THEME_TOKENS`; `themeTokens(element)` reads them. */
  readonly theme: () => ThemeTokens;
  readonly reducedMotion: boolean;
  readonly rtl: boolean;
}

/** The custom properties that scenes paint with, without their two hyphens. */
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

/** Reads the tokens as they hold at an element now: light, dark or high contrast. */
export function themeTokens(element: Element): ThemeTokens {
  const style = getComputedStyle(element);
  return Object.fromEntries(THEME_TOKENS.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
}
