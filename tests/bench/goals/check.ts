/** P8: checking a case, compared with only reading the same text with the same libraries. */
import { parse } from 'yaml';
import { createMachine } from 'xstate';
import { parseCase } from '../../../shared/scenario/parse-case.ts';
import { Jurisdiction } from '../../../shared/scenario/schema/jurisdiction.ts';
import { Scenario } from '../../../shared/scenario/schema/scenario.ts';
import { caseFiles } from '../../support/case-files.ts';
import { type Finding, compare, figure, rounds } from '../support/figures.ts';
import type { Scale } from '../support/scale.ts';

const MAIN = 'scenario.yaml';
const LAW = 'jurisdictions/taravia.yaml';

interface State {
  initial?: string;
  states?: Record<string, State>;
  on?: Record<string, unknown>;
}

/** A statechart for XState, without Baraza's own keys. */
const bare = ({ initial, states }: State): object => ({
  ...(initial !== undefined && { initial }),
  ...(states && { states: Object.fromEntries(Object.entries(states).map(([id, state]) => [id, bare(state)])) }),
});

type Sections = Record<string, unknown>;

/** The files of a case as one, as `include:` joins them: entries of the same section stand together. */
function joined(files: readonly Sections[]): Sections {
  const whole: Sections = {};
  for (const { include: _include, ...sections } of files)
    for (const [name, part] of Object.entries(sections)) {
      const before = whole[name];
      const isJoined = typeof before === 'object' && typeof part === 'object';
      whole[name] = isJoined ? { ...before, ...part } : part;
    }
  return whole;
}

function floor({ [LAW]: law = '', ...files }: Record<string, string>): void {
  const scenario = Scenario.parse(joined(Object.values(files).map((text) => parse(text) as Sections)));
  Jurisdiction.parse(parse(law));
  const charts = (scenario.statecharts ?? {}) as unknown as Record<string, State>;
  for (const [id, chart] of Object.entries(charts)) createMachine({ id, ...bare(chart) });
}

const cpu = (work: () => unknown): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

export async function checkFindings(scale: Scale): Promise<Finding[]> {
  const all = caseFiles('trial-match');
  // Other languages come from files that the floor does not read.
  const main = (all[MAIN] ?? '').replace(/^languages: .*$/m, 'languages: [en]');
  const { include = [] } = parse(main) as { include?: string[] };
  const read = [LAW, ...include].map((name) => [name, all[name] ?? '']);
  const files: Record<string, string> = { [MAIN]: main, ...(Object.fromEntries(read) as Record<string, string>) };
  const lines = Object.values(files).reduce((sum, text) => sum + text.split('\n').length, 0);
  const checked = parseCase(files);
  if (!checked.compiled) throw new Error(`the case is not whole: ${checked.diagnostics[0]?.message}`);
  const { floor: bareTimes, ours } = await rounds(
    { count: scale.rounds, warmUp: 6 },
    () => cpu(() => floor(files)),
    () => cpu(() => parseCase(files)),
  );
  const pair = compare(bareTimes, ours);
  return [
    {
      goal: 'P8',
      what: `check of a case of ${lines.toLocaleString('en')} lines, warm`,
      value: pair.ratio,
      unit: '×',
      limit: 2,
      spread: pair.spread,
      floor: `${figure(pair.floor)} ms`,
      measured: `${figure(pair.measured)} ms`,
    },
  ];
}
