/** `baraza schema [cases]`. */
import { join, relative } from 'node:path';
import { caseFolders } from '../case-folders.ts';
import { writeCaseSchema } from '../editor/case-schema-file.ts';
import { withExamples } from '../help.ts';
import { oldSchemas, writeEditorSchemas } from '../schema.ts';
import { type ExitCode, type Io, type Subcommand, UsageError } from '../subcommand.ts';

export const schemaCommand: Subcommand = {
  addTo(program, run) {
    withExamples(
      program
        .command('schema')
        .description('write what editors use to complete and correct a case while it is written')
        .argument('[cases...]', 'cases that get a schema with their own ids; the project’s common ones when left out')
        .option('--check', 'only say whether the common ones are up to date')
        .action((paths: string[], { check }: { check?: true }) =>
          run(async (io) => {
            if (check && paths.length > 0) throw new UsageError('`--check` looks at the common schemas: name no case');
            if (paths.length > 0) return ofCases(paths, io);
            return check ? checkCommon(io) : writeCommon(io);
          }),
        ),
      'The editor offers keys, words and ids while you type, and underlines what is wrong. docs/authoring/editor.md says how.',
      [
        ['schema my-case', 'my-case/.schema.json, with the ids of this case and its law pack'],
        ['schema', 'the common schemas and the tables of the reference, after a change of the language'],
        ['schema --check', 'ends with 1 where these are not up to date'],
      ],
    );
  },
};

async function ofCases(paths: readonly string[], io: Io): Promise<ExitCode> {
  for (const folder of await caseFolders(paths, io)) {
    const written = await writeCaseSchema(folder);
    const here = relative(io.cwd, folder) || '.';
    io.note(
      written.length > 0 ? `Written: ${written.map((name) => join(here, name)).join(', ')}\n` : `${here}: up to date\n`,
    );
    io.note('First line of scenario.yaml:  # yaml-language-server: $schema=.schema.json\n');
  }
  return 0;
}

async function writeCommon(io: Io): Promise<ExitCode> {
  const written = writeEditorSchemas();
  io.note(written.length > 0 ? `Written: ${written.join(', ')}\n` : 'Everything is up to date.\n');
  return 0;
}

async function checkCommon(io: Io): Promise<ExitCode> {
  const old = oldSchemas();
  if (old.length > 0) io.note(`Not up to date: ${old.join(', ')}. Run \`npx baraza schema\`.\n`);
  return old.length > 0 ? 1 : 0;
}
