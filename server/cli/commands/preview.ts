/** `baraza preview CASE`. */
import { withExamples } from '../help.ts';
import { type Subcommand, UsageError } from '../subcommand.ts';

interface Options {
  port: string;
  open: boolean;
  language?: string;
}

export const previewCommand: Subcommand = {
  addTo(program, run) {
    withExamples(
      program
        .command('preview')
        .description('play all desks of a case on one page, with the charts lit up beside them')
        .argument('<case>', 'the folder of a case')
        .option('--port <number>', 'the port of the page on this machine', '0')
        .option('--language <language>', 'in which the desks read; the language of the case when left out')
        .option('--no-open', 'do not open a browser; the address is printed anyway')
        .action((path: string, { port, open, language }: Options) =>
          run(async (io) => {
            if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
              throw new UsageError(`--port is a number from 0 to 65535, not ${port}`);
            // The whole server: loaded only when it is asked for.
            const { preview } = await import('../preview.ts');
            return preview({ path, language, port: Number(port), open, io });
          }),
        ),
      'Save a file, and the desks follow within seconds, at the place where you were.',
      [
        ['preview my-case', 'opens the page in your browser'],
        ['preview my-case --language fr', 'the desks read French'],
        ['preview my-case --no-open', 'prints its address only'],
      ],
    );
  },
};
