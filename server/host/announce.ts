/** What the trainer reads in the terminal: where to go, the key, and the address for the room as a QR. */
import { toString as qrToString } from 'qrcode';

export interface Announcement {
  addresses: readonly string[];
  /** Undefined while Vite serves the pages and says where. */
  port: number | undefined;
  /** Set when the key was made just now: the only time it can be read. */
  newKey: string | undefined;
  /** Where a new key was written instead of being shown. */
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
    write(`  Trainer key in ${keyFile}: read it there, write it down, delete the file`);
  } else if (newKey !== undefined) {
    write(`  Trainer key ${newKey}`);
    write('              Write it down: it is shown only now. A new one: npx baraza start --new-key');
  } else {
    write('  Trainer key as before. Lost it? npx baraza start --new-key');
  }
  write(
    `  Cases       ${cases.playable} of ${cases.all} can be played${cases.playable < cases.all ? ' (npx baraza check says why)' : ''}`,
  );
  const [best] = addresses;
  if (port === undefined || best === undefined) return;
  write(`  Class       ${addresses.join('   ')}`);
  // Nobody holds a phone to a log file.
  if (!process.stdout.isTTY) return;
  write('');
  write(await terminalQr(best));
}

/** A QR that a phone reads off a terminal; in plain characters where colours are not wanted. */
export const terminalQr = (url: string, colour = true): Promise<string> =>
  colour
    ? qrToString(url, { type: 'terminal', small: true, errorCorrectionLevel: 'L' })
    : qrToString(url, { type: 'utf8', errorCorrectionLevel: 'L' });
