/** Generates the tables of the format reference from the schemas, so that they match the code. */
import { z } from 'zod';
import { EVENT_TYPES, comparableFields } from '../../shared/vocabulary/events.ts';
import { Condition, EVENT_FIELD_KEYS } from '../../shared/vocabulary/conditions.ts';
import { Effect } from '../../shared/scenario/schema/effects.ts';
import { Jurisdiction } from '../../shared/scenario/schema/jurisdiction.ts';
import { Scenario } from '../../shared/scenario/schema/scenario.ts';
import { ChartState } from '../../shared/scenario/schema/statecharts.ts';

interface Shape {
  $ref?: string;
  type?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: Shape[];
  items?: Shape | Shape[];
  properties?: Record<string, Shape>;
  required?: string[];
  additionalProperties?: Shape | boolean;
  description?: string;
  default?: unknown;
  definitions?: Record<string, Shape>;
  allOf?: Shape[];
  pattern?: string;
  minimum?: number;
  maximum?: number;
}

/** Schemas with their own chapter; other tables link to it. */
const CHAPTERS: readonly [z.ZodType, string][] = [
  [Condition, '[condition](#conditions)'],
  [Effect, '[effect](#effects)'],
  [ChartState, '[state](#states)'],
];

function shapeOf(schema: z.ZodType): Shape {
  return z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
    reused: 'inline',
    override: ({ zodSchema, jsonSchema, path }) => {
      const read: unknown = zodSchema;
      const chapter = path.length === 0 ? undefined : CHAPTERS.find(([each]) => each !== schema && each === read)?.[1];
      if (chapter === undefined) return;
      for (const key of Object.keys(jsonSchema)) delete (jsonSchema as Record<string, unknown>)[key];
      jsonSchema.const = chapter;
    },
  }) as Shape;
}

interface Row {
  key: string;
  what: string;
  needed: boolean;
  says: string;
}

/** One row per key, inner keys after their outer one as `outer.inner`; `<id>` stands for an id that the author chooses. */
function rows(shape: Shape, root: Shape, path = '', within: readonly Shape[] = []): Row[] {
  const here = resolve(shape, root);
  // A recursive schema is listed once.
  if (within.includes(here)) return [];
  const inside = [...within, here];
  const inner = Array.isArray(here.items) ? undefined : here.items;
  if (inner) return rows(inner, root, `${path}[]`, inside);
  if (typeof here.additionalProperties === 'object')
    return rows(here.additionalProperties, root, join(path, '<id>'), inside);
  return Object.entries(here.properties ?? {}).flatMap(([key, child]) => {
    const name = join(path, key);
    const row = {
      key: name,
      what: typeName(child, root),
      needed: here.required?.includes(key) === true && child.default === undefined,
      says: describe(child, root),
    };
    return [row, ...rows(child, root, name, inside)];
  });
}

const join = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);

function resolve(shape: Shape, root: Shape): Shape {
  const all = shape.allOf?.[0];
  if (all) return resolve({ ...all, ...shape, allOf: [] as Shape[] }, root);
  const name = shape.$ref?.replace('#/definitions/', '');
  const target = name === undefined ? undefined : name === '#' ? root : root.definitions?.[name];
  return target ? resolve(target, root) : shape;
}

function typeName(shape: Shape, root: Shape): string {
  const here = resolve(shape, root);
  if (shape.$ref !== undefined && here === resolve(root, root)) return 'recursive';
  if (typeof here.const === 'string' && here.const.startsWith('[')) return here.const;
  if (here.const !== undefined) return `\`${JSON.stringify(here.const)}\``;
  if (here.enum) return here.enum.map((value) => `\`${String(value)}\``).join(', ');
  if (here.anyOf) return [...new Set(here.anyOf.map((each) => typeName(each, root)))].join(' or ');
  if (Array.isArray(here.items)) return `list of ${here.items.length}`;
  if (here.items) return `list of ${typeName(here.items, root)}`;
  if (typeof here.additionalProperties === 'object') return `by id: ${typeName(here.additionalProperties, root)}`;
  if (here.properties) return 'keys';
  const names: Record<string, string> = {
    string: 'text',
    integer: 'whole number',
    number: 'number',
    boolean: '`true`/`false`',
  };
  return names[here.type ?? ''] ?? 'value';
}

function describe(shape: Shape, root: Shape): string {
  const said = shape.description ?? resolve(shape, root).description ?? '';
  const usual = shape.default;
  const plain =
    usual === undefined || (typeof usual === 'object' && JSON.stringify(usual).length > 40)
      ? undefined
      : JSON.stringify(usual);
  return [said, plain === undefined ? '' : `Default: \`${plain}\`.`]
    .filter((part) => part !== '')
    .join(' ')
    .replaceAll('|', '\\|');
}

function table(schema: z.ZodType, without: ReadonlySet<string> = new Set()): string {
  const shape = shapeOf(schema);
  const told = rows(shape, shape).filter(({ key }) => !without.has(key));
  const lines = told.map(
    ({ key, what, needed, says }) =>
      `| \`${key}\` | ${what.replaceAll('|', '\\|')} | ${needed ? 'yes' : ''} | ${says} |`,
  );
  return ['| Key | Value | Required | Meaning |', '|---|---|---|---|', ...lines].join('\n');
}

function eventTable(): string {
  const lines = EVENT_TYPES.map((event) => {
    const fields = Object.entries(comparableFields(event) ?? {}).filter(([, kind]) => kind !== 'made-in-play');
    return `| \`${event}\` | ${fields.map(([field]) => `\`${field}\``).join(', ')} |`;
  });
  return ['| `happened:` | Comparable fields |', '|---|---|', ...lines].join('\n');
}

/** Fields of events; the table of events lists them. */
const EVENT_FIELDS: ReadonlySet<string> = new Set(EVENT_FIELD_KEYS);

/** Everything after this marker in docs/authoring/reference.md is generated. */
export const GENERATED = '<!-- From here on written by `npx baraza schema`; do not edit. -->';

export function referenceTables(): string {
  return [
    GENERATED,
    '## The scenario file\n',
    table(Scenario),
    '\n## States\n',
    table(ChartState),
    '\n## Conditions\n',
    table(Condition, EVENT_FIELDS),
    '\n## Effects\n',
    table(Effect),
    '\n## Events\n',
    eventTable(),
    '\n## The law pack\n',
    table(Jurisdiction),
    '',
  ].join('\n');
}
