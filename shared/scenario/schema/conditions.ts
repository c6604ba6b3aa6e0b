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
 */
import { z } from 'zod';
import { CaseTime, ConsentKind, Id, StateRef, Status } from './basics.ts';

const Bounds = z.strictObject({ 'at-least': z.number().optional(), 'at-most': z.number().optional() });
export type Bounds = z.infer<typeof Bounds>;

export const ITEM_FACTS = ['found', 'taken', 'sealed', 'perished', 'analysed'] as const;
export const REFERRAL_STATES = [
  'needs-assessed',
  'consented',
  'offered',
  'accepted',
  'refused',
  'transported',
  'received',
  'feedback',
  'closed',
] as const;
export type ReferralState = (typeof REFERRAL_STATES)[number];

/** Fields of events that `happened` may compare. A list-valued field of an event matches when it contains the value. */
export const HAPPENED_FIELDS = [
  'by',
  'person',
  'item',
  'to',
  'role',
  'place',
  'question',
  'questionType',
  'answer',
  'interview',
  'kind',
  'service',
  'inject',
  'decision',
  'option',
  'operation',
  'section',
  'body',
  'request',
  'offence',
  'alone',
  'child',
  'with',
  'purpose',
  'basis',
  'channel',
  'parts',
  'outcome',
  'status',
  'level',
  'indicator',
  'interpreter',
  'support',
  'how',
  'step',
  'result',
  'needs',
  'act',
  'means',
  'purposeItems',
  'duty',
  'signal',
  'chart',
  'state',
  'remedies',
  'recorded',
  'nonPunishment',
  'confidence',
  'explained',
  'safeguards',
  'missing',
  'conditional',
  'guardian',
  'script',
  'family',
] as const;
export type HappenedField = (typeof HAPPENED_FIELDS)[number];

export interface Condition extends Partial<Record<HappenedField, unknown>> {
  all?: Condition[] | undefined;
  any?: Condition[] | undefined;
  not?: Condition | undefined;
  of?: Condition[] | undefined;
  'at-least'?: number | undefined;
  happened?: string | undefined;
  times?: number | undefined;
  reached?: string | undefined;
  in?: string | undefined;
  role?: string | undefined;
  knows?: string | undefined;
  part?: string | undefined;
  person?: string | undefined;
  at?: string | undefined;
  trust?: Bounds | undefined;
  stress?: Bounds | undefined;
  referral?: ReferralState | undefined;
  status?: Status | undefined;
  consent?: string | undefined;
  item?: string | undefined;
  is?: (typeof ITEM_FACTS)[number] | undefined;
  clock?: { after?: number | undefined; before?: number | undefined } | undefined;
}

const Field = z.union([z.string().max(80), z.boolean(), z.int()]);
const happenedFields = Object.fromEntries(
  HAPPENED_FIELDS.filter((name) => !['person', 'item', 'role', 'status'].includes(name)).map((name) => [
    name,
    Field.optional(),
  ]),
);

export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z
    .strictObject({
      ...happenedFields,
      all: z.array(Condition).min(1).optional(),
      any: z.array(Condition).min(1).optional(),
      not: Condition.optional(),
      of: z.array(Condition).min(1).optional(),
      'at-least': z.int().min(1).optional(),
      happened: Id.optional().meta({
        description: 'The name of an event, like `screened`; the other keys compare its fields.',
      }),
      times: z.int().min(1).optional(),
      reached: StateRef.optional().meta({ description: 'True from the first time this state was entered.' }),
      in: StateRef.optional().meta({ description: 'True while this state is active.' }),
      role: Id.optional(),
      knows: Id.optional(),
      part: Id.optional(),
      person: Id.optional(),
      at: Id.optional(),
      trust: Bounds.optional(),
      stress: Bounds.optional(),
      referral: z.enum(REFERRAL_STATES).optional(),
      status: Status.optional(),
      consent: ConsentKind.optional(),
      item: Id.optional(),
      is: z.enum(ITEM_FACTS).optional(),
      clock: z.strictObject({ after: CaseTime.optional(), before: CaseTime.optional() }).optional(),
    })
    .superRefine((value, context) => {
      const head = headOf(value);
      if (head === undefined) {
        context.addIssue({
          code: 'custom',
          message:
            'a condition needs one of all, any, not, of, happened, reached, in, knows, clock, or person/item with what is asked of it',
        });
      }
    }),
);

export type ConditionHead =
  | 'all'
  | 'any'
  | 'not'
  | 'of'
  | 'happened'
  | 'reached'
  | 'in'
  | 'knows'
  | 'clock'
  | 'at'
  | 'trust'
  | 'stress'
  | 'referral'
  | 'consent'
  | 'status'
  | 'is';

const HEADS: readonly ConditionHead[] = [
  'all',
  'any',
  'not',
  'of',
  'happened',
  'reached',
  'in',
  'knows',
  'clock',
  'at',
  'trust',
  'stress',
  'referral',
  'consent',
  'status',
  'is',
];

/** What a condition asks. The first head found wins: in `{happened: ..., person: ...}` the person is a companion. */
export function headOf(condition: Condition): ConditionHead | undefined {
  return HEADS.find((head) => condition[head] !== undefined);
}
