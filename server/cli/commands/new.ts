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
        .description('create a new case that you can play at once and change')
        .argument('<folder>', 'the folder to create; a bare name in the project’s folder becomes scenarios/<name>')
        .addOption(
          new Option(
            '-t, --template <name>',
            'hello: one screen; class: a 45-minute vignette; full: a case in several files with explanations',
          )
            .choices(TEMPLATES)
            .default('hello'),
        )
        .option('--title <title>', 'the title that the trainer sees')
        .option('--language <code>', 'the language you write in', 'en')
        .action((path: string, options: Options) => run((io) => make(path, options, io))),
      'Start from a case that works and change it. Every template is checked and played by the tests.',
      [
        ['new night-bus', 'the smallest case: two desks, three items, one interview, one referral'],
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
      `Created: ${here}`,
      ...files.map((file) => `  ${file}`),
      '',
      'Next',
      `  1. Open ${here}/scenario.yaml in an editor with YAML support: it completes while you type (docs/authoring/editor.md).`,
      `  2. npx baraza check ${named} --watch     every finding, again after every save`,
      `  3. npx baraza test ${named}              plays the case by its playthrough`,
      inProject
        ? '  4. npm start                          the trainer can choose the case'
        : `  4. BARAZA_SCENARIOS="${folder}" npm start      in the project’s folder: plays it with a class`,
      ...(language === 'en'
        ? []
        : ['', `The texts of the template are English: replace them with texts in \`${language}\`.`]),
      '',
      'A guide for the first hour: docs/authoring/first-case.md',
      '',
    ].join('\n'),
  );
  return 0;
}
