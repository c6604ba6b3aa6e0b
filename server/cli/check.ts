/** `baraza check`: every finding of every case, before a class ever sees it. */
import { existsSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import { byPlace, type Diagnostic } from '../../shared/scenario/diagnostic.ts';
import { loadCase } from '../cases/scenario-files.ts';
import { caseFolders } from './case-folders.ts';
import { formatFindings } from './findings.ts';
import type { ExitCode, Format, Io } from './subcommand.ts';

export interface CheckOptions {
  /** Folders of cases, folders holding them, or names of the project's own; all of those when left out. */
  paths: readonly string[];
  format: Format;
  io: Io;
}

export async function check({ paths, format, io }: CheckOptions): Promise<ExitCode> {
  const folders = await caseFolders(paths, io);
  const { findings, texts } = await findingsOf(folders, io);
  io.write(
    format === 'json'
      ? `${JSON.stringify({ cases: folders.length, findings }, undefined, 2)}\n`
      : `${[...formatFindings(findings, texts, io), `${howMany(folders.length)}: ${summary(findings)}.`].join('\n\n')}\n`,
  );
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

export interface Found {
  /** In the order of their places; what several cases share (a law pack) is told once. Files are named from `cwd`. */
  findings: Diagnostic[];
  /** The texts that were checked, by the names that findings give them. */
  texts: ReadonlyMap<string, string>;
}

const BEAT_MS = 250;

export async function findingsOf(folders: readonly string[], io: Io): Promise<Found> {
  const found = new Map<string, Diagnostic>();
  const texts = new Map<string, string>();
  const progress = io.progress('Checking cases', folders.length);
  let done = 0;
  const beat = setInterval(() => progress.at(done), BEAT_MS);
  for (const folder of folders) {
    const { diagnostics, files } = await loadCase(folder, io.check);
    done += 1;
    for (const [name, text] of Object.entries(files)) texts.set(nameFrom(io.cwd, fileOf(folder, name)), text);
    for (const each of diagnostics) {
      const told = { ...each, file: nameFrom(io.cwd, fileOf(folder, each.file)) };
      found.set(JSON.stringify(told), told);
    }
  }
  clearInterval(beat);
  progress.end();
  return { findings: [...found.values()].sort(byPlace), texts };
}

/** As a terminal makes a link of it: from here, or from the root where it lies elsewhere. */
function nameFrom(cwd: string, file: string): string {
  const near = relative(cwd, file);
  return near.startsWith('..') ? file : near;
}

/** A law pack stands beside the cases, or inside the one that brings its own. */
function fileOf(folder: string, file: string): string {
  if (isAbsolute(file)) return file;
  const own = join(folder, file);
  return file.startsWith('jurisdictions/') && !existsSync(own) ? join(folder, '..', file) : own;
}

export const howMany = (cases: number): string => `${cases} ${cases === 1 ? 'case' : 'cases'}`;

/** "3 errors, 1 warning, 0 hints". */
export function summary(findings: readonly Diagnostic[]): string {
  const count = (severity: string) => {
    const sum = findings.filter((finding) => finding.severity === severity).length;
    return `${sum} ${severity}${sum === 1 ? '' : 's'}`;
  };
  return ['error', 'warning', 'hint'].map(count).join(', ');
}
