/** `<case>/.schema.json`: the JSON schema of one case with its own ids, for editors. `check --watch` keeps it up to date. */
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

/** Writes the schema files of a case that are out of date; returns their names. */
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
 * Updates the schema of a case if it has one. A file that cannot be parsed yields no ids, so the last schema stays until it can.
 */
export async function refreshCaseSchema(folder: string): Promise<void> {
  if (!existsSync(join(folder, CASE_SCHEMA))) return;
  const offers = offersOf(await readCaseFiles(folder));
  if ((offers['role'] ?? []).length > 0) await writeCaseSchema(folder);
}
