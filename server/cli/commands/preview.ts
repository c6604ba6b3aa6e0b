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
        .description('play all desks of a case on one page, beside its statecharts')
        .argument('<case>', 'folder or name of the case')
        .option('--port <number>', 'port on this machine; 0 for any free one', '0')
        .option('--language <language>', 'language of the desks (default: the language of the case)')
        .option('--no-open', 'do not open a browser; print the address only')
        .action((path: string, { port, open, language }: Options) =>
          run(async (io) => {
            if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
              throw new UsageError(`--port is a number from 0 to 65535, not ${port}`);
            // Loads the whole server, so it is imported only for this command.
            const { preview } = await import('../preview.ts');
            return preview({ path, language, port: Number(port), open, io });
          }),
        ),
      'Save a file, and the desks reload within seconds at the same point of the case.',
      [
        ['preview my-case', 'opens the page in your browser'],
        ['preview my-case --language fr', 'shows the desks in French'],
        ['preview my-case --no-open', 'prints the address only'],
      ],
    );
  },
};
