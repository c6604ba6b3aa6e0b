/** `baraza check [paths] [--format json]`: every finding of every case, before a class ever sees it. */
import { readFileSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Diagnostic } from '../../shared/scenario/diagnostic.ts';
import { formatDiagnostic } from '../../shared/scenario/format-diagnostic.ts';
import { listCases, loadCase } from '../scenario-files.ts';
import type { ExitCode } from './subcommand.ts';

export interface CheckOptions {
  /** Folders of cases, or folders holding them; the project's `scenarios` when left out. */
  paths: readonly string[];
  format: 'text' | 'json';
  write: (text: string) => void;
}

const SCENARIOS = fileURLToPath(new URL('../../scenarios/', import.meta.url));

export async function check({ paths, format, write }: CheckOptions): Promise<ExitCode> {
  const folders: string[] = [];
  for (const path of paths.length > 0 ? paths : [SCENARIOS]) {
    const found = await listCases(resolve(path));
    if (found.length === 0) {
      write(`There is no case in ${path}: a case is a folder with a scenario.yaml.\n`);
      return 2;
    }
    folders.push(...found);
  }
  const findings: Diagnostic[] = [];
  for (const folder of folders) {
    const { diagnostics } = await loadCase(folder);
    const here = relative(process.cwd(), folder) || '.';
    findings.push(...diagnostics.map((each) => ({ ...each, file: placeOf(here, each.file) })));
  }
  write(
    format === 'json'
      ? `${JSON.stringify({ cases: folders.length, findings }, undefined, 2)}\n`
      : report(folders.length, findings),
  );
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** A law pack stands beside the cases, not inside one. */
const placeOf = (folder: string, file: string): string =>
  isAbsolute(file) ? file : file.startsWith('jurisdictions/') ? join(folder, '..', file) : join(folder, file);

function report(cases: number, findings: readonly Diagnostic[]): string {
  const texts = new Map<string, string | undefined>();
  const textOf = (file: string) => {
    if (!texts.has(file)) texts.set(file, read(file));
    return texts.get(file);
  };
  const seen = new Set<string>();
  const blocks = findings
    .map((finding) => formatDiagnostic(finding, textOf(finding.file)))
    .filter((block) => !seen.has(block) && seen.add(block));
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  const sum = `${cases} ${cases === 1 ? 'case' : 'cases'}: ${count('error')} errors, ${count('warning')} warnings, ${count('hint')} hints.`;
  return `${[...blocks, sum].join('\n\n')}\n`;
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
