/** The terminal, as commands see it. */
import type { Io, Progress } from './subcommand.ts';

const FIRST_SHOWN_MS = 1000;
const REDRAW_MS = 100;
const CLEAR_LINE = '\r\u001b[2K';

/** Colour only where somebody looks, and only if they have not said no (https://no-color.org). */
const wantsColour = (stream: NodeJS.WriteStream): boolean =>
  stream.isTTY && process.env['NO_COLOR'] === undefined && process.env['TERM'] !== 'dumb';

export const terminal = (): Io => ({
  write: (text) => void process.stdout.write(text),
  note: (text) => void process.stderr.write(text),
  colour: wantsColour(process.stdout),
  progress: (label, total) => (process.stderr.isTTY ? movingLine(label, total) : quiet),
  cwd: process.cwd(),
});

const quiet: Progress = { at: () => undefined, end: () => undefined };

function movingLine(label: string, total: number): Progress {
  const began = performance.now();
  let drawnAt = 0;
  return {
    at: (done) => {
      const now = performance.now();
      if (now - began < FIRST_SHOWN_MS || now - drawnAt < REDRAW_MS) return;
      drawnAt = now;
      process.stderr.write(`${CLEAR_LINE}${label} ${done}/${total}`);
    },
    end: () => {
      if (drawnAt > 0) process.stderr.write(CLEAR_LINE);
    },
  };
}
