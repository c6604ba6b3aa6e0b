/** The same commands as in `npx baraza`, bundled for installations without the tools of authors (`dist/server/operations.js`). */
import { terminal } from './io.ts';
import { OPERATIONS } from './operations-list.ts';
import { runCommands } from './run-commands.ts';

const DESCRIPTION = 'Baraza: what whoever runs a server needs. The commands of authors come with a full install.';

process.exitCode = await runCommands(
  { description: DESCRIPTION, commands: OPERATIONS, help: '' },
  process.argv.slice(2),
  terminal(),
);
