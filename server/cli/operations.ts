/** Entry point of the bundled commands for operators (`dist/server/operations.js`), for installations without the tools of authors. */
import { terminal } from './io.ts';
import { OPERATIONS } from './operations-list.ts';
import { runCommands } from './run-commands.ts';

const DESCRIPTION = 'Baraza: commands to run a server. A full install adds the commands for authors.';

process.exitCode = await runCommands(
  { description: DESCRIPTION, commands: OPERATIONS, help: '' },
  process.argv.slice(2),
  terminal(),
);
