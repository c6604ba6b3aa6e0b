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
import { HAPPENED_FIELDS, type HappenedField } from '../../vocabulary/events.ts';
import { CaseTime, Id, idOf, StateRef } from '../../vocabulary/scalars.ts';
import { ConsentKind, REFERRAL_STATES, type ReferralState, Status } from '../../vocabulary/enums.ts';

const Bounds = z.strictObject({
  'at-least': z.number().optional().meta({ description: 'This much or more, from 0 to 10.' }),
  'at-most': z.number().optional().meta({ description: 'This much or less, from 0 to 10.' }),
});
export type Bounds = z.infer<typeof Bounds>;

export const ITEM_FACTS = ['found', 'taken', 'sealed', 'perished', 'analysed'] as const;
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
      all: z.array(Condition).min(1).optional().meta({ description: 'Every one of these holds.' }),
      any: z.array(Condition).min(1).optional().meta({ description: 'One of these holds, or more.' }),
      not: Condition.optional().meta({ description: 'This does not hold.' }),
      of: z.array(Condition).min(1).optional().meta({ description: 'The conditions that `at-least` counts.' }),
      'at-least': z.int().min(1).optional().meta({ description: 'So many of the conditions in `of` hold.' }),
      happened: idOf('event', 'The name of an event.').optional().meta({
        description: 'The name of an event, like `screened`; the other keys compare its fields.',
      }),
      times: z.int().min(1).optional().meta({ description: 'It has happened so many times.' }),
      reached: StateRef.optional().meta({ description: 'True from the first time this state was entered.' }),
      in: StateRef.optional().meta({ description: 'True while this state is active.' }),
      role: idOf('role', 'The desk that is asked about.').optional(),
      knows: idOf('item', 'This desk knows the item.').optional(),
      part: Id.optional().meta({ description: 'Only this part of the item.', examples: ['names'] }),
      person: idOf('person', 'The person that is asked about.').optional(),
      at: idOf('place', 'The person is at this place.').optional(),
      trust: Bounds.optional().meta({ description: 'The trust of this person, from 0 to 10.' }),
      stress: Bounds.optional().meta({ description: 'The stress of this person, from 0 to 10.' }),
      referral: z
        .enum(REFERRAL_STATES)
        .optional()
        .meta({ description: 'How far the referral of this person has come, at least.' }),
      status: Status.optional().meta({ description: 'What the desks hold this person to be.' }),
      consent: ConsentKind.optional().meta({ description: 'This person has agreed to this, and it still holds.' }),
      item: idOf('item', 'The item that is asked about.').optional(),
      is: z.enum(ITEM_FACTS).optional().meta({ description: 'What has become of the item.' }),
      clock: z
        .strictObject({
          after: CaseTime.optional().meta({ description: 'From this moment on.' }),
          before: CaseTime.optional().meta({ description: 'Before this moment.' }),
        })
        .optional()
        .meta({ description: 'The time of the case.' }),
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

/** A condition that must stand here, with what it means here. */
export const asked = (description: string) => Condition.nonoptional().meta({ description });

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
