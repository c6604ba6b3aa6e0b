/** Loads instrumented rules and tests in this process; measures what a test reaches, and runs tests while a mutant is active. */
import { importsOf, Modules, reaching } from './modules.ts';
import { mutate } from './mutants.ts';
import { registeredBy, type RegisteredTest, vitest } from './vitest-stand-in.ts';

export interface Measured {
  file: string;
  name: string;
  /** Milliseconds of processor time, with the loading of the file. */
  ms: number;
  /** How often the test reaches each mutant, by id. */
  reaches: Readonly<Record<string, number>>;
  /** Why the test fails without a mutant; such a test proves nothing. */
  failure?: string;
}

export interface Attempt {
  file: string;
  name: string;
  /** How often the test reaches the mutant while it is inactive. */
  hits: number;
}

/** The name of the test that failed, or undefined if the mutant survived. */
export interface Verdict {
  killedBy?: string;
}

/** The global object by which instrumented sources know the active mutant. */
interface Switch {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  mutantCoverage?: { static: Record<string, number>; perTest: Record<string, Record<string, number>> };
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
}
const GLOBAL = '__stryker__';
const SWITCH: Switch = {};
Object.defineProperty(globalThis, GLOBAL, { value: SWITCH, configurable: true });

/** A mutant that is reached so many times more often than before keeps a loop from ending. */
const HITS_FACTOR = 200;
const HITS_FREE = 10_000;
const TEST = 'measured';

const textOf = (error: unknown): string => (error instanceof Error ? `${error.name}: ${error.message}` : String(error));

export class Runner {
  readonly #modules: Modules;

  private constructor(modules: Modules) {
    this.#modules = modules;
  }

  /** `rules` are mutated; all paths start at the root. */
  static async start(root: string, rules: readonly string[], testFiles: readonly string[]): Promise<Runner> {
    const { sources } = await mutate(root, rules);
    const volatile = reaching(await importsOf(root, testFiles), new Set(rules));
    return new Runner(new Modules(root, volatile, sources, new Map([['vitest', vitest]])));
  }

  /** Runs each test of a file alone, after a fresh load. */
  async measure(file: string): Promise<Measured[]> {
    const measured: Measured[] = [];
    const names = this.#open(file).map(({ name }) => name);
    for (const [index, name] of names.entries()) {
      SWITCH.mutantCoverage = { static: {}, perTest: {} };
      SWITCH.currentTestId = TEST;
      const began = process.cpuUsage();
      const failure = await this.#failure(() => this.#open(file)[index]);
      const { user, system } = process.cpuUsage(began);
      SWITCH.currentTestId = undefined;
      const reaches = SWITCH.mutantCoverage.perTest[TEST] ?? {};
      measured.push({ file, name, ms: (user + system) / 1000, reaches, ...(failure !== undefined && { failure }) });
    }
    return measured;
  }

  /** Runs the tests in order until one fails. A failure after another test counts only if a fresh load fails, too. */
  async judge(mutant: string, attempts: readonly Attempt[]): Promise<Verdict> {
    const opened = new Map<string, Map<string, RegisteredTest>>();
    for (const attempt of attempts) {
      const isFresh = !opened.has(attempt.file);
      let isKilled = await this.#fails(mutant, attempt, opened);
      if (isKilled && !isFresh) {
        opened.delete(attempt.file);
        isKilled = await this.#fails(mutant, attempt, opened);
      }
      if (isKilled) return { killedBy: `${attempt.file} > ${attempt.name}` };
    }
    return {};
  }

  async #fails(
    mutant: string,
    { file, name, hits }: Attempt,
    opened: Map<string, Map<string, RegisteredTest>>,
  ): Promise<boolean> {
    SWITCH.hitCount = 0;
    SWITCH.hitLimit = hits * HITS_FACTOR + HITS_FREE;
    SWITCH.activeMutant = mutant;
    const failure = await this.#failure(() => {
      const known = opened.get(file) ?? new Map(this.#open(file).map((one) => [one.name, one]));
      opened.set(file, known);
      return known.get(name);
    });
    SWITCH.activeMutant = undefined;
    SWITCH.hitCount = undefined;
    return failure !== undefined;
  }

  #open(file: string): RegisteredTest[] {
    this.#modules.forget();
    return registeredBy(() => this.#modules.load(file));
  }

  async #failure(find: () => RegisteredTest | undefined): Promise<string | undefined> {
    try {
      const test = find();
      if (!test) throw new Error('the test does not exist');
      await test.run();
      return undefined;
    } catch (error) {
      return textOf(error);
    }
  }
}
