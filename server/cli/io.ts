/** The `Io` of a real terminal. */
import type { Io, Progress } from './subcommand.ts';

const SHOW_AFTER_MS = 1000;
const REDRAW_MS = 100;
const CLEAR_LINE = '\r\u001b[2K';

/** True on a terminal, unless the user opted out (https://no-color.org). */
const wantsColour = (stream: NodeJS.WriteStream): boolean =>
  stream.isTTY && process.env['NO_COLOR'] === undefined && process.env['TERM'] !== 'dumb';

/** To be called once per process, because it adds listeners to the standard streams. */
export function terminal(): Io {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', exitOnClosedPipe);
  return {
    write: (text) => void process.stdout.write(text),
    note: (text) => void process.stderr.write(text),
    colour: wantsColour(process.stdout),
    progress: (label, total) => (process.stderr.isTTY ? progressLine(label, total) : noProgress),
    cwd: process.cwd(),
  };
}

/** Ends the process quietly if the reader, such as `head`, has closed the pipe: it has read what it wants. */
function exitOnClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
}

const noProgress: Progress = { at: () => undefined, end: () => undefined };

/** A line that is redrawn in place. */
function progressLine(label: string, total: number): Progress {
  const began = performance.now();
  let drawnAt = 0;
  return {
    at: (done) => {
      const now = performance.now();
      if (now - began < SHOW_AFTER_MS || now - drawnAt < REDRAW_MS) return;
      drawnAt = now;
      process.stderr.write(`${CLEAR_LINE}${label} ${done}/${total}`);
    },
    end: () => {
      if (drawnAt > 0) process.stderr.write(CLEAR_LINE);
    },
  };
}
