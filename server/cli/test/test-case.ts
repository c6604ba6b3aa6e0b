/** Plays every playthrough of a case, and says for each whether it holds and where it stops. */
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

/** One playthrough, played or not. */
export interface Tested {
  /** `exemplary` of `exemplary.playthrough.yaml`. */
  name: string;
  file: string;
  title?: string | undefined;
  holds: boolean;
  steps: number;
  /** What it came to, by competency; only where it holds. */
  ratings?: Record<string, string> | undefined;
  /** The first step that does not hold, with its line in the file. */
  failure?: (PlayFailure & { line?: number | undefined }) | undefined;
  /** What keeps it from being played at all. */
  findings: Diagnostic[];
  text: string;
}

export interface TestedCase {
  folder: string;
  /** Errors of the case itself: then nothing is played. */
  findings: Diagnostic[];
  playthroughs: Tested[];
}

/** Names of the playthroughs of a case, in order. */
export async function playthroughNames(folder: string): Promise<string[]> {
  const names = await readdir(folder);
  return names
    .filter((name) => name.endsWith(ENDING))
    .map((name) => name.slice(0, -ENDING.length))
    .sort();
}

export interface HowToTest {
  /** Reads and checks the case; in a child process when left out. */
  check?: Io['check'];
  /** Called after each playthrough. */
  played?: () => void;
}

/** Plays `names` of the case in `folder`. */
export async function testCase(
  folder: string,
  names: readonly string[],
  { check, played }: HowToTest = {},
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
