/** `baraza schema`: writes what editors use to complete and correct a scenario, and the tables of the language reference. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { GENERATED, referenceTables } from './reference.ts';
import { Jurisdiction } from '../../shared/scenario/schema/jurisdiction.ts';
import { Part, PART_SECTIONS } from '../../shared/scenario/schema/part.ts';
import { Scenario } from '../../shared/scenario/schema/scenario.ts';

const pathOf = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url));

const FILES = {
  'scenarios/scenario.schema.json': () => scenarioSchemaText(),
  'scenarios/part.schema.json': () => schemaText(Part),
  'scenarios/jurisdiction.schema.json': () => schemaText(Jurisdiction),
  'docs/authoring/reference.md': () => `${handWritten('docs/authoring/reference.md')}${referenceTables()}`,
};

/** What an author of the docs wrote above the mark. */
const handWritten = (name: string): string => readFileSync(pathOf(name), 'utf8').split(GENERATED)[0] ?? '';

/** Draft 7, as editors know it; defaults may be left out, as authors write. */
function schemaText(schema: z.ZodType): string {
  return `${JSON.stringify(z.toJSONSchema(schema, { target: 'draft-7', io: 'input' }), undefined, 1)}\n`;
}

/** Sections may stand in included files: they are asked for only where nothing is included. */
function scenarioSchemaText(): string {
  const schema = z.toJSONSchema(Scenario, { target: 'draft-7', io: 'input' });
  const { definitions } = schema as { definitions?: Record<string, z.core.JSONSchema.BaseSchema> };
  const main = definitions?.['Scenario'];
  if (!main) throw new Error('the schema of a case does not name it');
  const inParts = new Set<string>(PART_SECTIONS);
  const needed = main.required ?? [];
  main.if = { not: { required: ['include'] } };
  main.then = { required: needed.filter((key) => inParts.has(key)) };
  main.required = needed.filter((key) => !inParts.has(key));
  return `${JSON.stringify(schema, undefined, 1)}\n`;
}

/** The files as they should be, by name. */
export const editorSchemas = (): Record<string, string> =>
  Object.fromEntries(Object.entries(FILES).map(([name, make]) => [name, make()]));

export function writeEditorSchemas(): void {
  for (const [name, text] of Object.entries(editorSchemas())) writeFileSync(pathOf(name), text);
}

/** Names of files that are not as the code says. */
export const oldSchemas = (): string[] =>
  Object.entries(editorSchemas()).flatMap(([name, text]) =>
    existsSync(pathOf(name)) && readFileSync(pathOf(name), 'utf8') === text ? [] : [name],
  );
