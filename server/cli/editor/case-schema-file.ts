/** `<case>/.schema.json`: what editors know of one case, with its own ids. Made anew whenever the case is looked at. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Part } from '../../../shared/scenario/schema/part.ts';
import { Scenario } from '../../../shared/scenario/schema/scenario.ts';
import { readCaseFiles } from '../../cases/scenario-files.ts';
import { editorSchema, schemaText } from './editor-schema.ts';
import { type Offers, offersOf } from './offers.ts';

export const CASE_SCHEMA = '.schema.json';
export const PART_SCHEMA = '.part.schema.json';

/** The schema files of one case by name: for scenario.yaml, and for the files it includes. */
export function caseSchemas(offers: Offers): Record<string, string> {
  return {
    [CASE_SCHEMA]: schemaText(editorSchema(Scenario, offers)),
    [PART_SCHEMA]: schemaText(editorSchema(Part, offers)),
  };
}

/** Writes the schema files of a case where they are not as they should be; gives the names of those it wrote. */
export async function writeCaseSchema(folder: string): Promise<string[]> {
  const offers = offersOf(await readCaseFiles(folder));
  return Object.entries(caseSchemas(offers)).flatMap(([name, text]) => {
    const path = join(folder, name);
    if (existsSync(path) && readFileSync(path, 'utf8') === text) return [];
    writeFileSync(path, text);
    return [name];
  });
}

/**
 * Keeps the schema of a case up to date, where somebody has asked for one. While a text cannot be read it gives no ids, so the
 * last schema stays.
 */
export async function refreshCaseSchema(folder: string): Promise<void> {
  if (!existsSync(join(folder, CASE_SCHEMA))) return;
  const offers = offersOf(await readCaseFiles(folder));
  if ((offers['role'] ?? []).length > 0) await writeCaseSchema(folder);
}
