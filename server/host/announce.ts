/** Prints the start-up message for the trainer: the pages, the trainer key, and the class address as a QR code. */
import { toString as qrToString } from 'qrcode';

export interface Announcement {
  addresses: readonly string[];
  /** Undefined while Vite serves the pages and prints their address. */
  port: number | undefined;
  /** Set if the key was created by this start: it can be shown only now. */
  newKey: string | undefined;
  /** The file that holds the new key instead of the terminal. */
  keyFile: string | undefined;
  cases: { playable: number; all: number };
}

export async function announce({ addresses, port, newKey, keyFile, cases }: Announcement): Promise<void> {
  const write = (text: string) => void process.stdout.write(`${text}\n`);
  write('');
  write('  Baraza is ready.');
  write('');
  if (port !== undefined) write(`  Trainer     http://localhost:${port}/trainer`);
  if (newKey !== undefined && keyFile !== undefined) {
    write(`  Trainer key in ${keyFile}: write it down, then delete the file`);
  } else if (newKey !== undefined) {
    write(`  Trainer key ${newKey}`);
    write('              Write it down: it is shown only once. For a new key: npx baraza start --new-key');
  } else {
    write('  Trainer key unchanged. For a new key: npx baraza start --new-key');
  }
  write(
    `  Cases       ${cases.playable} of ${cases.all} can be played${cases.playable < cases.all ? ' (run npx baraza check for the reasons)' : ''}`,
  );
  const [best] = addresses;
  if (port === undefined || best === undefined) return;
  write(`  Class       ${addresses.join('   ')}`);
  // A log file needs no QR code.
  if (!process.stdout.isTTY) return;
  write('');
  write(await terminalQr(best));
}

/** A QR code for a terminal; without `colour` it uses plain characters. */
export const terminalQr = (url: string, colour = true): Promise<string> =>
  colour
    ? qrToString(url, { type: 'terminal', small: true, errorCorrectionLevel: 'L' })
    : qrToString(url, { type: 'utf8', errorCorrectionLevel: 'L' });
