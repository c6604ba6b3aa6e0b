/** `baraza simulate <case>`. */
import { availableParallelism } from 'node:os';
import { InvalidArgumentError, Option } from 'commander';
import { LINE_UPS, type LineUp } from '../../../shared/simulation/plan.ts';
import { withExamples } from '../help.ts';
import { simulate } from '../simulate/simulate.ts';
import { type Format, FORMATS, type Subcommand } from '../subcommand.ts';

interface Options {
  runs: number;
  seed: number;
  bots: LineUp[];
  only?: number;
  format: Format;
  out?: string;
  workers: number;
}

const wholeNumber =
  (min: number, max: number) =>
  (text: string): number => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < min || value > max)
      throw new InvalidArgumentError(`It must be a whole number from ${min} to ${max.toLocaleString('en-GB')}.`);
    return value;
  };

function lineUps(text: string): LineUp[] {
  const words = [...new Set(text.split(',').map((word) => word.trim()))];
  return words.map((word) => {
    const known = LINE_UPS.find((lineUp) => lineUp === word);
    if (!known) throw new InvalidArgumentError(`There is no bot \`${word}\`: choose from ${LINE_UPS.join(', ')}.`);
    return known;
  });
}

const WHY = `Bots take every desk and play the case many times. The report lists what no play reached, which desks were idle, the
ratings, and leaks: information that a desk received without a right to it. See docs/authoring/simulate.md.`;

export const simulateCommand: Subcommand = {
  addTo(program, run) {
    withExamples(
      program
        .command('simulate')
        .description('let bots play a case many times: unreached parts, idle desks, leaks')
        .argument('<case>', 'folder or name of the case')
        .option('--runs <plays>', 'number of plays', wholeNumber(1, 1_000_000), 200)
        .option('--seed <seed>', 'the same seed gives the same plays', wholeNumber(0, 0xffff_ffff), 1)
        .option('--bots <kinds>', `which bots play, in turn: ${LINE_UPS.join(', ')}`, lineUps, [...LINE_UPS])
        .option('--only <play>', 'repeat one play by its number in the report', wholeNumber(1, 1_000_000))
        .addOption(new Option('--format <format>', 'output format').choices(FORMATS).default('text'))
        .option('--out <file>', 'write the report as a page (report.html) or as JSON (report.json)')
        .option('--workers <threads>', 'number of threads', wholeNumber(1, 256), availableParallelism())
        .action((path: string, { bots, ...options }: Options) =>
          run((io) => simulate({ path, lineUps: bots, ...options }, io)),
        ),
      WHY,
      [
        ['simulate my-case', '200 plays by bots of every kind'],
        ['simulate my-case --runs 2000 --out report.html', 'more plays, and a page to share'],
        ['simulate my-case --bots by-the-book', 'only bots that follow the rules'],
        ['simulate my-case --only 17', 'repeats play 17 of the report'],
        ['simulate my-case --format json', 'for other tools'],
      ],
    );
  },
};
