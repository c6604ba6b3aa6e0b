/** `baraza schema`. */
import { oldSchemas, writeEditorSchemas } from '../schema.ts';
import type { Subcommand } from '../subcommand.ts';

export const schemaCommand: Subcommand = {
  addTo(program, run) {
    program
      .command('schema')
      .description('write the JSON Schema that editors use while a case is written')
      .option('--check', 'only say whether it is up to date')
      .action((options: { check?: true }) =>
        run(async (io) => {
          if (!options.check) {
            writeEditorSchemas();
            return 0;
          }
          const old = oldSchemas();
          if (old.length > 0) io.note(`Not up to date: ${old.join(', ')}. Run \`npx baraza schema\`.\n`);
          return old.length > 0 ? 1 : 0;
        }),
      );
  },
};
