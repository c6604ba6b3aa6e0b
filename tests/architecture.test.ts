/** The walls between folders, and the habits that keep the core pure. A broken wall says why it stands. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder)).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(join(ROOT, path)).isDirectory())
      return name === 'node_modules' || name === 'public' ? [] : sources(path);
    return /\.tsx?$/.test(name) && !name.endsWith('.d.ts') ? [path] : [];
  });
}

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** What a file imports: packages by name, own files by path from the root. Type imports count. */
function imports(path: string): string[] {
  const found = read(path).matchAll(
    /^(?:import|export)\b[^;]*?\bfrom '([^']+)'|^import '([^']+)'|\bimport\(\s*'([^']+)'/gm,
  );
  return [...found]
    .map(([, from, bare, lazy]) => from ?? bare ?? lazy ?? '')
    .map((target) => (target.startsWith('.') ? relative(ROOT, resolve(ROOT, dirname(path), target)) : target));
}

interface Wall {
  folder: string;
  /** Beginnings of what may be imported; the folder itself always may. */
  may: string[];
  because: string;
}

const WALLS: Wall[] = [
  {
    folder: 'shared/scenario',
    may: ['shared/time.ts', 'shared/exercise/events.ts', 'zod', 'yaml', 'xstate'],
    because: 'a scenario is text, checks and charts; it knows no exercise, only the names of its events',
  },
  {
    folder: 'shared/exercise',
    may: ['shared/time.ts', 'shared/scenario', 'zod', 'xstate'],
    because: 'the core is pure: no Colyseus, Phaser, Express, Node, DOM, wall clock or chance of its own',
  },
  {
    folder: 'shared/cards',
    may: ['shared/time.ts', 'shared/scenario', 'shared/exercise', 'shared/protocol'],
    because: 'cards are texts behind the same check everywhere',
  },
  {
    folder: 'shared/debrief',
    may: ['shared/time.ts', 'shared/scenario', 'shared/exercise', 'zod'],
    because: 'the debrief is a fold of the log',
  },
  {
    folder: 'shared/playthrough',
    may: ['shared/time.ts', 'shared/scenario', 'shared/exercise', 'shared/debrief', 'zod', 'yaml'],
    because: 'a playthrough drives the core like everybody else',
  },
  {
    folder: 'shared/graph',
    may: ['shared/time.ts', 'shared/scenario', '@dagrejs/dagre'],
    because: 'a graph is a picture of the text; what is lit in it is said by whoever plays',
  },
  {
    folder: 'shared/simulation',
    may: [
      'shared/time.ts',
      'shared/scenario',
      'shared/exercise',
      'shared/debrief',
      'shared/cards',
      'shared/playthrough',
      'shared/bots',
    ],
    because: 'a simulation is plays by bots and what they add up to; threads and files are for its drivers',
  },
  {
    folder: 'shared/handover',
    may: ['shared/time.ts', 'shared/exercise'],
    because: 'a handover note says what the world of one desk says',
  },
  {
    folder: 'shared/bots',
    may: ['shared/time.ts', 'shared/scenario', 'shared/exercise', 'shared/cards', 'shared/playthrough'],
    because: 'a bot is a seat like any other: it has a view, the cards of its desk, and commands',
  },
  {
    folder: 'shared/bots/rules',
    may: [
      'shared/time.ts',
      'shared/exercise/commands.ts',
      'shared/exercise/world.ts',
      'shared/scenario/schema/basics.ts',
      'shared/bots/agenda.ts',
      'shared/bots/bot.ts',
      'shared/bots/case-index.ts',
      'shared/bots/desk-sight.ts',
      'shared/bots/hints.ts',
      'shared/bots/mind.ts',
    ],
    because: 'what a bot does follows from its desk-sight alone, never from the compiled case',
  },
  {
    folder: 'shared/bots/random',
    may: [
      'shared/time.ts',
      'shared/exercise/commands.ts',
      'shared/scenario/schema/basics.ts',
      'shared/bots/desk-sight.ts',
      'shared/bots/mind.ts',
    ],
    because: 'what a bot does follows from its desk-sight alone, never from the compiled case',
  },
  {
    folder: 'shared/preview',
    may: [
      'shared/time.ts',
      'shared/scenario',
      'shared/exercise',
      'shared/playthrough',
      'shared/console',
      'shared/graph',
      'zod',
    ],
    because: 'facts, replay and why-not are worked out in the core’s own terms',
  },
  {
    folder: 'shared/protocol',
    may: ['shared/scenario', 'shared/exercise', 'shared/debrief', 'zod'],
    because: 'the wire contract holds names and shapes only',
  },
  {
    folder: 'client/connection',
    may: ['shared', 'client/state', '@colyseus/sdk', 'zod'],
    because: 'only the connection knows the SDK',
  },
  { folder: 'client/state', may: ['shared'], because: 'client state is plain data and pure functions' },
  {
    folder: 'client/game',
    may: ['shared', 'client/state', 'client/ui/seat.ts', 'client/ui/art', 'phaser'],
    because: 'scenes draw state and emit commands',
  },
];

describe('import walls', () => {
  for (const { folder, may, because } of WALLS) {
    it(`${folder} imports only ${may.join(', ')}: ${because}`, () => {
      const broken = sources(folder).flatMap((path) =>
        imports(path)
          .filter(
            (target) =>
              !target.startsWith(`${folder}/`) &&
              !may.some(
                (allowed) => target === allowed || target.startsWith(allowed.endsWith('.ts') ? allowed : `${allowed}/`),
              ),
          )
          .map((target) => `${path} imports ${target}`),
      );
      expect(broken).toEqual([]);
    });
  }

  it('client and server never import each other, and nobody imports tests', () => {
    const broken = [...sources('client'), ...sources('server'), ...sources('shared')].flatMap((path) => {
      const side = path.split('/')[0];
      const forbidden =
        side === 'client'
          ? ['server/', 'tests/']
          : side === 'server'
            ? ['client/', 'tests/']
            : ['server/', 'client/', 'tests/'];
      return imports(path)
        .filter((target) => forbidden.some((start) => target.startsWith(start)))
        .map((target) => `${path} imports ${target}`);
    });
    expect(broken).toEqual([]);
  });

  it('only the connection imports the SDK and only scenes import Phaser', () => {
    const broken = sources('client').flatMap((path) =>
      imports(path)
        .filter(
          (target) =>
            (target.startsWith('@colyseus') && !path.startsWith('client/connection/')) ||
            (target === 'phaser' && !path.startsWith('client/game/')),
        )
        .map((target) => `${path} imports ${target}`),
    );
    expect(broken).toEqual([]);
  });
});

describe('the preview of authors', () => {
  it('is loaded by its own command and its own page only', () => {
    const broken = [...sources('client'), ...sources('server'), ...sources('shared')]
      .filter((path) => !/^(client|server|shared)\/preview\//.test(path) && path !== 'server/cli/preview.ts')
      .flatMap((path) =>
        imports(path)
          .filter((target) => /^(client|server|shared)\/preview\//.test(target))
          .map((target) => `${path} imports ${target}`),
      );
    expect(broken).toEqual([]);
  });
});

describe('the core is pure', () => {
  it('knows no wall clock, no chance of its own, no timers and no console', () => {
    const impure =
      /\b(Math\.random|Date\.now|new Date\(\)|setTimeout|setInterval|console\.(log|warn|error|info)|performance\.now|process\.)/;
    expect(sources('shared').filter((path) => impure.test(read(path)))).toEqual([]);
  });
});

describe('budgets', () => {
  const lines = (path: string) => read(path).split('\n').length;

  it('a room or a scene is a shell of at most 150 lines', () => {
    const shells = [...sources('server/rooms'), ...sources('client/game').filter((path) => path.includes('scene'))];
    expect(shells.filter((path) => lines(path) > 150).map((path) => `${path}: ${lines(path)}`)).toEqual([]);
  });

  it('nothing is left open: no skipped test, no mark for later, no loose type', () => {
    const open = new RegExp(
      `\\b(it|test|describe)\\.(skip|only|todo|fixme)\\b|\\b(${['TO', 'DO'].join('')}|${['FIX', 'ME'].join('')})\\b|: any\\b|as any\\b|@ts-(ignore|expect-error|nocheck)`,
    );
    const files = [...sources('client'), ...sources('server'), ...sources('shared'), ...sources('tests')].filter(
      (path) => !path.endsWith('architecture.test.ts'),
    );
    expect(files.filter((path) => open.test(read(path)))).toEqual([]);
  });
});
