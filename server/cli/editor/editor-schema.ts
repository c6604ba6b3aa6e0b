/**
 * The JSON Schema for editors (draft 7). It suggests ids as `examples` and as optional keys, never as an enumeration: a schema
 * that is older than the file must not reject a new id. `baraza check` reports unknown ids.
 */
import { z } from 'zod';
import { comparableFields, EVENT_TYPES } from '../../../shared/vocabulary/events.ts';
import { HAPPENED_FIELDS } from '../../../shared/vocabulary/events.ts';
import { PART_SECTIONS } from '../../../shared/scenario/schema/part.ts';
import { type Offers, STANDING_OFFERS } from './offers.ts';
import { SNIPPETS } from './snippets.ts';

type Node = z.core.JSONSchema.BaseSchema;

/** The schema of one kind of file; `offers` are the ids to suggest. */
export function editorSchema(schema: z.ZodType, offers: Offers = STANDING_OFFERS): Node {
  const root: Node = z.toJSONSchema(schema, { target: 'draft-7', io: 'input' });
  const definitions = definitionsOf(root);
  const shared = new Map<string, Node>();
  for (const node of everyNode(root)) {
    offerValues(node, offers);
    offerKeys(node, offers, shared, definitions);
    offerFields(node, offers);
  }
  for (const node of everyNode(root)) delete node['names'];
  if (definitions['Scenario'] ?? definitions['Part']) addSnippets(root);
  letPartsHoldSections(definitions['Scenario']);
  return root;
}

export const schemaText = (schema: Node): string => `${JSON.stringify(schema, undefined, 1)}\n`;

function definitionsOf(root: Node): Record<string, Node> {
  root['definitions'] ??= {};
  return root['definitions'] as Record<string, Node>;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The node and all schemas in it. */
function everyNode(node: Node): Node[] {
  const inside = [node.items, node.additionalProperties, node.propertyNames, node.not, node.if, node.then];
  const lists = [node.anyOf, node.allOf, node.oneOf, Array.isArray(node.items) ? node.items : []];
  const maps = [node.properties, node['definitions']];
  const found = [
    ...inside,
    ...lists.flatMap((list) => list ?? []),
    ...maps.flatMap((map) => Object.values(map ?? {})),
  ].filter(isNode);
  return [node, ...found.flatMap(everyNode)];
}

function offerValues(node: Node, offers: Offers): void {
  const kind = node['names'];
  if (typeof kind !== 'string') return;
  const ids = offers[kind] ?? [];
  if (ids.length > 0) node['examples'] = [...ids];
  else delete node['examples'];
}

/** Suggests known ids as keys of maps that are keyed by id (`near`, `supports`, `on`). */
function offerKeys(node: Node, offers: Offers, shared: Map<string, Node>, definitions: Record<string, Node>): void {
  const kind = isNode(node.propertyNames) ? node.propertyNames['names'] : undefined;
  const value = node.additionalProperties;
  if (typeof kind !== 'string' || !isNode(value)) return;
  const ids = offers[kind] ?? [];
  if (ids.length === 0) return;
  const text = JSON.stringify(value);
  const name = `keyed-by-${kind}-${[...shared.keys()].indexOf(text) + 1 || shared.size + 1}`;
  if (!shared.has(text)) {
    shared.set(text, value);
    definitions[name] = value;
  }
  const ref = { $ref: `#/definitions/${name}` };
  node.additionalProperties = ref;
  node.properties = Object.fromEntries(ids.map((id) => [id, ref]));
}

/** Describes the event fields of a condition and suggests their values. */
function offerFields(node: Node, offers: Offers): void {
  const properties = node.properties;
  if (properties?.['happened'] === undefined) return;
  for (const field of HAPPENED_FIELDS) {
    const kinds = new Set(EVENT_TYPES.flatMap((event) => comparableFields(event)?.[field] ?? []));
    const events = EVENT_TYPES.filter((event) => comparableFields(event)?.[field] !== undefined);
    const ids = [...new Set([...kinds].flatMap((kind) => offers[kind] ?? []))];
    const at = properties[field];
    if (!isNode(at) || at['description'] !== undefined) continue;
    at['description'] =
      `Beside \`happened\`: only events whose field has this value. Events with this field: ${events.join(', ')}.`;
    if (ids.length > 0) at['examples'] = ids;
  }
}

/** Makes sections optional if the case includes files, because an included file may hold them. */
function letPartsHoldSections(main: Node | undefined): void {
  if (!main) return;
  const inParts = new Set<string>(PART_SECTIONS);
  const needed = main.required ?? [];
  main.if = { not: { required: ['include'] } };
  // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
  main.then = { required: needed.filter((key) => inParts.has(key)) };
  main.required = needed.filter((key) => !inParts.has(key));
}

/** Adds snippets to the sections that can hold them. */
function addSnippets(root: Node): void {
  for (const node of everyNode(root)) {
    for (const [section, snippets] of Object.entries(SNIPPETS)) {
      const at = node.properties?.[section];
      if (isNode(at) && isNode(at.additionalProperties)) at['defaultSnippets'] = snippets;
    }
  }
}
