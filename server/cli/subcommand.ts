/**
 * What every subcommand of `npx baraza` has in common: how it is added, where it writes, how it ends.
 *
 * Results go to standard output (or to the file asked for), everything that is only for the eyes to standard error: so
 * `baraza check --format json | jq` always works.
 */
import type { Command } from 'commander';
import type { checkInChild } from '../cases/scenario-child.ts';

/** 0: clean. 1: findings, or a play that does not hold. 2: the command itself could not be done. */
export type ExitCode = 0 | 1 | 2;

export interface Progress {
  /** How many of the whole are done. Cheap: call it as often as you like. */
  at(done: number): void;
  end(): void;
}

/** Where a command reads and writes. Tests give their own. */
export interface Io {
  /** The result. */
  write(text: string): void;
  /** What is only for the eyes of whoever waits. */
  note(text: string): void;
  /** True where colours may be used: a terminal that wants them. */
  colour: boolean;
  /** A line that moves, on a terminal and only after a second. */
  progress(label: string, total: number): Progress;
  /** The folder that paths are meant from. */
  cwd: string;
  /** Resolves when whoever waits has seen enough (Ctrl-C when left out); for commands that stay. */
  stopped?: () => Promise<void>;
  /** Reads and checks the files of a case; in a child process that can be stopped when left out. */
  check?: typeof checkInChild;
}

/** The arguments are wrong: said in one sentence, exit code 2. */
export class UsageError extends Error {}

/** Runs the work of a command, sets the exit code, and turns a `UsageError` into a sentence. */
export type Run = (work: (io: Io) => Promise<ExitCode>) => Promise<void>;

export interface Subcommand {
  /** Adds name, arguments, options, help with an example or two, and an action that hands its work to `run`. */
  addTo(program: Command, run: Run): void;
}

/** `--format` of commands that can answer tools. */
export const FORMATS = ['text', 'json'] as const;
export type Format = (typeof FORMATS)[number];
