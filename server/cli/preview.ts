/** `baraza preview`: serves all desks of a case on one page until the user stops it. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openBrowser } from '../preview/open-browser.ts';
import { startPreview } from '../preview/start-preview.ts';
import { oneCase } from './case-folders.ts';
import { formatFindings } from './findings.ts';
import { findingsOf } from './check.ts';
import type { ExitCode, Io } from './subcommand.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PREPARE = new URL('./prepare.mjs', import.meta.url).href;

export interface PreviewCommand {
  path: string;
  language?: string | undefined;
  port: number;
  open: boolean;
  io: Io;
}

export async function preview({ path, language, port, open, io }: PreviewCommand): Promise<ExitCode> {
  const folder = await oneCase(path, io);
  const { ensureClientBuilt } = (await import(PREPARE)) as { ensureClientBuilt: () => void };
  ensureClientBuilt();
  const running = await startPreview({ folder, language, port, clientFolder: join(ROOT, 'dist', 'client') });
  if ('findings' in running) {
    const { findings, texts } = await findingsOf([folder], io);
    io.write(`${formatFindings(findings, texts, io).join('\n\n')}\n\n`);
    io.note('baraza: a case with errors cannot be previewed; fix them first.\n');
    return 1;
  }
  io.write(
    `The preview is open at\n\n  ${running.address}\n\nIt reloads when you save a file of the case. Press Ctrl-C to end.\n`,
  );
  if (open) openBrowser(running.address);
  await (io.stopped?.() ?? untilInterrupted());
  await running.stop();
  return 0;
}

const untilInterrupted = (): Promise<void> =>
  new Promise((end) => {
    process.once('SIGINT', () => end());
    process.once('SIGTERM', () => end());
  });
