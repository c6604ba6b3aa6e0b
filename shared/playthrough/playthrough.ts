/**
 * A playthrough: timed commands of desks, what desks must know, and the expected marks. Authors write it; it runs as a
 * test. `parse-playthrough.ts` parses the text, `play-through.ts` plays it.
 */
import { z } from 'zod';
import { COMPETENCIES, Line } from '../scenario/schema/basics.ts';
import { Id } from '../vocabulary/scalars.ts';
import { Step } from './step.ts';

const Rating = z.enum(['P', 'S', 'M', 'U', 'none']);
const TaskResult = z.enum(['done', 'late', 'repaired', 'missed', 'no-chance']);

/** The figures of the referral headline that a playthrough may expect. */
const REFERRAL_COUNTS = ['present', 'identified', 'offered', 'accepted', 'refused', 'received'] as const;

/** An authored line, or a person with a counted fact and perhaps its number: `nyota in-custody 440`. */
const VictimLine = z
  .string()
  .regex(
    /^[a-z0-9-]+(?: [a-z0-9-]+(?: \d+)?)?$/,
    'is the name of a line, or a person and a fact: `nyota in-custody 440`',
  );

export const ExpectedResult = z.strictObject({
  ratings: z.partialRecord(z.enum([...COMPETENCIES, 'investigation']), Rating).default({}),
  'red-lines': z.array(Id).optional().meta({ description: 'Exactly these red lines were crossed, in any order.' }),
  tasks: z.record(Id, TaskResult).default({}),
  referral: z.partialRecord(z.enum(REFERRAL_COUNTS), z.int().min(0)).default({}),
  'victim-eye': z
    .strictObject({
      has: z.array(VictimLine).default([]).meta({ description: 'Lines that stand, authored or counted.' }),
      not: z.array(VictimLine).default([]).meta({ description: 'Lines that do not stand.' }),
    })
    .optional()
    .meta({ description: 'What the view of a victim tells, and what it does not.' }),
});
export type ExpectedResult = z.infer<typeof ExpectedResult>;

export const Playthrough = z.strictObject({
  format: z.literal(1),
  title: Line,
  scenario: Id,
  seed: z.int().min(0).max(0xffff_ffff).default(1),
  seats: z
    .record(Id, z.int().min(1).max(12))
    .default({})
    .meta({ description: 'Number of people at a desk, if more than one.' }),
  without: z.array(Id).default([]).meta({ description: 'Desks without a person.' }),
  steps: z.array(Step).min(1),
  result: ExpectedResult.optional(),
});
export type Playthrough = z.infer<typeof Playthrough>;
