/** `baraza check`: prints every finding of the given cases. */
import { existsSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import { byPlace, type Diagnostic } from '../../shared/scenario/diagnostic.ts';
import { loadCase } from '../cases/scenario-files.ts';
import { caseFolders } from './case-folders.ts';
import { formatFindings } from './findings.ts';
import type { ExitCode, Format, Io } from './subcommand.ts';

export interface CheckOptions {
  /** Folders of cases, folders that hold cases, or names of the project's cases; empty means all of the project. */
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
      : `${[...formatFindings(findings, texts, io), `${countCases(folders.length)}: ${summary(findings)}.`].join('\n\n')}\n`,
  );
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

export interface Found {
  /** Sorted by place. A finding in a file that several cases share (a law pack) occurs once. File names are relative to `cwd`. */
  findings: Diagnostic[];
  /** The checked texts, by their file names in the findings. */
  texts: ReadonlyMap<string, string>;
}

const PROGRESS_MS = 250;

export async function findingsOf(folders: readonly string[], io: Io): Promise<Found> {
  const found = new Map<string, Diagnostic>();
  const texts = new Map<string, string>();
  const progress = io.progress('Checking cases', folders.length);
  let done = 0;
  const ticker = setInterval(() => progress.at(done), PROGRESS_MS);
  for (const folder of folders) {
    const { diagnostics, files } = await loadCase(folder, io.check);
    done += 1;
    for (const [name, text] of Object.entries(files)) texts.set(nameFrom(io.cwd, fileOf(folder, name)), text);
    for (const each of diagnostics) {
      const finding = { ...each, file: nameFrom(io.cwd, fileOf(folder, each.file)) };
      found.set(JSON.stringify(finding), finding);
    }
  }
  clearInterval(ticker);
  progress.end();
  return { findings: [...found.values()].sort(byPlace), texts };
}

/** A name that terminals turn into a link: relative to `cwd`, or absolute if the file is outside. */
function nameFrom(cwd: string, file: string): string {
  const near = relative(cwd, file);
  return near.startsWith('..') ? file : near;
}

/** The path of a file in a finding; a law pack is in the case folder or beside it. */
function fileOf(folder: string, file: string): string {
  if (isAbsolute(file)) return file;
  const own = join(folder, file);
  return file.startsWith('jurisdictions/') && !existsSync(own) ? join(folder, '..', file) : own;
}

export const countCases = (cases: number): string => `${cases} ${cases === 1 ? 'case' : 'cases'}`;

/** "3 errors, 1 warning, 0 hints". */
export function summary(findings: readonly Diagnostic[]): string {
  const count = (severity: string) => {
    const sum = findings.filter((finding) => finding.severity === severity).length;
    return `${sum} ${severity}${sum === 1 ? '' : 's'}`;
  };
  return ['error', 'warning', 'hint'].map(count).join(', ');
}
