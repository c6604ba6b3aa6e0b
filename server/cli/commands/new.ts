/** `baraza new <folder>`. */
import { relative } from 'node:path';
import { Option } from 'commander';
import { withExamples } from '../help.ts';
import { newCase, type Template, TEMPLATES } from '../new/new-case.ts';
import type { ExitCode, Io, Subcommand } from '../subcommand.ts';

interface Options {
  template: Template;
  title?: string;
  language: string;
}

export const newCommand: Subcommand = {
  addTo(program, run) {
    withExamples(
      program
        .command('new')
        .description('a new case that runs from the first minute, to be made your own')
        .argument('<folder>', 'where; a bare name in the project’s folder becomes scenarios/<name>')
        .addOption(
          new Option(
            '-t, --template <name>',
            'hello: one screen; class: a vignette of 45 minutes; full: a case in several files, each part explained',
          )
            .choices(TEMPLATES)
            .default('hello'),
        )
        .option('--title <title>', 'the title on the card the trainer picks')
        .option('--language <code>', 'the language you write in', 'en')
        .action((path: string, options: Options) => run((io) => make(path, options, io))),
      'Begin with a case that works and change it: every template is checked and played before it is handed out.',
      [
        ['new night-bus', 'the smallest case: two desks, three items, one talk, one referral'],
        ['new night-bus --template class --title "The night bus"', 'a vignette for one class'],
        ['new ../cases/night-bus --template full --language sw', 'a full case outside the project, with its law pack'],
      ],
    );
  },
};

async function make(path: string, { template, title, language }: Options, io: Io): Promise<ExitCode> {
  const { folder, files, inProject } = await newCase({ path, template, title, language }, io);
  const shown = relative(io.cwd, folder) || '.';
  const here = shown.startsWith('..') ? folder : shown;
  const named = /\s/.test(here) ? `"${here}"` : here;
  io.write(
    [
      `Made: ${here}`,
      ...files.map((file) => `  ${file}`),
      '',
      'Next',
      `  1. Open ${here}/scenario.yaml in an editor with YAML support: it completes while you type (docs/authoring/editor.md).`,
      `  2. npx baraza check ${named} --watch     every finding, again with every save`,
      `  3. npx baraza test ${named}              plays the case as its playthrough says`,
      inProject
        ? '  4. npm start                          it is among the trainer’s cases'
        : `  4. BARAZA_SCENARIOS="${folder}" npm start      in the project’s folder: play it with a class`,
      ...(language === 'en'
        ? []
        : ['', `The texts of the template are English: write yours over them, in \`${language}\`.`]),
      '',
      'An hour with a guide: docs/authoring/first-case.md',
      '',
    ].join('\n'),
  );
  return 0;
}
