/** `baraza test [cases]`. */
import { Option } from 'commander';
import { caseFolders } from '../case-folders.ts';
import { type Format, FORMATS, type Io, type Subcommand, UsageError } from '../subcommand.ts';
import { testData, testReport } from '../test/report.ts';
import { playthroughNames, type TestedCase, testCase } from '../test/test-case.ts';

interface Options {
  format: Format;
  only?: string;
}

const EXAMPLES = `
A playthrough is a scripted run of a case: who does what and when, what each desk then knows, and the ratings.
It is the file <name>.playthrough.yaml in the folder of the case. See docs/authoring/playthroughs.md.

Examples:
  npx baraza test                                    every playthrough of every case
  npx baraza test scenarios/trial-match              the playthroughs of one case
  npx baraza test trial-match --only exemplary       one playthrough
`;

export const testCommand: Subcommand = {
  addTo(program, run) {
    program
      .command('test')
      .description('run the playthroughs of cases; prints the first step that fails')
      .argument('[cases...]', 'folders or names of cases (default: the project’s cases)')
      .option('--only <name>', 'only the playthrough with this name')
      .addOption(new Option('--format <format>', 'output format').choices(FORMATS).default('text'))
      .addHelpText('after', EXAMPLES)
      .action((paths: string[], options: Options) => run((io) => testCases(paths, options, io)));
  },
};

async function testCases(paths: readonly string[], { format, only }: Options, io: Io): Promise<0 | 1> {
  const folders = await caseFolders(paths, io);
  const wanted = await Promise.all(
    folders.map(async (folder) => {
      const names = await playthroughNames(folder);
      return { folder, names: only === undefined ? names : names.filter((name) => name === only) };
    }),
  );
  const total = wanted.reduce((sum, { names }) => sum + names.length, 0);
  if (only !== undefined && total === 0) throw new UsageError(`there is no playthrough called ${only}`);
  const progress = io.progress('playing', total);
  let done = 0;
  const cases: TestedCase[] = [];
  for (const { folder, names } of wanted) {
    if (only !== undefined && names.length === 0) continue;
    cases.push(await testCase(folder, names, { check: io.check, played: () => progress.at(++done) }));
  }
  progress.end();
  io.write(format === 'json' ? `${JSON.stringify(testData(cases), undefined, 2)}\n` : testReport(cases, io.cwd));
  const clean = cases.every(
    ({ playthroughs }) => playthroughs.length > 0 && playthroughs.every((tested) => tested.holds),
  );
  return clean ? 0 : 1;
}
