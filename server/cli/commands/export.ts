/** `baraza export`. */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Option } from 'commander';
import { exportPerson, readableExport } from '../../personal-data/export-person.ts';
import { withExamples } from '../help.ts';
import { classOf, withData } from '../personal-data/open-data.ts';
import { type ExitCode, type Format, FORMATS, type Io, type Subcommand, UsageError } from '../subcommand.ts';
import { seatOf } from './erase.ts';

interface Options {
  participant?: string;
  format: Format;
  output?: string;
  data?: string;
}

export const exportCommand: Subcommand = {
  addTo(program, run) {
    withExamples(
      program
        .command('export')
        .description('write all stored data about one person of a class, for that person')
        .argument('<class>', 'code or id of the class')
        .option('--participant <seat>', 'a seat such as s3, or the stored name')
        .addOption(
          new Option('--format <format>', 'text to read, or JSON for other programs').choices(FORMATS).default('text'),
        )
        .option('-o, --output <file>', 'output file (default: standard output)')
        .option('--data <folder>', 'the data folder (default: BARAZA_DATA, else ./data)')
        .action((asked: string, options: Options) => run((io) => exportOne(asked, options, io))),
      'The data that a person has a right to see: the name, acts, texts, and what trainers wrote about the desk.',
      [
        ['export K7M2QX --participant s3', 'as text'],
        ['export K7M2QX --participant s3 --format json -o s3.json', 'for other programs'],
      ],
    );
  },
};

const exportOne = (asked: string, { participant, format, output, data }: Options, io: Io): Promise<ExitCode> =>
  withData<ExitCode>({ data, io, instead: 'use the page “Personal data” of the class' }, async ({ store }) => {
    if (participant === undefined) throw new UsageError('name the person: --participant s3');
    const record = await classOf(store, asked);
    const seat = await seatOf(store, record.id, participant);
    const exported = await exportPerson(store, record, seat);
    if (!exported) throw new UsageError(`there is no seat ${seat}`);
    await store.appendAudit({
      at: Date.now(),
      who: 'command-line',
      act: 'export-person',
      exercise: record.id,
      subject: seat,
    });
    const text = format === 'json' ? `${JSON.stringify(exported, null, 2)}\n` : readableExport(exported);
    if (output === undefined) io.write(text);
    else writeFileSync(resolve(io.cwd, output), text, { mode: 0o600 });
    return 0;
  });
