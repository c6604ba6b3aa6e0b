/** The files of a case in the repository, under the names that `parseCase` expects. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SCENARIOS = 'scenarios';

/** Folders of `scenarios/` that contain a case. */
export const caseIds = (): string[] =>
  readdirSync(SCENARIOS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && readdirSync(join(SCENARIOS, entry.name)).includes('scenario.yaml'))
    .map(({ name }) => name);

const yamlIn = (folder: string): string[] => readdirSync(folder).filter((name) => name.endsWith('.yaml'));

/** Scenario, translations and all law packs. */
export function caseFiles(id: string): Record<string, string> {
  const [own, laws] = [join(SCENARIOS, id), join(SCENARIOS, 'jurisdictions')];
  const texts = yamlIn(own).filter((name) => !name.endsWith('.playthrough.yaml'));
  return Object.fromEntries([
    ...texts.map((name) => [name, readFileSync(join(own, name), 'utf8')]),
    ...yamlIn(laws).map((name) => [`jurisdictions/${name}`, readFileSync(join(laws, name), 'utf8')]),
  ]);
}

/** The playthroughs of a case: path and text. */
export const playthroughsOf = (id: string): { path: string; text: string }[] =>
  readdirSync(join(SCENARIOS, id))
    .filter((name) => name.endsWith('.playthrough.yaml'))
    .map((name) => ({ path: join(SCENARIOS, id, name), text: readFileSync(join(SCENARIOS, id, name), 'utf8') }));
