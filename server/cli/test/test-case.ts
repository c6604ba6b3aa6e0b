/** Runs the playthroughs of a case. */
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Debrief } from '../../../shared/debrief/debrief.ts';
import { parsePlaythrough } from '../../../shared/playthrough/parse-playthrough.ts';
import { type PlayFailure, playThrough } from '../../../shared/playthrough/play-through.ts';
import type { CompiledScenario } from '../../../shared/scenario/compiled.ts';
import type { Diagnostic } from '../../../shared/scenario/diagnostic.ts';
import { loadCase } from '../../cases/scenario-files.ts';
import type { Io } from '../subcommand.ts';

const ENDING = '.playthrough.yaml';

/** The result of one playthrough. */
export interface Tested {
  /** The file name without ending, such as `exemplary`. */
  name: string;
  file: string;
  title?: string | undefined;
  holds: boolean;
  steps: number;
  /** Ratings by competency; only if the playthrough reached its end. */
  ratings?: Record<string, string> | undefined;
  /** The first step that fails, with its line in the file. */
  failure?: (PlayFailure & { line?: number | undefined }) | undefined;
  /** Errors of the playthrough file, which prevent the run. */
  findings: Diagnostic[];
  text: string;
}

export interface TestedCase {
  folder: string;
  /** Errors of the case, which prevent all runs. */
  findings: Diagnostic[];
  playthroughs: Tested[];
}

/** Names of the playthroughs of a case, sorted. */
export async function playthroughNames(folder: string): Promise<string[]> {
  const names = await readdir(folder);
  return names
    .filter((name) => name.endsWith(ENDING))
    .map((name) => name.slice(0, -ENDING.length))
    .sort();
}

export interface TestOptions {
  /** Reads and checks the case; in a child process by default. */
  check?: Io['check'];
  /** Called after each playthrough. */
  played?: () => void;
}

/** Runs the playthroughs `names` of the case in `folder`. */
export async function testCase(
  folder: string,
  names: readonly string[],
  { check, played }: TestOptions = {},
): Promise<TestedCase> {
  const { compiled, diagnostics } = await loadCase(folder, check);
  if (!compiled) {
    const findings = diagnostics.filter(({ severity }) => severity === 'error');
    return { folder, findings, playthroughs: [] };
  }
  const playthroughs: Tested[] = [];
  for (const name of names) {
    playthroughs.push(await testOne(compiled, join(folder, `${name}${ENDING}`)));
    played?.();
  }
  return { folder, findings: [], playthroughs };
}

async function testOne(compiled: CompiledScenario, file: string): Promise<Tested> {
  const text = await readFile(file, 'utf8');
  const { playthrough, lines, diagnostics: findings } = parsePlaythrough(file, text, compiled);
  const name = basename(file).slice(0, -ENDING.length);
  if (!playthrough) return { name, file, holds: false, steps: lines.length, findings, text };
  const { failure, debrief } = playThrough(compiled, playthrough);
  return {
    name,
    file,
    title: playthrough.title,
    holds: failure === undefined,
    steps: playthrough.steps.length,
    ratings: debrief && ratingsOf(debrief),
    failure: failure && { ...failure, line: lines[failure.step - 1] },
    findings,
    text,
  };
}

const ratingsOf = ({ competencies }: Debrief): Record<string, string> =>
  Object.fromEntries(competencies.map(({ competency, rating }) => [competency, rating]));
