/**
 * Loads test files and what they import in this process, as often as wanted.
 *
 * Modules that reach a mutated source are evaluated again for each fresh load, so that no table, cache or played class made under
 * one mutant is seen by the next. All others, and packages, are evaluated once.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compileFunction } from 'node:vm';
import { build, transformSync } from 'esbuild';

type Exports = Record<string, unknown>;
type Body = (module: { exports: Exports }, exports: Exports, require: (name: string) => unknown) => void;

/** Imports by file, both as paths from the root. */
type Graph = Map<string, string[]>;

/** Everything the files reach, without packages and without imports of types. */
export async function importsOf(root: string, files: readonly string[]): Promise<Graph> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [...files],
    bundle: true,
    metafile: true,
    write: false,
    outdir: 'unwritten',
    packages: 'external',
    platform: 'node',
    format: 'esm',
    logLevel: 'silent',
  });
  return new Map(
    Object.entries(metafile.inputs).map(([path, { imports }]) => [
      path,
      imports.filter(({ external }) => external !== true).map((one) => one.path),
    ]),
  );
}

/** The files from which a path of imports leads to one of the targets, and the targets themselves. */
export function reaching(graph: Graph, targets: ReadonlySet<string>): Set<string> {
  const found = new Set(targets);
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const [file, imports] of graph) if (imports.some((one) => found.has(one))) found.add(file);
  }
  return found;
}

/** The checks of a case take a second and belong to no mutated folder, so each case is parsed once. */
const REMEMBERED = new Map([['shared/scenario/parse-case.ts', 'parseCase']]);

function remember(exports: Exports, name: string): Exports {
  const known = new Map<string, unknown>();
  const parse = exports[name] as (...given: unknown[]) => unknown;
  const remembered = (...given: unknown[]): unknown => {
    const key = createHash('sha1').update(JSON.stringify(given)).digest('hex');
    if (!known.has(key)) known.set(key, parse(...given));
    return known.get(key);
  };
  return { ...exports, [name]: remembered };
}

export class Modules {
  readonly #root: string;
  /** Modules that are evaluated again after `forget`. */
  readonly #volatile: ReadonlySet<string>;
  readonly #sources: ReadonlyMap<string, string>;
  readonly #packages: NodeJS.Require;
  /** Packages, stand-ins for packages, and JSON. */
  readonly #given: Map<string, unknown>;
  readonly #bodies = new Map<string, Body>();
  readonly #lasting = new Map<string, { exports: Exports }>();
  #fresh = new Map<string, { exports: Exports }>();

  constructor(
    root: string,
    volatile: ReadonlySet<string>,
    sources: ReadonlyMap<string, string>,
    standIns: ReadonlyMap<string, unknown>,
  ) {
    this.#root = root;
    this.#volatile = volatile;
    this.#sources = sources;
    this.#packages = createRequire(join(root, 'package.json'));
    this.#given = new Map(standIns);
  }

  forget(): void {
    this.#fresh = new Map();
  }

  load(path: string): Exports {
    const loaded = this.#volatile.has(path) ? this.#fresh : this.#lasting;
    const known = loaded.get(path);
    if (known) return known.exports;
    const module = { exports: {} as Exports };
    loaded.set(path, module);
    this.#body(path)(module, module.exports, (name) => this.#require(path, name));
    const name = REMEMBERED.get(path);
    if (name !== undefined) module.exports = remember(module.exports, name);
    return module.exports;
  }

  #require(from: string, name: string): unknown {
    const path = name.startsWith('.') ? resolve('/', dirname(from), name).slice(1) : name;
    if (path !== name && !path.endsWith('.json')) return this.load(path);
    const known = this.#given.get(path);
    if (known !== undefined) return known;
    const given: unknown = path === name ? this.#packages(name) : this.#packages(`./${path}`);
    this.#given.set(path, given);
    return given;
  }

  #body(path: string): Body {
    const known = this.#bodies.get(path);
    if (known) return known;
    const file = join(this.#root, path);
    const { code } = transformSync(this.#sources.get(path) ?? readFileSync(file, 'utf8'), {
      loader: path.endsWith('.tsx') ? 'tsx' : 'ts',
      format: 'cjs',
      target: 'node20',
      platform: 'node',
      sourcefile: path,
      supported: { 'dynamic-import': false },
      define: {
        'import.meta.dirname': JSON.stringify(dirname(file)),
        'import.meta.url': JSON.stringify(pathToFileURL(file).href),
      },
    });
    const body = compileFunction(code, ['module', 'exports', 'require'], { filename: file }) as Body;
    this.#bodies.set(path, body);
    return body;
  }
}
