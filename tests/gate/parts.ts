/**
 * The parts of the two gates, declared once. `npm test` runs the parts of the push gate, `npm run test:all` runs every part.
 *
 * vitest.config.ts makes one project of each unit part, playwright.config.ts one project of each browser part, run.ts runs the
 * parts in this order, and gate.test.ts proves that each test file belongs to a part.
 *
 * A path that ends with `/` is a folder with everything below it; any other path is one file.
 */
export type Gate = 'push' | 'all';

interface PartBase {
  readonly name: string;
  /** `push`: the part runs in both gates. `all`: the part runs in `npm run test:all` only. */
  readonly gate: Gate;
}

/** A script of package.json with the name of the part; it passes when it exits with 0 and counts as one test. */
export interface CheckPart extends PartBase {
  readonly kind: 'check';
}

/** `*.test.ts` files, run by Vitest; `*.test.tsx` files where it has a DOM. */
export interface UnitPart extends PartBase {
  readonly kind: 'unit';
  /** Files run in a DOM without a browser. */
  readonly hasDom?: boolean;
  /** Without paths, the part takes every file that no other part names. */
  readonly paths?: readonly string[];
  /** Files share one module graph and must pass in any order. Only for files that mock no module; the default is false. */
  readonly sharesModules?: boolean;
  /** Tests start the server in a process of its own; it is bundled once for all of them. */
  readonly startsServers?: boolean;
  /** Files run one after the other, because they measure the machine or load it fully. */
  readonly serial?: boolean;
}

/** `*.spec.ts` files, run by Playwright on the built client and server. */
export interface BrowserPart extends PartBase {
  readonly kind: 'browser';
  /** Without paths, the part takes every file that no other part names. */
  readonly paths?: readonly string[];
}

export type Part = CheckPart | UnitPart | BrowserPart;

/** Trust tests that saturate the machine, wait for minutes or measure delays. They run alone, in `npm run test:all`. */
const PRESSURE = [
  'tests/trust/hostile/case-files.test.ts',
  'tests/trust/hostile/floods.test.ts',
  'tests/trust/network/bad-lines.test.ts',
  'tests/trust/network/crowd.test.ts',
  'tests/trust/network/drops.test.ts',
  'tests/trust/network/wrong-clock.test.ts',
  'tests/trust/operations/automatic-backups.test.ts',
  'tests/trust/operations/backup.test.ts',
  'tests/trust/operations/restart.test.ts',
  'tests/trust/operations/supply-chain.test.ts',
  'tests/trust/permissions/guessing.test.ts',
  'tests/trust/process/broken-parts.test.ts',
  'tests/trust/process/ends.test.ts',
  'tests/trust/storage/refusing-disk.test.ts',
  'tests/trust/time/clocks.test.ts',
];

export const PARTS: readonly Part[] = [
  { kind: 'check', name: 'check:format', gate: 'push' },
  { kind: 'check', name: 'check:types', gate: 'push' },
  { kind: 'check', name: 'check:lint', gate: 'push' },
  { kind: 'check', name: 'check:browsers', gate: 'push' },
  { kind: 'check', name: 'check:scenarios', gate: 'push' },
  { kind: 'unit', name: 'core', gate: 'push', sharesModules: true },
  { kind: 'unit', name: 'components', gate: 'push', hasDom: true },
  {
    kind: 'unit',
    name: 'tools',
    gate: 'push',
    sharesModules: true,
    paths: [
      'tests/cli/',
      'tests/editor/',
      'tests/preview/warm-checker.test.ts',
      'tests/rule-mutation/',
      'tests/scenario/files-on-disk.test.ts',
      'tests/scenario/guarded-reading.test.ts',
    ],
  },
  {
    kind: 'unit',
    name: 'replaced',
    gate: 'push',
    // They replace a module, which files with a common module graph cannot do.
    paths: ['tests/cli/simulate.test.ts', 'tests/http/same-instant.test.ts'],
  },
  { kind: 'unit', name: 'mutation', gate: 'push', paths: ['tests/mutation/'] },
  {
    kind: 'unit',
    name: 'rooms',
    gate: 'push',
    sharesModules: true,
    startsServers: true,
    paths: ['tests/http/', 'tests/rooms/', 'tests/storage/'],
  },
  { kind: 'unit', name: 'trust', gate: 'push', sharesModules: true, startsServers: true, paths: ['tests/trust/'] },
  { kind: 'check', name: 'build:client', gate: 'push' },
  { kind: 'check', name: 'build:server', gate: 'push' },
  { kind: 'browser', name: 'browser', gate: 'push' },
  { kind: 'browser', name: 'browser-long', gate: 'all', paths: ['tests/e2e/careless.spec.ts'] },
  { kind: 'unit', name: 'trust-pressure', gate: 'all', serial: true, startsServers: true, paths: PRESSURE },
];

export const UNIT_PARTS = PARTS.filter((part) => part.kind === 'unit');
export const BROWSER_PARTS = PARTS.filter((part) => part.kind === 'browser');

/** The parts that a gate runs, in order. */
export const partsOf = (gate: Gate): Part[] => PARTS.filter((part) => gate === 'all' || part.gate === 'push');

/** Whether a path covers a file. */
export const covers = (path: string, file: string): boolean =>
  path.endsWith('/') ? file.startsWith(path) : file === path;

/**
 * The length of the longest path of a part that covers the file; 0 for a part without paths; undefined if none covers
 * it.
 */
function reach({ paths }: UnitPart | BrowserPart, file: string): number | undefined {
  if (!paths) return 0;
  const lengths = paths.filter((path) => covers(path, file)).map((path) => path.length);
  return lengths.length > 0 ? Math.max(...lengths) : undefined;
}

/**
 * The part that runs a test file: the one with the most specific path. Undefined if no part runs files with this name.
 */
export function partOf(file: string): UnitPart | BrowserPart | undefined {
  const parts = kindOf(file);
  let best: { part: UnitPart | BrowserPart; length: number } | undefined;
  for (const part of parts) {
    const length = reach(part, file);
    if (length !== undefined && length > (best?.length ?? -1)) best = { part, length };
  }
  return best?.part;
}

function kindOf(file: string): readonly (UnitPart | BrowserPart)[] {
  if (!file.startsWith('tests/')) return [];
  if (file.endsWith('.test.tsx')) return UNIT_PARTS.filter(({ hasDom }) => hasDom);
  if (file.endsWith('.test.ts')) return UNIT_PARTS.filter(({ hasDom }) => !hasDom);
  return file.endsWith('.spec.ts') ? BROWSER_PARTS : [];
}
