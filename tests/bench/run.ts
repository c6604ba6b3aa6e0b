/**
 * Every goal of `docs/performance.md`, measured on this machine now, and a table at the end.
 *
 *   npm run bench                       all of it, about eight minutes
 *   npm run bench -- P4 P11             some of it
 *   npm run bench -- --quick            fewer rounds, for development
 *   npm run bench -- --soak 30m         also how memory grows in half an hour
 *   npm run bench -- --format json      for programs
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { checkFindings } from './goals/check.ts';
import { classBytesFindings } from './goals/class-bytes.ts';
import { coreFindings } from './goals/core.ts';
import { lengthFindings } from './goals/length.ts';
import { centralFindings, classFindings, recoveryFindings, soakFindings } from './goals/load.ts';
import { logFindings } from './goals/log.ts';
import { needToKnowFindings } from './goals/need-to-know.ts';
import { pageFindings } from './goals/page.ts';
import { BY_SIXTY, BY_TEN, roomFindings } from './goals/rooms.ts';
import { startFindings } from './goals/start.ts';
import type { Finding } from './support/figures.ts';
import { QUICK, type Scale, WHOLE } from './support/scale.ts';
import { asJson, table } from './support/table.ts';

interface Part {
  name: string;
  goals: readonly string[];
  measure: (scale: Scale, wanted: ReadonlySet<string>) => Finding[] | Promise<Finding[]>;
}

const ROOMS = ['P1', 'P2', 'P3', 'P4', 'P5'];
const PARTS: readonly Part[] = [
  { name: 'commands of the exemplary play', goals: ['P11'], measure: coreFindings },
  { name: 'a log of 20,000 events', goals: ['P6'], measure: logFindings },
  { name: 'the check of a case', goals: ['P8'], measure: checkFindings },
  { name: 'the length of an exercise', goals: ['P12'], measure: lengthFindings },
  { name: 'bytes of a whole class', goals: ['P4'], measure: classBytesFindings },
  { name: 'the start', goals: ['P9'], measure: startFindings },
  { name: 'rooms of ten', goals: ROOMS, measure: (scale, wanted) => roomFindings(BY_TEN, scale, wanted) },
  { name: 'rooms of sixty', goals: ROOMS, measure: (scale, wanted) => roomFindings(BY_SIXTY, scale, wanted) },
  { name: 'a class', goals: ['L'], measure: classFindings },
  { name: 'a central server', goals: ['L'], measure: centralFindings },
  { name: 'coming back after a kill', goals: ['L'], measure: recoveryFindings },
  { name: 'the first page', goals: ['P10'], measure: pageFindings },
  { name: 'who may know', goals: ['P13'], measure: needToKnowFindings },
];
const ALL = [...new Set(PARTS.flatMap(({ goals }) => goals)), 'P7'];
/** No part starts after this, so that the table is complete in time for what was measured. */
const LATEST_BEGIN_MS = 8.5 * 60_000;
const UNITS: Record<string, number> = { s: 1, m: 60, h: 3600 };

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      quick: { type: 'boolean', default: false },
      format: { type: 'string', default: 'table' },
      soak: { type: 'string' },
    },
  });
  const wanted = new Set(positionals.map((goal) => goal.toUpperCase()));
  for (const goal of wanted) if (!ALL.includes(goal)) throw new Error(`${goal} is no goal; there are ${ALL.join(' ')}`);
  const [, number, unit = 's'] = /^(\d+)([smh])?$/.exec(values.soak ?? '0') ?? [];
  if (number === undefined) throw new Error('--soak wants a time such as 90s or 30m');
  return {
    wanted: wanted.size > 0 ? wanted : new Set(ALL),
    scale: values.quick ? QUICK : WHOLE,
    json: values.format === 'json',
    soak: Number(number) * (UNITS[unit] ?? 1),
  };
}

/** An error in one part is reported and does not stop the others. */
async function measured(name: string, measure: () => Finding[] | Promise<Finding[]>, troubles: string[]) {
  const began = Date.now();
  try {
    return await measure();
  } catch (error) {
    troubles.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    return [];
  } finally {
    process.stderr.write(`  ${name}: ${Math.round((Date.now() - began) / 1000)} s\n`);
  }
}

/** P7 is a separate program that prints its result. */
function plays(): string {
  const { stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'tests/bench/plays.bench.ts'], {
    encoding: 'utf8',
  });
  return `P7, whole plays a minute on two cores (goal 10,000, stretch 50,000):\n${stdout}${stderr}`;
}

const { wanted, scale, json, soak } = readArguments();
const findings: Finding[] = [];
const troubles: string[] = [];
const order = (goal: string) => ALL.indexOf(goal) + Number(goal.slice(1) || 99) * 100;

function print(): void {
  findings.sort((one, other) => order(one.goal) - order(other.goal));
  process.stdout.write(json ? `${asJson(findings)}\n` : `\n${table(findings)}\n\n`);
  for (const trouble of troubles) process.stderr.write(`not measured: ${trouble}\n`);
}

// Interrupting prints the results so far.
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    print();
    process.exit(1);
  });
const began = Date.now();
for (const { name, goals, measure } of PARTS) {
  if (!goals.some((goal) => wanted.has(goal))) continue;
  if (Date.now() - began > LATEST_BEGIN_MS) {
    troubles.push(`${name}: the machine is too slow for all of it; npm run bench -- ${goals.join(' ')}`);
    continue;
  }
  findings.push(...(await measured(name, () => measure(scale, wanted), troubles)));
}
if (soak > 0) findings.push(...(await measured('a long run', () => soakFindings(soak), troubles)));
print();
if (wanted.has('P7') && !json) process.stdout.write(plays());
process.exitCode = troubles.length > 0 ? 1 : 0;
