/** `baraza schema`: writes the JSON schemas for editors and the tables of the format reference. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Jurisdiction } from '../../shared/scenario/schema/jurisdiction.ts';
import { Part } from '../../shared/scenario/schema/part.ts';
import { Scenario } from '../../shared/scenario/schema/scenario.ts';
import { editorSchema, schemaText } from './editor/editor-schema.ts';
import { GENERATED, referenceTables } from './reference.ts';

const pathOf = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url));

const FILES = {
  'scenarios/scenario.schema.json': () => schemaText(editorSchema(Scenario)),
  'scenarios/part.schema.json': () => schemaText(editorSchema(Part)),
  'scenarios/jurisdiction.schema.json': () => schemaText(editorSchema(Jurisdiction)),
  'docs/authoring/reference.md': () => `${handWritten('docs/authoring/reference.md')}${referenceTables()}`,
};

/** The part above the marker. */
const handWritten = (name: string): string => readFileSync(pathOf(name), 'utf8').split(GENERATED)[0] ?? '';

/** The current content of the generated files, by name. */
export const editorSchemas = (): Record<string, string> =>
  Object.fromEntries(Object.entries(FILES).map(([name, make]) => [name, make()]));

/** Writes the files that are out of date and returns their names. */
export function writeEditorSchemas(): string[] {
  const all = editorSchemas();
  const outdated = outdatedSchemas(all);
  for (const name of outdated) writeFileSync(pathOf(name), all[name] ?? '');
  return outdated;
}

/** Names of generated files that are missing or out of date. */
export const outdatedSchemas = (all = editorSchemas()): string[] =>
  Object.entries(all).flatMap(([name, text]) =>
    existsSync(pathOf(name)) && readFileSync(pathOf(name), 'utf8') === text ? [] : [name],
  );
