/** `baraza simulate`: lets bots play a case many times and reports the results. */
import { writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { latestEnd } from '../../../shared/bots/class-time.ts';
import type { CompiledScenario } from '../../../shared/scenario/compiled.ts';
import { failingPath, MAX_TRIES } from '../../../shared/simulation/failing-path.ts';
import { type LineUp, planOf, seedOf } from '../../../shared/simulation/plan.ts';
import { type FoundViolation, type Report, reportOf } from '../../../shared/simulation/report.ts';
import { type Counted, playPlan, type Simulated } from '../../../shared/simulation/simulate-plays.ts';
import { oneCase } from '../case-folders.ts';
import { loadCase } from '../../cases/scenario-files.ts';
import { type ExitCode, type Format, type Io, UsageError } from '../subcommand.ts';
import { htmlReport } from './html-report.ts';
import { onePlay } from './one-play.ts';
import { placesOf } from './places.ts';
import { simulateAll } from './pool.ts';
import { textReport } from './text-report.ts';
import { plural } from './words.ts';

export interface SimulateOptions {
  path: string;
  runs: number;
  seed: number;
  lineUps: readonly LineUp[];
  workers: number;
  format: Format;
  /** Repeats only the play with this number. */
  only?: number | undefined;
  out?: string | undefined;
}

/** Number of violations for which the shortest failing path is searched. */
const MAX_PATHS = 3;

export async function simulate(options: SimulateOptions, io: Io): Promise<ExitCode> {
  const folder = await oneCase(options.path, io);
  const loaded = await loadCase(folder, io.check);
  const { compiled } = loaded;
  if (!compiled) {
    io.note(
      `This case has errors and cannot be played. To list them: npx baraza check ${relative(io.cwd, folder) || '.'}\n`,
    );
    return 1;
  }
  const began = performance.now();
  const simulated =
    options.only === undefined ? await playAll(compiled, options, io) : onePlay(compiled, options.only, options);
  const seconds = (performance.now() - began) / 1000;
  const report = reportOf(
    compiled,
    { ...options, ...simulated, violations: withPaths(compiled, simulated.violations, options, io) },
    placesOf(loaded.files, (file) => relative(io.cwd, join(folder, file))),
  );
  await writeReport(report, options, io);
  notePace(simulated, seconds, options, io);
  return report.violations.length > 0 ? 1 : 0;
}

async function playAll(compiled: CompiledScenario, { runs, seed, lineUps, workers }: SimulateOptions, io: Io) {
  const progress = io.progress('playing', runs);
  try {
    return await simulateAll({ compiled, seed, lineUps, plays: runs, workers, onPlayed: (done) => progress.at(done) });
  } finally {
    progress.end();
  }
}

/** Adds the shortest failing path to the first few violations. */
function withPaths(
  compiled: CompiledScenario,
  found: readonly Counted[],
  { seed, lineUps }: SimulateOptions,
  io: Io,
): FoundViolation[] {
  const roles = Object.keys(compiled.scenario.roles);
  const progress = io.progress('searching the shortest path', Math.min(found.length, MAX_PATHS) * MAX_TRIES);
  let tries = 0;
  const violations = found.map(({ violation, play, plays }, index): FoundViolation => {
    const known = { ...violation, play, playSeed: seedOf(seed, play), plays };
    if (index >= MAX_PATHS) return known;
    const plan = planOf(seed, play, lineUps, roles);
    const { commands } = playPlan(compiled, plan);
    const rerun = { seed: plan.seed, roles, until: latestEnd(compiled) };
    const source = { compiled, translations: {} };
    return { ...known, path: failingPath(source, rerun, commands, violation, () => progress.at(++tries)) };
  });
  progress.end();
  return violations;
}

async function writeReport(report: Report, { format, out }: SimulateOptions, io: Io): Promise<void> {
  const json = `${JSON.stringify(report, undefined, 2)}\n`;
  if (out === undefined || !out.endsWith('.json')) {
    io.write(format === 'json' ? json : textReport(report, io.colour));
  }
  if (out === undefined) return;
  const text = out.endsWith('.json') ? json : htmlReport(report);
  await writeFile(resolve(io.cwd, out), text).catch((error: unknown) => {
    throw new UsageError(`${out} could not be written: ${error instanceof Error ? error.message : String(error)}`);
  });
  io.note(`Written: ${out}\n`);
}

/** Goes to standard error, because the report is the same on every machine and the pace is not. */
function notePace({ totals }: Simulated, seconds: number, { workers }: SimulateOptions, io: Io): void {
  const plays = totals.plays + totals.broken;
  const pace = Math.round((plays / seconds) * 60);
  io.note(
    `${plural(plays, 'play')} in ${seconds.toFixed(1)} s, ${plural(pace, 'play')} a minute on ${plural(workers, 'thread')}.\n`,
  );
}
