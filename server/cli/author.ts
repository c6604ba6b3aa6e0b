/** Entry point of all `npx baraza` commands except `start` and `dev`. */
import { terminal } from './io.ts';
import { runProgram } from './program.ts';

process.exitCode = await runProgram(process.argv.slice(2), terminal());
