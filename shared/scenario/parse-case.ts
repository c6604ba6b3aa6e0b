/**
 * Parses the texts of a case into a compiled scenario and its diagnostics.
 *
 * `files` holds `scenario.yaml`, its law pack as `jurisdictions/<id>.yaml`, one `<language>.yaml` per translation and,
 * if present, translations of the law pack as `jurisdictions/<id>.<language>.yaml` and pictures as `art/<name>.svg`.
 */
import { collect, runChecks } from './case-under-check.ts';
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
  /** Set if the case can be played. */
  compiled?: CompiledScenario;
  /** By language; texts of the law pack are under `law`. */
  translations: Record<string, Translation>;
  /** All diagnostics, by file and place. */
  diagnostics: Diagnostic[];
  hash: string;
}

/** The checked parts of a case; plain data, so it can cross between processes. */
export interface CheckedCase extends Omit<ParsedCase, 'compiled'> {
  scenario?: Scenario;
  law?: Jurisdiction;
}

/** `hash` pins exercises to these sources; the server passes a cryptographic one. Never throws. */
export function parseCase(files: CaseFiles, hash: string = contentHash(files)): ParsedCase {
  const { scenario, law, ...rest } = checkCase(files, hash);
  return scenario && law && isPlayable(rest.diagnostics)
    ? { ...rest, compiled: compileScenario(scenario, law, hash) }
    : rest;
}

/** Reads and checks without compiling. Invalid parts are left out, and the rest is still checked. */
export function checkCase(
  files: CaseFiles,
  hash: string = contentHash(files),
  parse: ParseYaml = parseYaml,
): CheckedCase {
  const main = readMain(files, parse);
  const { law, diagnostics: lawFindings } = readLaw(files, main, parse);
  const lost = new Lost();
  for (const each of [main, law]) if (each) lost.add(each.lost);
  const { translations, diagnostics: ofTranslations } = readTranslations(files, { main, law: law?.value, lost, parse });
  const diagnostics = [
    ...main.diagnostics,
    ...lawFindings,
    ...ofTranslations,
    ...(main.value ? runChecks(CHECKS, main.value, law?.value, { source: main.source, lost, law: law?.source }) : []),
    ...artFindings(files, main.value, main.source),
    ...(law ? checkLaw(law) : []),
  ];
  return {
    ...(main.value && main.whole ? { scenario: main.value } : {}),
    ...(law?.value && law.whole ? { law: law.value } : {}),
    translations,
    diagnostics: diagnostics.sort(byPlace),
    hash,
  };
}

export { MAIN_FILE } from './read-file.ts';

/** scenario.yaml merged with its included files. */
function readMain(files: CaseFiles, parse: ParseYaml): ReadFile<Scenario> {
  const text = readText(files, MAIN_FILE, parse);
  if (text.raw === undefined) return readShape(text, Scenario);
  const merged = mergeIncluded(files, text.raw, text.source, parse);
  merged.lost.add(text.lost);
  return readShape({ ...merged, diagnostics: [...text.diagnostics, ...merged.diagnostics] }, Scenario);
}

/** The law pack of the case; undefined if the case names none or the file is missing. */
function readLaw(
  files: CaseFiles,
  main: ReadFile<Scenario>,
  parse: ParseYaml,
): { law?: ReadFile<Jurisdiction>; diagnostics: readonly Diagnostic[] } {
  const id = main.raw?.['jurisdiction'];
  if (typeof id !== 'string') return { diagnostics: [] };
  const name = lawFile(id);
  if (files[name] === undefined) {
    const at = main.source.valueAt(['jurisdiction']);
    return { diagnostics: [diagnose('FILE_MISSING', { name }, main.source.file, at)] };
  }
  const law = readFile(files, name, Jurisdiction, parse);
  return { law, diagnostics: law.diagnostics };
}

function checkLaw({ value, source, lost }: ReadFile<Jurisdiction>): Diagnostic[] {
  if (value === undefined) return [];
  return collect({ source, lost }, (report) => {
    for (const check of LAW_CHECKS) check(value, report);
  });
}
