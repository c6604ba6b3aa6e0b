/** `baraza schema`: schemas for editors, shared by all cases or for one case. */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { z } from 'zod';
import { refreshCaseSchema } from '../../server/cli/editor/case-schema-file.ts';
import { editorSchema } from '../../server/cli/editor/editor-schema.ts';
import { offersOf } from '../../server/cli/editor/offers.ts';
import { readCaseFiles } from '../../server/cases/scenario-files.ts';
import { knownIds } from '../../shared/scenario/known-ids.ts';
import { parseYaml } from '../../shared/scenario/parse-yaml.ts';
import { parseCase } from '../../shared/scenario/parse-case.ts';
import { referencesOf } from '../../shared/scenario/references.ts';
import { Jurisdiction } from '../../shared/scenario/schema/jurisdiction.ts';
import { Scenario } from '../../shared/scenario/schema/scenario.ts';
import { caseFiles } from '../support/case-files.ts';
import { runBaraza } from '../support/run-baraza.ts';
import { FIXTURES } from '../scenario/fixtures.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'schema-'));
  cpSync(join(FIXTURES, 'smallest'), join(root, 'smallest'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

type Node = z.core.JSONSchema.BaseSchema;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

function trialMatch() {
  const files = caseFiles('trial-match');
  const { compiled } = parseCase(files);
  if (!compiled) throw new Error('Trial Match cannot be played');
  return { files, compiled };
}

/** Every key of the format, with its schema. */
function keysOf(node: Node, path = ''): [string, Node][] {
  const inner = [node.items, node.additionalProperties, ...(node.anyOf ?? []), ...(node.allOf ?? [])].filter(isNode);
  return [
    ...Object.entries(node.properties ?? {}).flatMap(([key, value]): [string, Node][] =>
      isNode(value) ? [[`${path}.${key}`, value], ...keysOf(value, `${path}.${key}`)] : [],
    ),
    ...inner.flatMap((each) => keysOf(each, path)),
    ...Object.entries((node['definitions'] ?? {}) as Record<string, Node>).flatMap(([name, each]) =>
      keysOf(each, name),
    ),
  ];
}

test.each([
  ['scenario', Scenario],
  ['law pack', Jurisdiction],
])('every key of a %s has a description', (_, schema) => {
  const silent = keysOf(editorSchema(schema)).filter(
    ([path, { description, $ref }]) =>
      description === undefined && !/definitions\/keyed-by/.test($ref ?? '') && !path.startsWith('keyed-by'),
  );
  expect(silent.map(([path]) => path)).toEqual([]);
});

test('the schema contains only keywords that editors know', () => {
  expect(JSON.stringify(editorSchema(Scenario))).not.toContain('"names":"');
});

test('the schema offers all ids of a case and its law pack, also the requests that the case could answer', () => {
  const { files, compiled } = trialMatch();
  const { value: law } = parseYaml('taravia.yaml', files['jurisdictions/taravia.yaml'] ?? '');
  const known = knownIds(compiled.scenario, law as Jurisdiction);
  const offers = offersOf(files);
  for (const [kind, ids] of Object.entries(known)) {
    if (kind !== 'holding') expect([...(offers[kind] ?? [])].sort(), kind).toEqual([...ids].sort());
  }
});

test('the editor offers ids wherever the checker follows a reference', () => {
  const { files, compiled } = trialMatch();
  const root = editorSchema(Scenario, offersOf(files));
  const unoffered = referencesOf(compiled.scenario).filter(({ path, id, where }) => {
    const at = where === 'key' ? step(root, path.slice(0, -1), root) : step(root, path, root);
    return !(where === 'key' ? at?.properties?.[id] : (at?.['examples'] as string[] | undefined)?.includes(id));
  });
  expect(unoffered.map(({ path }) => path.join('.'))).toEqual([]);
});

/** The schema of the value at a path. */
function step(node: Node | undefined, path: readonly (string | number)[], top: Node): Node | undefined {
  const here = isNode(node) ? resolved(node, top) : undefined;
  const [next, ...rest] = path;
  if (next === undefined || !here) return here;
  const inside = typeof next === 'number' ? here.items : (here.properties?.[next] ?? here.additionalProperties);
  return isNode(inside) ? step(inside, rest, top) : undefined;
}

function resolved(node: Node, top: Node): Node {
  const ref = node.$ref ?? node.allOf?.[0]?.$ref;
  const definitions = top['definitions'] as Record<string, Node>;
  return ref === undefined ? node : resolved(definitions[ref.replace('#/definitions/', '')] ?? {}, top);
}

test('a case gets a schema with its own ids, which is updated with the case', async () => {
  const schema = join(root, 'smallest', '.schema.json');
  await refreshCaseSchema(join(root, 'smallest'));
  expect(existsSync(schema), 'nobody asked for one yet').toBe(false);
  expect((await runBaraza(['schema', 'smallest'], { cwd: root })).exit).toBe(0);
  expect(readFileSync(schema, 'utf8')).toContain('bus-park');

  const file = join(root, 'smallest', 'scenario.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll('bus-park', 'bus-yard'));
  await refreshCaseSchema(join(root, 'smallest'));
  expect(readFileSync(schema, 'utf8')).toContain('bus-yard');

  writeFileSync(file, 'places: [');
  await refreshCaseSchema(join(root, 'smallest'));
  expect(readFileSync(schema, 'utf8'), 'a broken text takes no ids away').toContain('bus-yard');
  expect(Object.keys(await readCaseFiles(join(root, 'smallest')))).not.toContain('.schema.json');
});

test('--check reports whether the shared schemas are up to date', async () => {
  expect((await runBaraza(['schema', '--check'], { cwd: resolve(root) })).exit).toBe(0);
  expect((await runBaraza(['schema', '--check', 'smallest'], { cwd: root })).exit).toBe(2);
});
