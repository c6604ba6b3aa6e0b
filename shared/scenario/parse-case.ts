/**
 * From the texts of a case to a compiled scenario and everything that is to be said about them.
 *
 * `files` holds `scenario.yaml`, its law pack as `jurisdictions/<id>.yaml`, one `<language>.yaml` per translation and,
 * where there are any, translations of the law pack as `jurisdictions/<id>.<language>.yaml` and pictures as `art/<name>.svg`.
 */
import { reporter, underCheck } from './case-under-check.ts';
import { artFindings } from './checks/art.ts';
import { CHECKS, LAW_CHECKS } from './checks/all.ts';
import { compileScenario } from './compile-scenario.ts';
import type { CompiledScenario, Translation } from './compiled.ts';
import { contentHash } from './content-hash.ts';
import { diagnose } from './diagnostic-catalogue.ts';
import { byPlace, type Diagnostic, isPlayable } from './diagnostic.ts';
import { mergeIncluded } from './include.ts';
import { Lost } from './lost.ts';
import { parseYaml, type ParseYaml } from './parse-yaml.ts';
import { type CaseFiles, lawFile, MAIN_FILE, type ReadFile, readFile, readShape, readText } from './read-file.ts';
import { Jurisdiction } from './schema/jurisdiction.ts';
import { Scenario } from './schema/scenario.ts';
import { readTranslations } from './translations.ts';

export type { CaseFiles } from './read-file.ts';

export interface ParsedCase {
  /** Set where the case can be played. */
  compiled?: CompiledScenario;
  /** By language; texts of the law pack stand under `law`. */
  translations: Record<string, Translation>;
  /** All findings, by file and place. */
  diagnostics: Diagnostic[];
  hash: string;
}

/** The checked parts of a case; plain data, so it can cross from one process to another. */
export interface CheckedCase extends Omit<ParsedCase, 'compiled'> {
  scenario?: Scenario;
  law?: Jurisdiction;
}

/** `hash` pins exercises to these sources; the edge gives a cryptographic one. Never throws. */
export function parseCase(files: CaseFiles, hash: string = contentHash(files)): ParsedCase {
  const { scenario, law, ...rest } = checkCase(files, hash);
  return scenario && law && isPlayable(rest.diagnostics)
    ? { ...rest, compiled: compileScenario(scenario, law, hash) }
    : rest;
}

/** Reads and checks, without compiling. What is wrong is left out, and all else is checked all the same. */
export function checkCase(
  files: CaseFiles,
  hash: string = contentHash(files),
  parse: ParseYaml = parseYaml,
): CheckedCase {
  const diagnostics: Diagnostic[] = [];
  const main = readMain(files, diagnostics, parse);
  const law = main.raw === undefined ? undefined : readLaw(files, main, diagnostics, parse);
  const lost = new Lost();
  for (const each of [main, law]) if (each) lost.add(each.lost);
  const translations = readTranslations(files, { main, law: law?.value, lost, parse }, diagnostics);
  if (main.value) {
    const subject = underCheck(main.value, law?.value, main.source, diagnostics, lost, law?.source);
    for (const check of CHECKS) check(subject);
  }
  diagnostics.push(...artFindings(files, main.value, main.source));
  if (law?.value) {
    const report = reporter(law.source, diagnostics, law.lost);
    for (const check of LAW_CHECKS) check(law.value, report);
  }
  return {
    ...(main.value && main.whole ? { scenario: main.value } : {}),
    ...(law?.value && law.whole ? { law: law.value } : {}),
    translations,
    diagnostics: diagnostics.sort(byPlace),
    hash,
  };
}

export { MAIN_FILE } from './read-file.ts';

/** scenario.yaml with the files that it includes, as one. */
function readMain(files: CaseFiles, diagnostics: Diagnostic[], parse: ParseYaml): ReadFile<Scenario> {
  const text = readText(files, MAIN_FILE, diagnostics, parse);
  if (text.raw === undefined) return readShape(text, Scenario, diagnostics);
  const merged = mergeIncluded(files, text.raw, text.source, diagnostics, parse);
  merged.lost.add(text.lost);
  return readShape(merged, Scenario, diagnostics);
}

function readLaw(
  files: CaseFiles,
  main: ReadFile<Scenario>,
  diagnostics: Diagnostic[],
  parse: ParseYaml,
): ReadFile<Jurisdiction> | undefined {
  const id = main.raw?.['jurisdiction'];
  if (typeof id !== 'string') return undefined;
  const name = lawFile(id);
  if (files[name] === undefined) {
    diagnostics.push(diagnose('FILE_MISSING', { name }, main.source.file, main.source.valueAt(['jurisdiction'])));
    return undefined;
  }
  return readFile(files, name, Jurisdiction, diagnostics, parse);
}
