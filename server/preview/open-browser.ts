/** Opens an address in the default browser. Does nothing without a screen: the address is printed, too. */
import { spawn } from 'node:child_process';

const COMMANDS: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
};

export function openBrowser(address: string): void {
  const { platform, env } = process;
  const hasScreen = platform === 'darwin' || platform === 'win32' || !!(env['DISPLAY'] ?? env['WAYLAND_DISPLAY']);
  if (!hasScreen) return;
  const [command, ...words] = COMMANDS[platform] ?? ['xdg-open'];
  const child = spawn(command, [...words, address], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}
