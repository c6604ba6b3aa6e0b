/** Runs `npx baraza` in this process, including the check of cases; returns its output and exit code. */
import { checkCase } from '../../shared/scenario/parse-case.ts';
import { runProgram } from '../../server/cli/program.ts';
import type { Io } from '../../server/cli/subcommand.ts';

export interface Ran {
  /** The exit code. */
  exit: number;
  /** Standard output. */
  text: string;
  /** Standard error. */
  notes: string;
}

export async function runBaraza(words: readonly string[], change: Partial<Io> = {}): Promise<Ran> {
  const ran: Ran = { exit: 0, text: '', notes: '' };
  const io: Io = {
    write: (text) => {
      ran.text += text;
    },
    note: (text) => {
      ran.notes += text;
    },
    colour: false,
    progress: () => ({ at: () => undefined, end: () => undefined }),
    cwd: process.cwd(),
    check: (files, hash) => Promise.resolve(checkCase(files, hash)),
    ...change,
  };
  ran.exit = await runProgram(words, io);
  return ran;
}
