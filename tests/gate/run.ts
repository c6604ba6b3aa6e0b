/**
 * Runs the parts of a gate one after the other, also after one has failed, and ends with a table and the line `N passed, N failed`.
 *
 *   tsx tests/gate/run.ts push               what `npm test` runs
 *   tsx tests/gate/run.ts all                what `npm run test:all` runs
 *   tsx tests/gate/run.ts push core rooms    only these parts
 *
 * The output of a part goes to `test-results/gate/<part>.log`; the output of a part that failed is printed as well.
 * Exit codes: 0 all passed, 1 something failed, 2 wrong arguments.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { constants } from 'node:os';
import { join, relative } from 'node:path';
import { finished } from 'node:stream/promises';
import { ROOT } from './files.ts';
import { type Gate, PARTS, type Part, partsOf } from './parts.ts';
import { type Counts, countsOf } from './reports.ts';
import { isGreen, lastLine, table } from './table.ts';

const OUT = join(ROOT, 'test-results', 'gate');
/** Lines of a failed part that are printed; the file has all of them. */
const MAX_PRINTED_LINES = 400;

let running: ChildProcess | undefined;
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    running?.kill(signal);
    process.exit(128 + constants.signals[signal]);
  });

const fileFor = (part: Part, ending: string): string => join(OUT, `${part.name.replaceAll(/[^\w-]+/g, '-')}${ending}`);

/** The command line of a part; unit and browser parts also write a report that is read afterwards. */
function commandOf(part: Part, report: string): readonly string[] {
  if (part.kind === 'check') return ['npm', 'run', '--silent', part.name];
  if (part.kind === 'browser') return ['playwright', 'test', `--project=${part.name}`, '--reporter=list,json'];
  return [
    'vitest',
    'run',
    '--project',
    part.name,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
}

/** Runs npm or a program of node_modules/.bin with its output in a file. Resolves with the exit code; 1 when it died. */
async function runs(words: readonly string[], env: Record<string, string>, log: string): Promise<number> {
  const [program = '', ...args] = words;
  const path = program === 'npm' ? 'npm' : join(ROOT, 'node_modules', '.bin', program);
  const output = createWriteStream(log);
  const child = spawn(path, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  running = child;
  for (const stream of [child.stdout, child.stderr]) stream.pipe(output, { end: false });
  const code = await new Promise<number>((resolve) => {
    child.on('error', (error) => {
      output.write(`${error.message}\n`);
      resolve(1);
    });
    child.on('close', (exit) => resolve(exit ?? 1));
  });
  output.end();
  await finished(output);
  return code;
}

export interface Ran extends Counts {
  part: Part;
  seconds: number;
}

async function runPart(part: Part, gate: Gate): Promise<Ran> {
  const report = fileFor(part, '.json');
  const log = fileFor(part, '.log');
  const env = { BARAZA_GATE: gate, PLAYWRIGHT_JSON_OUTPUT_FILE: report, NO_COLOR: '1' };
  const began = performance.now();
  const exit = await runs(commandOf(part, report), env, log);
  const ran: Ran = { part, seconds: (performance.now() - began) / 1000, ...countsOf(part.kind, report, exit) };
  if (ran.failed > 0) printLog(log);
  return ran;
}

function printLog(log: string): void {
  const lines = readFileSync(log, 'utf8').trimEnd().split('\n');
  const printed = lines.slice(-MAX_PRINTED_LINES);
  if (printed.length < lines.length)
    process.stdout.write(`The last ${printed.length} of ${lines.length} lines of ${relative(ROOT, log)}:\n`);
  process.stdout.write(`${printed.join('\n')}\n`);
}

async function main([gate, ...names]: readonly string[]): Promise<number> {
  const unknown = names.filter((name) => !PARTS.some((part) => part.name === name));
  if ((gate !== 'push' && gate !== 'all') || unknown.length > 0) {
    process.stderr.write(
      `usage: tsx tests/gate/run.ts push|all [part …]\nparts: ${PARTS.map(({ name }) => name).join(', ')}\n`,
    );
    return 2;
  }
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
  const parts = names.length > 0 ? PARTS.filter(({ name }) => names.includes(name)) : partsOf(gate);
  const results: Ran[] = [];
  for (const [index, part] of parts.entries()) {
    process.stdout.write(`[${index + 1}/${parts.length}] ${part.name} …\n`);
    results.push(await runPart(part, gate));
  }
  process.stdout.write(`\n${table(results)}\n\n${lastLine(results)}\n`);
  return isGreen(results) ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
