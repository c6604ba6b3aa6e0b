/** `baraza schema [cases]`. */
import { join, relative } from 'node:path';
import { caseFolders } from '../case-folders.ts';
import { writeCaseSchema } from '../editor/case-schema-file.ts';
import { withExamples } from '../help.ts';
import { outdatedSchemas, writeEditorSchemas } from '../schema.ts';
import { type ExitCode, type Io, type Subcommand, UsageError } from '../subcommand.ts';

export const schemaCommand: Subcommand = {
  addTo(program, run) {
    withExamples(
      program
        .command('schema')
        .description('write the JSON schemas with which editors complete and check a case')
        .argument('[cases...]', 'cases that get a schema with their own ids (default: write the common schemas)')
        .option('--check', 'only check that the common schemas are up to date')
        .action((paths: string[], { check }: { check?: true }) =>
          run(async (io) => {
            if (check && paths.length > 0) throw new UsageError('`--check` is for the common schemas: name no case');
            if (paths.length > 0) return ofCases(paths, io);
            return check ? checkCommon(io) : writeCommon(io);
          }),
        ),
      'An editor offers keys, values and ids while you type, and underlines errors. Set-up: docs/authoring/editor.md.',
      [
        ['schema my-case', 'writes my-case/.schema.json with the ids of this case and its law pack'],
        ['schema', 'writes the common schemas and the tables of the reference, after a change of the format'],
        ['schema --check', 'exits with 1 if they are out of date'],
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
  const outdated = outdatedSchemas();
  if (outdated.length > 0) io.note(`Out of date: ${outdated.join(', ')}. Run \`npx baraza schema\`.\n`);
  return outdated.length > 0 ? 1 : 0;
}
