/** Where `npx baraza check` and all the other commands of authors begin. */
import { terminal } from './io.ts';
import { runProgram } from './program.ts';

process.exitCode = await runProgram(process.argv.slice(2), terminal());
