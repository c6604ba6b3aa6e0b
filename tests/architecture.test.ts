/** The walls between folders, and the rules that keep the core pure. A broken wall prints its reason. */
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

/** What a file imports: packages by name, own files by path from the root. Type imports count unless `valuesOnly`. */
function imports(path: string, valuesOnly = false): string[] {
  const found = read(path).matchAll(
    /^(?:import|export)\b([^;]*?)\bfrom '([^']+)'|^import '([^']+)'|\bimport\(\s*'([^']+)'/gm,
  );
  return [...found]
    .filter(([, names = '']) => !valuesOnly || !names.trimStart().startsWith('type '))
    .map(([, , from, bare, lazy]) => from ?? bare ?? lazy ?? '')
    .map((target) => (target.startsWith('.') ? relative(ROOT, resolve(ROOT, dirname(path), target)) : target));
}

/** The folder of a file, at most one level below `client`, `server` or `shared`. */
const folderOf = (path: string): string => dirname(path).split('/').slice(0, 2).join('/');

/** A folder at any depth. A folder and one inside it count as one: a page composes its slices, and they read its context. */
const wholeFolder = (path: string): string => dirname(path);
const isWithin = (one: string, other: string): boolean => one.startsWith(`${other}/`) || other.startsWith(`${one}/`);

/** The import cycles between folders, one path per cycle. */
function folderCycles(root: string, valuesOnly: boolean, folderAt = folderOf): string[] {
  const edges = new Map<string, Set<string>>();
  for (const path of sources(root))
    for (const target of imports(path, valuesOnly).filter((one) => one.startsWith(`${root}/`))) {
      const [from, to] = [folderAt(path), folderAt(target)];
      if (from !== to && !isWithin(from, to)) edges.set(from, (edges.get(from) ?? new Set()).add(to));
    }
  const cycles: string[] = [];
  const finished = new Set<string>();
  const visit = (folder: string, trail: readonly string[]): void => {
    if (trail.includes(folder)) cycles.push([...trail.slice(trail.indexOf(folder)), folder].join(' -> '));
    if (trail.includes(folder) || finished.has(folder)) return;
    for (const next of edges.get(folder) ?? []) visit(next, [...trail, folder]);
    finished.add(folder);
  };
  for (const folder of edges.keys()) visit(folder, []);
  return cycles;
}

interface Wall {
  folder: string;
  /** Prefixes of permitted imports; the folder itself is always permitted. */
  may: string[];
  because: string;
}

const PREACT = ['preact', '@preact/signals'];

/** What lies under every page of the client. */
const UNDER_PAGES = [
  'client/device',
  'client/i18n',
  'client/context',
  'client/names',
  'client/art',
  'client/styles',
  ...PREACT,
];

const WALLS: Wall[] = [
  {
    folder: 'shared/access',
    may: ['zod'],
    because: 'who may do and know what is asked everywhere, so it rests on nothing else',
  },
  {
    folder: 'shared/vocabulary',
    may: ['shared/time.ts', 'shared/access', 'zod'],
    because:
      'the vocabulary is the ground floor: it declares what can happen and be asked, and depends on no part of it',
  },
  {
    folder: 'shared/scenario',
    may: ['shared/time.ts', 'shared/access', 'shared/vocabulary', 'zod', 'yaml', 'xstate'],
    because: 'a scenario is text, checks and charts; it knows the words for what can happen, but no exercise',
  },
  {
    folder: 'shared/exercise',
    may: ['shared/time.ts', 'shared/access', 'shared/vocabulary', 'shared/scenario', 'zod', 'xstate'],
    because: 'the core is pure: no Colyseus, Phaser, Express, Node, DOM, wall clock or chance of its own',
  },
  {
    folder: 'shared/cards',
    may: [
      'shared/time.ts',
      'shared/access',
      'shared/vocabulary',
      'shared/scenario',
      'shared/exercise',
      'shared/protocol',
    ],
    because: 'cards are texts behind the same check everywhere',
  },
  {
    folder: 'shared/debrief',
    may: ['shared/time.ts', 'shared/access', 'shared/vocabulary', 'shared/scenario', 'shared/exercise', 'zod'],
    because: 'the debrief is a fold of the log',
  },
  {
    folder: 'shared/playthrough',
    may: [
      'shared/time.ts',
      'shared/access',
      'shared/vocabulary',
      'shared/scenario',
      'shared/exercise',
      'shared/debrief',
      'zod',
      'yaml',
    ],
    because: 'a playthrough drives the core like everybody else',
  },
  {
    folder: 'shared/graph',
    may: ['shared/time.ts', 'shared/vocabulary', 'shared/scenario', '@dagrejs/dagre'],
    because: 'a graph is a picture of the text; what is lit in it is said by whoever plays',
  },
  {
    folder: 'shared/simulation',
    may: [
      'shared/time.ts',
      'shared/access',
      'shared/vocabulary',
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
    may: ['shared/time.ts', 'shared/access', 'shared/vocabulary', 'shared/exercise'],
    because: 'a handover note says what the world of one desk says',
  },
  {
    folder: 'shared/bots',
    may: [
      'shared/time.ts',
      'shared/access',
      'shared/vocabulary',
      'shared/scenario',
      'shared/exercise',
      'shared/cards',
      'shared/playthrough',
    ],
    because: 'a bot is a seat like any other: it has a view, the cards of its desk, and commands',
  },
  {
    folder: 'shared/bots/rules',
    may: [
      'shared/time.ts',
      'shared/access',
      'shared/vocabulary',
      'shared/exercise/world.ts',
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
    may: ['shared/time.ts', 'shared/access', 'shared/vocabulary', 'shared/bots/desk-sight.ts', 'shared/bots/mind.ts'],
    because: 'what a bot does follows from its desk-sight alone, never from the compiled case',
  },
  {
    folder: 'shared/preview',
    may: [
      'shared/time.ts',
      'shared/access',
      'shared/vocabulary',
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
    may: ['shared/access', 'shared/vocabulary', 'shared/scenario', 'shared/exercise', 'shared/debrief', 'zod'],
    because: 'the wire contract holds names and shapes only',
  },
  {
    folder: 'server/host',
    may: ['node:', 'shared/exercise', 'shared/protocol', 'pino', 'qrcode'],
    because: 'the machine, its settings and its log are the ground floor: every other folder of the server uses them',
  },
  {
    folder: 'server/storage',
    may: [
      'node:',
      'shared/access',
      'shared/time.ts',
      'shared/vocabulary',
      'shared/exercise',
      'shared/protocol',
      'server/host',
      'kysely',
      'libsql',
    ],
    because: 'the store keeps events and people; it runs no exercise and knows no route',
  },
  {
    folder: 'server/backup',
    may: ['node:', 'server/host', 'server/storage', 'libsql', 'zod'],
    because: 'a backup copies the database file, and must work while no exercise can be opened',
  },
  {
    folder: 'server/audit',
    may: ['shared/access', 'shared/vocabulary', 'shared/protocol', 'server/host', 'server/storage', 'kysely'],
    because: 'the audit trail is written by routes and rooms alike, so it depends on neither',
  },
  {
    folder: 'server/cases',
    may: ['node:', 'shared/scenario', 'server/host', 'server/storage'],
    because: 'case files are untrusted: they are read and checked apart from every exercise',
  },
  {
    folder: 'server/exercises',
    may: [
      'node:',
      'shared/access',
      'shared/time.ts',
      'shared/vocabulary',
      'shared/scenario',
      'shared/exercise',
      'shared/debrief',
      'shared/bots',
      'shared/console',
      'shared/playthrough',
      'shared/protocol',
      'server/host',
      'server/storage',
      'server/cases',
    ],
    because: 'a running exercise knows no socket, no route and no Colyseus, so tests drive it directly',
  },
  {
    folder: 'server/access',
    may: [
      'shared/access',
      'shared/protocol',
      'server/host',
      'server/storage',
      'server/audit',
      'server/exercises',
      'express',
      'rate-limiter-flexible',
      '@node-rs/argon2',
    ],
    because: 'callers are identified and limited in one place; routes ask here and nowhere else',
  },
  {
    folder: 'server/personal-data',
    may: [
      'node:',
      'shared/access',
      'shared/time.ts',
      'shared/vocabulary',
      'shared/exercise',
      'server/host',
      'server/storage',
      'server/audit',
      'server/exercises',
    ],
    because: 'export and erasure work the same from the screens and from the command line',
  },
  {
    folder: 'server/operations',
    may: [
      'node:',
      'shared/access',
      'shared/vocabulary',
      'shared/protocol',
      'server/host',
      'server/storage',
      'server/backup',
      'server/exercises',
      'prom-client',
    ],
    because: 'metrics, readiness and automatic backups observe classes and never change one',
  },
  {
    folder: 'server/rooms',
    may: [
      'shared/access',
      'shared/exercise',
      'shared/protocol',
      'server/host',
      'server/storage',
      'server/audit',
      'server/exercises',
      'server/operations',
      '@colyseus/core',
      '@colyseus/schema',
      '@colyseus/ws-transport',
      'node:',
      'ws',
      'zod',
    ],
    because: 'only rooms know Colyseus; rooms and routes never call each other',
  },
  {
    folder: 'server/http',
    may: [
      'node:',
      'shared',
      'server/host',
      'server/storage',
      'server/audit',
      'server/cases',
      'server/exercises',
      'server/access',
      'server/personal-data',
      'server/operations',
      'express',
      'helmet',
      'papaparse',
      'qrcode',
      'zod',
    ],
    because: 'routes translate HTTP into calls; they know no Colyseus, no database and no preview',
  },
  {
    folder: 'client/connection',
    may: ['shared', 'client/device', 'client/state', '@colyseus/sdk', 'zod'],
    because: 'only the connection knows the SDK',
  },
  {
    folder: 'client/device',
    may: ['@preact/signals'],
    because: 'what this device keeps and how it shows things is the ground floor of the client',
  },
  {
    folder: 'client/state',
    may: ['shared', 'client/device'],
    because: 'client state is plain data and pure functions',
  },
  {
    folder: 'client/i18n',
    may: ['shared/time.ts', 'client/device', '@preact/signals', 'preact', 'i18next'],
    because: 'texts and formats are used by every page and know none',
  },
  {
    folder: 'client/context',
    may: ['shared', 'client/device', 'client/state', 'preact'],
    because: 'a context is what a page reads from its surroundings, so it knows no page and no part of one',
  },
  {
    folder: 'client/names',
    may: ['shared/access', 'shared/protocol', 'shared/scenario', 'client/context', 'client/i18n', 'preact'],
    because: 'names come from cards, the law and the texts alone, so that desks, trainers and the debrief share them',
  },
  {
    folder: 'client/art',
    may: ['client/device', 'preact'],
    because: 'pages and scenes show the same pictures, and case art is untrusted: it is made safe in one place',
  },
  {
    folder: 'client/game',
    may: ['shared', 'client/state', 'client/art', 'phaser'],
    because: 'scenes draw state and emit commands; they are loaded late and know no page',
  },
  {
    folder: 'client/ui/kit',
    may: ['shared/time.ts', 'shared/text', 'shared/access', ...UNDER_PAGES],
    because: 'the kit is what every page is made of, so it knows no page, no connection and no store',
  },
  {
    folder: 'client/ui/seat',
    may: ['shared', 'client/connection', 'client/state', 'client/game', 'client/ui/kit', ...UNDER_PAGES],
    because: 'the provider of a seat serves trainees and a trainer who looks on; it knows neither’s pages',
  },
  {
    folder: 'client/ui/join',
    may: ['shared', 'client/connection', 'client/state', 'client/ui/kit', ...UNDER_PAGES],
    because: 'the page for joining is the first load: it brings no other page with it',
  },
  {
    folder: 'client/ui/debrief',
    may: ['shared', 'client/connection', 'client/state', 'client/ui/kit', ...UNDER_PAGES],
    because: 'the same debrief is shown to trainers and trainees, so it knows neither’s pages',
  },
  {
    folder: 'client/ui/trainee',
    may: ['shared', 'client/connection', 'client/state', 'client/ui/kit', 'client/ui/seat', ...UNDER_PAGES],
    because:
      'a desk’s pages are loaded by people who may know nothing of the trainer’s; pages of other roles come lazily',
  },
  {
    folder: 'client/ui/trainer',
    may: [
      'shared',
      'client/connection',
      'client/state',
      'client/ui/kit',
      'client/ui/seat',
      'client/ui/debrief',
      ...UNDER_PAGES,
    ],
    because: 'the console shows log lines and marks as the debrief does; a desk’s own pages come lazily',
  },
  {
    folder: 'client/ui/wall',
    may: ['shared', 'client/connection', 'client/ui/kit', 'client/ui/trainer', ...UNDER_PAGES],
    because: 'the wall is opened with the trainer’s sign-in and shows what the trainer’s class pages count',
  },
  {
    folder: 'client/preview',
    may: [
      'shared',
      'client/device',
      'client/i18n',
      'client/state',
      'client/ui/kit',
      'client/ui/app.tsx',
      'client/styles',
      ...PREACT,
    ],
    because: 'the author’s preview frames the ordinary pages of a desk whole; it reaches into none of them',
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
                (allowed) =>
                  target === allowed || target.startsWith(/\.ts$|:$/.test(allowed) ? allowed : `${allowed}/`),
              ),
          )
          .map((target) => `${path} imports ${target}`),
      );
      expect(broken).toEqual([]);
    });
  }

  it('folders of server/ never import each other in a circle, types included', () => {
    expect(folderCycles('server', false)).toEqual([]);
  });

  it('folders and page slices of client/ never import each other in a circle, types included', () => {
    expect(folderCycles('client', false, wholeFolder)).toEqual([]);
  });

  it('folders of shared/ never import each other in a circle', () => {
    expect(folderCycles('shared', true)).toEqual([]);
  });

  it('client and server never import each other, and no code imports tests', () => {
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
  it('only its own command and its own page load the preview', () => {
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
  it('the core uses no wall clock, no Math.random, no timers and no console', () => {
    const impure =
      /\b(Math\.random|Date\.now|new Date\(\)|setTimeout|setInterval|console\.(log|warn|error|info)|performance\.now|process\.)/;
    expect(sources('shared').filter((path) => impure.test(read(path)))).toEqual([]);
  });
});

describe('rights', () => {
  it('only shared/access names the trainer: everything else asks for a capability', () => {
    const isText = /\b(useT|hasText|textForId)\('trainer'|\bT<'trainer'>|\bsetLanguage\(.*'trainer'/;
    const asking = [...sources('client'), ...sources('server'), ...sources('shared')]
      .filter((path) => !/^(shared\/access|client\/i18n)\//.test(path))
      .flatMap((path) =>
        read(path)
          .split('\n')
          .filter((line) => /(['"])trainer\1|\btrainer: true\b/.test(line) && !isText.test(line))
          .map((line) => `${path}: ${line.trim()}`),
      );
    expect(asking).toEqual([]);
  });

  it('only shared/access asks which kind of actor someone is', () => {
    // `seat`, `wall` and `server` are also words for other things; there the actor itself has to be asked.
    const words = 'lead|co-trainer|evaluator|role-player|learner|author|host|token';
    const literal = new RegExp(`\\b(kind [!=]== |case )'(${words})'|\\b(actor|from)\\.kind [!=]== `);
    const asking = [...sources('client'), ...sources('server'), ...sources('shared')]
      .filter((path) => !path.startsWith('shared/access/'))
      .flatMap((path) =>
        read(path)
          .split('\n')
          .filter((line) => literal.test(line))
          .map((line) => `${path}: ${line.trim()}`),
      );
    expect(asking).toEqual([]);
  });
});

/** Mutable module-level state of `shared/`. Every entry says why it is the same for all cases of a process. */
const KEPT_BY_MODULES: Readonly<Record<string, string>> = {
  'shared/scenario/schema-walk.ts bares': 'keyed by zod schemas, which are constants of the modules themselves',
  'shared/scenario/schema-walk.ts lazies': 'keyed by zod schemas, which are constants of the modules themselves',
  'shared/scenario/schema-walk.ts reaching': 'keyed by zod schemas, which are constants of the modules themselves',
  'shared/scenario/schema-walk.ts wantedBy': 'keyed by zod schemas, which are constants of the modules themselves',
  'shared/scenario/schema-walk.ts texts': 'keyed by the parsed case, for checks that run before a case is compiled',
  'shared/scenario/visit.ts conditions': 'keyed by the parsed case, for checks that run before a case is compiled',
  'shared/scenario/visit.ts effects': 'keyed by the parsed case, for checks that run before a case is compiled',
};

/** Names that a module declares at its top level as a variable or as a mutated collection. */
function changingState(path: string): string[] {
  const text = read(path);
  const variables = [...text.matchAll(/^(?:export )?let (\w+)/gm)].map(([, name = '']) => name);
  const collections = [
    ...text.matchAll(/^(?:export )?const (\w+)(?:: [^=]+)? = (?:new (?:Weak)?(?:Map|Set)\b|\[\]|\{\})/gm),
  ].map(([, name = '']) => name);
  const changes = (name: string) =>
    new RegExp(`\\b${name}\\.(set|add|delete|clear|push|splice)\\(|\\b${name}\\[[^\\]]+\\] = `);
  const weak = [...text.matchAll(/^(?:export )?const (\w+)(?:: [^=]+)? = new Weak(?:Map|Set)\b/gm)].map(
    ([, name = '']) => name,
  );
  return [...variables, ...weak, ...collections.filter((name) => !weak.includes(name) && changes(name).test(text))];
}

describe('shared/ keeps no state between cases', () => {
  it('no module of shared/ has a mutable variable or collection', () => {
    const found = sources('shared').flatMap((path) => changingState(path).map((name) => `${path} ${name}`));
    expect(found.toSorted()).toEqual(Object.keys(KEPT_BY_MODULES).toSorted());
  });
});

describe('budgets', () => {
  const lines = (path: string) => read(path).split('\n').length;

  it('a room or a scene has at most 150 lines', () => {
    const shells = [...sources('server/rooms'), ...sources('client/game').filter((path) => path.includes('scene'))];
    expect(shells.filter((path) => lines(path) > 150).map((path) => `${path}: ${lines(path)}`)).toEqual([]);
  });

  it('the code has no skipped test, no TODO and no loose type', () => {
    const open = new RegExp(
      `\\b(it|test|describe)\\.(skip|only|todo|fixme)\\b|\\b(${['TO', 'DO'].join('')}|${['FIX', 'ME'].join('')})\\b|: any\\b|as any\\b|@ts-(ignore|expect-error|nocheck)`,
    );
    const files = [...sources('client'), ...sources('server'), ...sources('shared'), ...sources('tests')].filter(
      (path) => !path.endsWith('architecture.test.ts'),
    );
    expect(files.filter((path) => open.test(read(path)))).toEqual([]);
  });
});
