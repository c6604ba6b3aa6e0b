/**
 * The interface of every subcommand of `npx baraza`: registration, input and output, exit codes.
 *
 * Results go to standard output (or to `--out`), notes and progress to standard error, so that
 * `baraza check --format json | jq` works.
 */
import type { Command } from 'commander';
import type { checkInChild } from '../cases/scenario-child.ts';

/** 0: success. 1: findings, or a playthrough that fails. 2: wrong arguments, or the command could not run. */
export type ExitCode = 0 | 1 | 2;

export interface Progress {
  /** Sets the number of finished parts. Cheap: may be called for every part. */
  at(done: number): void;
  end(): void;
}

/** Input and output of a command; tests pass their own. */
export interface Io {
  /** Writes a part of the result to standard output. */
  write(text: string): void;
  /** Writes a note for the user to standard error. */
  note(text: string): void;
  /** True if the output may have colours. */
  colour: boolean;
  /** Shows a progress line, on a terminal and only after a second. */
  progress(label: string, total: number): Progress;
  /** The folder that relative paths start from. */
  cwd: string;
  /** Resolves when the user ends a command that runs until then; waits for Ctrl-C by default. */
  stopped?: () => Promise<void>;
  /** Reads and checks the files of a case; in a child process by default. */
  check?: typeof checkInChild;
}

/** The arguments are wrong or the command cannot run; printed as one sentence, exit code 2. */
export class UsageError extends Error {}

/** Runs a command, sets the exit code, and prints a `UsageError` as one sentence. */
export type Run = (work: (io: Io) => Promise<ExitCode>) => Promise<void>;

export interface Subcommand {
  /** Adds the command with arguments, options, help and examples; its action calls `run`. */
  addTo(program: Command, run: Run): void;
}

/** Values of `--format`. */
export const FORMATS = ['text', 'json'] as const;
export type Format = (typeof FORMATS)[number];
