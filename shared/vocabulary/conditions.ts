/**
 * Conditions are data: one small vocabulary wherever a condition can stand (guards, injects, unlocks, answers, rubric).
 *
 * Exactly one *head* says what is asked; its *companions* narrow it:
 *
 *   {all: [...]} {any: [...]} {not: {...}} {at-least: 2, of: [...]}
 *   {happened: screened, person: nyota, by: police, alone: true, times: 1}     any event, by its name and fields
 *   {reached: case.screening}  {in: suspects.alerted}
 *   {role: police, knows: bus-manifest, part: names}
 *   {person: nyota, at: children-home | trust: {at-least: 3} | stress: {...} | referral: received | status: ... | consent: interview}
 *   {item: bus-manifest, is: taken}
 *   {clock: {after: day 1 15:00}} {clock: {before: ...}}
 *
 * The type, the schema and the checks of a condition, what it reads and which events change its answer are derived from the
 * declarations. What needs code or words of its own for each head is a `Record<ConditionHead, …>` or `Record<LeafHead, …>`, so a
 * missing one does not compile.
 */
import { z } from 'zod';
import { type Key, type Keys, type LeafDeclaration, LEAVES } from './condition-heads.ts';
import { HAPPENED_FIELDS, type HappenedField } from './events.ts';

type Leaves = typeof LEAVES;
/** Heads that ask about the exercise. */
export type LeafHead = keyof Leaves;
/** Heads that hold other conditions. */
export type GroupHead = 'all' | 'any' | 'not' | 'of';
export type ConditionHead = GroupHead | LeafHead;
/** Heads that need a certain key, such as `person`. */
export type HeadNeeding<N extends string> = {
  [H in LeafHead]: Leaves[H] extends { readonly needs: N } ? H : never;
}[LeafHead];

type LeafKey = { [H in LeafHead]: keyof Leaves[H]['keys'] }[LeafHead];
type ValueIn<KS, K> = K extends keyof KS ? (KS[K] extends Key<infer S> ? z.output<S> : never) : never;
type LeafValues = { [K in LeafKey]?: { [H in LeafHead]: ValueIn<Leaves[H]['keys'], K> }[LeafHead] | undefined };
type ComparedFields = { [F in Exclude<HappenedField, LeafKey>]?: unknown };

export interface Condition extends LeafValues, ComparedFields {
  all?: Condition[] | undefined;
  any?: Condition[] | undefined;
  not?: Condition | undefined;
  of?: Condition[] | undefined;
  'at-least'?: number | undefined;
}

export const Condition: z.ZodType<Condition> = z.lazy(() => FORM);

/** The conditions inside a condition. */
export interface Inside {
  head: GroupHead;
  conditions: readonly Condition[];
  /** This many of them must hold. */
  enough: number;
  /** True where the condition holds if they do not. */
  negated: boolean;
}

interface GroupDeclaration {
  readonly keys: Keys;
  readonly needs?: string;
  readonly insideOf: (condition: Condition) => Omit<Inside, 'head'>;
}

const several = (description: string): Key => ({
  schema: z.array(Condition).min(1).optional().meta({ description }),
});
const someOf = (conditions: readonly Condition[] = [], enough = conditions.length) => ({
  conditions,
  enough,
  negated: false,
});

const GROUPS: Readonly<Record<GroupHead, GroupDeclaration>> = {
  all: { keys: { all: several('Every one of these holds.') }, insideOf: ({ all }) => someOf(all) },
  any: { keys: { any: several('One of these holds, or more.') }, insideOf: ({ any }) => someOf(any, 1) },
  not: {
    keys: { not: { schema: Condition.optional().meta({ description: 'This does not hold.' }) } },
    insideOf: ({ not }) => ({ conditions: not ? [not] : [], enough: 1, negated: true }),
  },
  of: {
    keys: {
      of: several('The conditions that `at-least` counts.'),
      'at-least': {
        schema: z.int().min(1).optional().meta({ description: 'So many of the conditions in `of` hold.' }),
      },
    },
    needs: 'at-least',
    insideOf: ({ of, 'at-least': enough }) => someOf(of, enough ?? 1),
  },
};
/** The declaration of every head that asks about the exercise. */
export const LEAF_HEADS: Readonly<Record<LeafHead, LeafDeclaration>> = LEAVES;

const keysOfTable = <H extends string>(table: Readonly<Record<H, unknown>>) => Object.keys(table) as H[];
export const isLeafHead = (text: string): text is LeafHead => Object.hasOwn(LEAVES, text);
const isGroupHead = (text: string): text is GroupHead => Object.hasOwn(GROUPS, text);
export const isConditionHead = (text: string): text is ConditionHead => isLeafHead(text) || isGroupHead(text);
const LEAF_ORDER = keysOfTable(LEAVES);
/** All heads in order of precedence. */
export const CONDITION_HEADS: readonly ConditionHead[] = [...keysOfTable(GROUPS), ...LEAF_ORDER];

/** What a condition asks. The first head found wins: in `{happened: ..., person: ...}` the person is a companion. */
export const headOf = (condition: Condition): ConditionHead | undefined =>
  CONDITION_HEADS.find((head) => condition[head] !== undefined);

/** The head of a condition that holds no other conditions; undefined for one that does, and for an empty one. */
export function leafHeadOf(condition: Condition): LeafHead | undefined {
  const head = headOf(condition);
  return head !== undefined && isLeafHead(head) ? head : undefined;
}

/** The conditions inside this one; undefined for a leaf. */
export function insideOf(condition: Condition): Inside | undefined {
  const head = headOf(condition);
  return head !== undefined && isGroupHead(head) ? { head, ...GROUPS[head].insideOf(condition) } : undefined;
}

/** The value at a key. */
export const valueAt = (condition: Condition, key: string): unknown =>
  (condition as Readonly<Record<string, unknown>>)[key];

/** The key without which a head asks nothing. */
export const neededBy = (head: ConditionHead): string | undefined =>
  (isLeafHead(head) ? LEAF_HEADS[head] : GROUPS[head]).needs;

/** The heads that need this key, in order. */
export const headsNeeding = <N extends string>(needed: N): readonly HeadNeeding<N>[] =>
  LEAF_ORDER.filter((head): head is HeadNeeding<N> => LEAF_HEADS[head].needs === needed);

/** The keys that may stand in a condition with this head. */
export function companionsOf(head: ConditionHead): readonly string[] {
  if (isGroupHead(head)) return keysOfTable(GROUPS[head].keys).filter((key) => key !== head);
  const { keys, needs, counts } = LEAF_HEADS[head];
  const beside = needs === undefined ? [] : headsNeeding(needs);
  if (beside.length > 1) return [...new Set(beside.flatMap((one) => Object.keys(LEAF_HEADS[one].keys)))];
  const own = Object.keys(keys).filter((key) => key !== head);
  return counts === undefined ? own : [...HAPPENED_FIELDS, ...own];
}

/** Every key of a condition that is not only a field of an event, in the order of the schema. */
export const CONDITION_KEYS: ReadonlyMap<string, Key> = new Map(
  [...Object.values(GROUPS), ...Object.values(LEAVES)].flatMap(({ keys }) => Object.entries<Key>(keys)),
);
/** Fields of events that are keys of conditions for nothing else. */
export const EVENT_FIELD_KEYS: readonly HappenedField[] = HAPPENED_FIELDS.filter((field) => !CONDITION_KEYS.has(field));

const EventField = z.union([z.string().max(80), z.boolean(), z.int()]);
/** Subjects that a head asks about: `person`, `item`. */
const SUBJECTS = [...new Set(LEAF_ORDER.flatMap((head) => LEAF_HEADS[head].needs ?? []))];
const ALONE = CONDITION_HEADS.filter((head) => isGroupHead(head) || LEAF_HEADS[head].needs === undefined);

/** The values follow from the same declarations as the schemas; zod cannot see that through the map of keys. */
const KEYS_OF_CONDITION = z.strictObject({
  ...Object.fromEntries(EVENT_FIELD_KEYS.map((field) => [field, EventField.optional()])),
  ...Object.fromEntries([...CONDITION_KEYS].map(([key, { schema }]) => [key, schema])),
}) as unknown as z.ZodType<Condition>;

const FORM = KEYS_OF_CONDITION.superRefine((condition, context) => {
  if (headOf(condition) !== undefined) return;
  context.addIssue({
    code: 'custom',
    message: `a condition needs one of ${ALONE.join(', ')}, or ${SUBJECTS.join('/')} with what is asked of it`,
  });
});

/** A condition that must stand here, with what it means here. */
export const asked = (description: string) => Condition.nonoptional().meta({ description });
