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

const whole =
  (least: number, most: number) =>
  (text: string): number => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < least || value > most)
      throw new InvalidArgumentError(`A whole number from ${least} to ${most.toLocaleString('en-GB')} is needed.`);
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

const WHY = `Bots take every desk and play the case many times. Told is what nobody reached, which desk sits idle, what the marks
come to, and whether any desk was ever told what it had not earned. See docs/authoring/simulate.md.`;

export const simulateCommand: Subcommand = {
  addTo(program, run) {
    withExamples(
      program
        .command('simulate')
        .description('bots play a case many times: what nobody reached, who sits idle, whether anything leaks')
        .argument('<case>', 'folder or name of a case')
        .option('--runs <plays>', 'how many plays', whole(1, 1_000_000), 200)
        .option('--seed <seed>', 'the same seed gives the same plays', whole(0, 0xffff_ffff), 1)
        .option('--bots <kinds>', `who plays, in turn: ${LINE_UPS.join(', ')}`, lineUps, [...LINE_UPS])
        .option('--only <play>', 'play one play again, by the number that the report names', whole(1, 1_000_000))
        .addOption(new Option('--format <format>', 'how to answer').choices(FORMATS).default('text'))
        .option('--out <file>', 'write the report as a page (report.html) or as data (report.json)')
        .option('--workers <threads>', 'threads to play on', whole(1, 256), availableParallelism())
        .action((path: string, { bots, ...options }: Options) =>
          run((io) => simulate({ path, lineUps: bots, ...options }, io)),
        ),
      WHY,
      [
        ['simulate my-case', '200 plays by bots of every kind'],
        ['simulate my-case --runs 2000 --out report.html', 'more plays, and a page to read and pass on'],
        ['simulate my-case --bots by-the-book', 'only desks that do what they should'],
        ['simulate my-case --only 17', 'the play that the report calls play 17'],
        ['simulate my-case --format json', 'for other tools'],
      ],
    );
  },
};
