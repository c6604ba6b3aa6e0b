/** The key bindings of the console, for the help dialog and the key listener. */
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

export interface PressedKey {
  key: string;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
  /** The tag name of the focused element, upper case; `DIALOG` if a dialog is open. */
  within: string;
}

/** The action of a key, unless the person is typing, a dialog is open, or Space would press the focused button. */
export function consoleAction(pressed: PressedKey): ConsoleAction | undefined {
  if (pressed.ctrlKey || pressed.altKey || pressed.metaKey) return undefined;
  if (['INPUT', 'TEXTAREA', 'SELECT', 'DIALOG'].includes(pressed.within)) return undefined;
  if (pressed.key === ' ' && ['BUTTON', 'A', 'SUMMARY'].includes(pressed.within)) return undefined;
  return CONSOLE_KEYS.find((entry) => entry.key === pressed.key.toLowerCase())?.action;
}
