/** What the trainer reads in the terminal: where to go, the key, and the address for the room as a QR. */
import { toString as qrToString } from 'qrcode';
import type { ScenarioLibrary } from './scenario-library.ts';

export interface Announcement {
  addresses: readonly string[];
  /** Undefined while Vite serves the pages and says where. */
  port: number | undefined;
  /** Set when the key was made just now: the only time it can be read. */
  newKey: string | undefined;
  library: ScenarioLibrary;
}

export async function announce({ addresses, port, newKey, library }: Announcement): Promise<void> {
  const write = (text: string) => void process.stdout.write(`${text}\n`);
  const cases = library.list();
  const playable = cases.filter((one) => one.compiled).length;
  write('');
  write('  Baraza is ready.');
  write('');
  if (port !== undefined) write(`  Trainer     http://localhost:${port}/trainer`);
  if (newKey !== undefined) {
    write(`  Trainer key ${newKey}`);
    write('              Write it down: it is shown only now. A new one: npx baraza start --new-key');
  } else {
    write('  Trainer key as before. Lost it? npx baraza start --new-key');
  }
  write(
    `  Cases       ${playable} of ${cases.length} can be played${playable < cases.length ? ' (npx baraza check says why)' : ''}`,
  );
  const [best] = addresses;
  if (port === undefined || best === undefined) return;
  write(`  Class       ${addresses.join('   ')}`);
  write('');
  write(await qrToString(best, { type: 'terminal', small: true, errorCorrectionLevel: 'L' }));
}
