import { availableParallelism } from 'node:os';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { filesOf } from './tests/gate/files.ts';
import { UNIT_PARTS, type UnitPart } from './tests/gate/parts.ts';

/** Milliseconds after which a test counts as hung. No test waits for it; the big numbers of `npm run trust:long` take half an hour. */
const HUNG_MS = process.env['BARAZA_TRUST'] === 'long' ? 7_200_000 : 900_000;

/** Vitest would leave one processor to itself. Many files wait for processes and timers, so that each processor has work for one. */
const WORKERS = Math.max(2, availableParallelism());

const project = (part: UnitPart): TestProjectInlineConfiguration => ({
  extends: true,
  test: {
    name: part.name,
    include: filesOf(part),
    pool: 'forks',
    isolate: part.sharesModules !== true,
    ...(part.hasDom && {
      environment: 'happy-dom',
      setupFiles: ['tests/client/screens/support/set-up.ts'],
      unstubGlobals: true,
    }),
    ...(part.startsServers && { globalSetup: ['tests/support/bundled-server.ts'] }),
    testTimeout: HUNG_MS,
    hookTimeout: HUNG_MS,
    maxWorkers: part.serial === true ? 1 : WORKERS,
  },
});

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: { projects: UNIT_PARTS.map(project) },
});
