/** The files of the rules, and the test files that can hold them without a server or a browser. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { importsOf, reaching } from './modules.ts';

export const ROOT = join(import.meta.dirname, '../..');

const RULES = ['shared/exercise', 'shared/debrief'];

/** Test files that need more than a module loader, or take minutes for each mutant. */
const LEFT_OUT = [
  'tests/architecture.test.ts',
  'tests/bots/',
  'tests/browser-floor/',
  'tests/cli/',
  'tests/client/',
  'tests/commits/',
  'tests/debrief/evidence.test.ts',
  'tests/docs/',
  'tests/editor/',
  'tests/exercise/apart.test.ts',
  'tests/exercise/properties.test.ts',
  'tests/exercise/waiting.test.ts',
  'tests/gate/',
  'tests/http/',
  'tests/mutation/',
  'tests/playthrough/record-playthrough.test.ts',
  'tests/preview/warm-checker.test.ts',
  'tests/rooms/',
  'tests/rule-mutation/',
  'tests/scenario/files-on-disk.test.ts',
  'tests/scenario/guarded-reading.test.ts',
  'tests/simulation/',
  'tests/storage/',
  'tests/trust/',
  'tests/vocabulary/worked-example.test.ts',
];

/** Quick tests in a folder that is left out. */
const TAKEN_IN = ['tests/trust/leaks/public-channels.test.ts'];

function below(folder: string, ending: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`);
}

export const ruleFiles = (): string[] => RULES.flatMap((folder) => below(folder, '.ts')).toSorted();

/** Test files that import a rule, directly or not. */
export async function provingTests(rules: readonly string[]): Promise<string[]> {
  const candidates = below('tests', '.test.ts').filter(
    (file) => TAKEN_IN.includes(file) || !LEFT_OUT.some((path) => file.startsWith(path)),
  );
  const found = reaching(await importsOf(ROOT, candidates), new Set(rules));
  return candidates.filter((file) => found.has(file)).toSorted();
}
