/**
 * Finds rules without a test that fails without them: changes one place of `shared/exercise` or `shared/debrief` at a
 * time, and runs the tests that reach this place.
 *
 *   npm run mutate:rules                                  all rules: more than an hour on two cores
 *   npm run mutate:rules -- shared/debrief/for-desk.ts    the rules whose path starts so: minutes
 *
 * A mutant that survives needs a test that kills it, or an entry in `explained/`. The last lines list those without either.
 * `test-results/rule-mutation/killers.json` remembers which test killed a mutant, and that test is tried first the next time.
 * Exit codes: 0 every survivor is explained, 1 some are not, 2 no rule has this path.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { explains, explanations } from './explained.ts';
import { provingTests, ROOT, ruleFiles } from './files.ts';
import { type Mutant, mutate, nameOf } from './mutants.ts';
import { Pool } from './pool.ts';
import type { Attempt, Measured } from './runner.ts';

/** Processor time spent on one mutant, in milliseconds, as far as its tests are known to take. Only survivors take all of it. */
const ENOUGH_MS = 15_000;
/** A test that takes longer is not tried. */
const SLOW_MS = 4000;
const MEASURING_LIMIT_MS = 900_000;
/** A mutant may take this many times longer than its tests, and this much beside them. */
const HUNG_FACTOR = 20;
const HUNG_MS = 60_000;
const PROGRESS_EVERY = 100;
const KILLERS = join(ROOT, 'test-results', 'rule-mutation', 'killers.json');

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const titleOf = ({ file, name }: Measured): string => `${file} > ${name}`;

async function measureAll(pool: Pool, files: readonly string[]): Promise<Measured[]> {
  const all: Measured[] = [];
  await pool.each(files, async (file, ask) => {
    const outcome = await ask({ ask: 'measure', file }, MEASURING_LIMIT_MS);
    if (typeof outcome === 'string' || !('measured' in outcome)) throw new Error(`${file} could not be measured`);
    all.push(...outcome.measured);
  });
  for (const test of all.filter(({ failure }) => failure !== undefined))
    say(`not used, it fails here without a mutant: ${titleOf(test)}: ${test.failure}`);
  return all.filter(({ failure }) => failure === undefined).toSorted((one, other) => one.ms - other.ms);
}

/**
 * The tests to try on a mutant: the one that killed it before, then those that reach the next mutant as well, then the
 * quickest. A function that is declared while its file is loaded is reached by every test, the mutants inside it only by
 * tests that call it.
 */
function testsFor({ id }: Mutant, measured: readonly Measured[], killer: string | undefined): Measured[] {
  const reaching = measured.filter(({ reaches, ms }) => reaches[id] !== undefined && ms < SLOW_MS);
  const isFirst = (test: Measured): boolean => titleOf(test) === killer;
  const isCaller = ({ reaches }: Measured): boolean => reaches[Number(id) + 1] !== undefined;
  const first = [...reaching.filter(isFirst), ...reaching.filter((test) => isCaller(test) && !isFirst(test))];
  const chosen: Measured[] = [];
  let spent = 0;
  for (const test of [...first, ...reaching.filter((one) => !first.includes(one))]) {
    if (spent > ENOUGH_MS) break;
    chosen.push(test);
    spent += test.ms;
  }
  return chosen;
}

/** Judges each mutant. Returns the survivors, and the killer of each other by its name. */
async function judgeAll(
  pool: Pool,
  mutants: readonly Mutant[],
  measured: readonly Measured[],
  before: Readonly<Record<string, string>>,
): Promise<{ survivors: Mutant[]; killers: Record<string, string> }> {
  const survivors: Mutant[] = [];
  const killers: Record<string, string> = { ...before };
  let judged = 0;
  await pool.each(mutants, async (mutant, ask) => {
    const name = nameOf(mutant);
    const tests = testsFor(mutant, measured, before[name]);
    const attempts: Attempt[] = tests.map((test) => ({
      file: test.file,
      name: test.name,
      hits: test.reaches[mutant.id] ?? 0,
    }));
    const limit = HUNG_MS + HUNG_FACTOR * tests.reduce((sum, { ms }) => sum + ms, 0);
    const outcome = attempts.length > 0 ? await ask({ ask: 'judge', mutant: mutant.id, attempts }, limit) : undefined;
    const killedBy =
      typeof outcome === 'string' ? outcome : outcome && 'verdict' in outcome && outcome.verdict.killedBy;
    if (killedBy) killers[name] = killedBy;
    else survivors.push(mutant);
    judged += 1;
    if (judged % PROGRESS_EVERY === 0) say(`${judged} of ${mutants.length}, ${survivors.length} survived`);
  });
  return { survivors, killers };
}

async function main(prefix = ''): Promise<number> {
  const rules = ruleFiles();
  if (!rules.some((file) => file.startsWith(prefix))) {
    process.stderr.write(`no rule has a path that starts with ${prefix}\n`);
    return 2;
  }
  const all = (await mutate(ROOT, rules)).mutants.filter(({ file }) => file.startsWith(prefix));
  const entries = explanations();
  const mutants = all.filter((mutant) => !entries.some((entry) => explains(entry, mutant)));
  const files = await provingTests(rules);
  say(`${all.length} mutants, ${all.length - mutants.length} of them explained; ${files.length} test files`);

  const pool = new Pool(ROOT, rules, files);
  const measured = await measureAll(pool, files);
  const before = existsSync(KILLERS) ? (JSON.parse(readFileSync(KILLERS, 'utf8')) as Record<string, string>) : {};
  const { survivors, killers } = await judgeAll(pool, mutants, measured, before);
  pool.stop();
  mkdirSync(dirname(KILLERS), { recursive: true });
  writeFileSync(KILLERS, JSON.stringify(killers));

  const inOrder = survivors.toSorted((one, other) => mutants.indexOf(one) - mutants.indexOf(other));
  for (const { file, line, column, was, becomes } of inOrder) say(`${file}:${line}:${column} ${was} => ${becomes}`);
  say(
    `${mutants.length - survivors.length} killed, ${all.length - mutants.length} explained, ${survivors.length} survived without an explanation`,
  );
  return survivors.length > 0 ? 1 : 0;
}

process.exitCode = await main(process.argv[2]);
