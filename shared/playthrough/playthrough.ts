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

export const ExpectedResult = z.strictObject({
  ratings: z.partialRecord(z.enum([...COMPETENCIES, 'investigation']), Rating).default({}),
  'red-lines': z.array(Id).optional().meta({ description: 'Exactly these red lines were crossed, in any order.' }),
  tasks: z.record(Id, TaskResult).default({}),
  referral: z.partialRecord(z.enum(REFERRAL_COUNTS), z.int().min(0)).default({}),
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
