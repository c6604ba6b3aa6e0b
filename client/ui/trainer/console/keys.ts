/** The console's keys, in one table: the help shows it, the listener obeys it. */
export const CONSOLE_KEYS = [
  { key: ' ', shown: 'Space', action: 'pause' },
  { key: 'n', shown: 'N', action: 'next' },
  { key: 'h', shown: 'H', action: 'hold' },
  { key: '/', shown: '/', action: 'message' },
  { key: 't', shown: 'T', action: 'note' },
  { key: 's', shown: 'S', action: 'see' },
  { key: 'p', shown: 'P', action: 'safe' },
  { key: '?', shown: '?', action: 'keys' },
] as const;
export type ConsoleAction = (typeof CONSOLE_KEYS)[number]['action'];

export interface Pressed {
  key: string;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
  /** Tag of the element that has the focus, upper case; `DIALOG` where one is open above it. */
  within: string;
}

/** What a key asks for, unless somebody is typing, a dialog is open, or Space would press the focused button. */
export function consoleAction(pressed: Pressed): ConsoleAction | undefined {
  if (pressed.ctrlKey || pressed.altKey || pressed.metaKey) return undefined;
  if (['INPUT', 'TEXTAREA', 'SELECT', 'DIALOG'].includes(pressed.within)) return undefined;
  if (pressed.key === ' ' && ['BUTTON', 'A', 'SUMMARY'].includes(pressed.within)) return undefined;
  return CONSOLE_KEYS.find((entry) => entry.key === pressed.key.toLowerCase())?.action;
}
