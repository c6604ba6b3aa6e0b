/** `baraza schema`: writes what editors use to complete and correct a scenario: scenarios/scenario.schema.json. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { z } from 'zod';
import { Jurisdiction } from '../../shared/scenario/schema/jurisdiction.ts';
import { Scenario } from '../../shared/scenario/schema/scenario.ts';

const FILES = {
  'scenario.schema.json': () => schemaText(Scenario),
  'jurisdiction.schema.json': () => schemaText(Jurisdiction),
};

/** Draft 7, as editors know it; defaults may be left out, as authors write. */
function schemaText(schema: z.ZodType): string {
  return `${JSON.stringify(z.toJSONSchema(schema, { target: 'draft-7', io: 'input' }), undefined, 1)}\n`;
}

/** The files as they should be, by name. */
export const editorSchemas = (): Record<string, string> =>
  Object.fromEntries(Object.entries(FILES).map(([name, make]) => [name, make()]));

const pathOf = (name: string): string => fileURLToPath(new URL(`../../scenarios/${name}`, import.meta.url));

export function writeEditorSchemas(): void {
  for (const [name, text] of Object.entries(editorSchemas())) writeFileSync(pathOf(name), text);
}

/** Names of files that are not as the code says. */
export const oldSchemas = (): string[] =>
  Object.entries(editorSchemas()).flatMap(([name, text]) =>
    existsSync(pathOf(name)) && readFileSync(pathOf(name), 'utf8') === text ? [] : [name],
  );

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (process.argv.includes('--check')) {
    const old = oldSchemas();
    if (old.length > 0) process.stderr.write(`Not up to date: ${old.join(', ')}. Run \`npx baraza schema\`.\n`);
    process.exitCode = old.length > 0 ? 1 : 0;
  } else writeEditorSchemas();
}
