/** `baraza schema`: writes what editors use to complete and correct a scenario, and the tables of the language reference. */
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

/** What an author of the docs wrote above the mark. */
const handWritten = (name: string): string => readFileSync(pathOf(name), 'utf8').split(GENERATED)[0] ?? '';

/** The files as they should be, by name. */
export const editorSchemas = (): Record<string, string> =>
  Object.fromEntries(Object.entries(FILES).map(([name, make]) => [name, make()]));

/** Writes those that are not as they should be, and names them. */
export function writeEditorSchemas(): string[] {
  const all = editorSchemas();
  const old = oldSchemas(all);
  for (const name of old) writeFileSync(pathOf(name), all[name] ?? '');
  return old;
}

/** Names of files that are not as the code says. */
export const oldSchemas = (all = editorSchemas()): string[] =>
  Object.entries(all).flatMap(([name, text]) =>
    existsSync(pathOf(name)) && readFileSync(pathOf(name), 'utf8') === text ? [] : [name],
  );
