/**
 * One step of a playthrough. What it is follows from its keys:
 *
 *   {at: day 1 13:05, who: police, do: travel, place: bus-park}          a command
 *   {who: police, do: plan-interview, ..., as: talk}                     what it creates gets a name for later steps
 *   {who: police, refused: no-power, do: assess-needs, ...}              a command that must be refused
 *   {at: +10m}                                                           time passes
 *   {expect: {role: police, knows: bus-manifest}}  {expect-not: ...}     what holds, or does not
 *   {who: labour-inspector, does-not-know: [nyota-account]}              what a desk has, or has not
 */
import { z } from 'zod';
import { REJECTIONS, type RejectionCode } from '../exercise/rejections.ts';
import { Condition } from '../vocabulary/conditions.ts';
import { nearest } from '../scenario/nearest.ts';
import { type CaseMs, parseDuration } from '../time.ts';
import { COMMAND_SCHEMAS, COMMAND_TYPES, type CommandType, isCommandType } from '../vocabulary/commands.ts';
import { sampleFields } from './fields.ts';
import { parseMoment } from './moment.ts';

/** A moment: on the case clock, or relative to the previous step. */
export type Moment = { clock: CaseMs } | { plus: number };

export type Step = { at?: Moment | undefined } & (
  | { kind: 'wait' }
  | { kind: 'expect'; condition: Condition; holds: boolean }
  | { kind: 'knows'; who: string; things: string[]; part?: string | undefined; holds: boolean }
  | {
      kind: 'command';
      /** A role, a role with the number of its seat (`police 2`), or `trainer`. */
      who: string;
      do: CommandType;
      /** As written: names, times and free texts are resolved when the step is played. */
      fields: Record<string, unknown>;
      as?: string | undefined;
      refused?: RejectionCode | undefined;
    }
);

/** Reads `day 1 13:05` or `+10m`. */
export function readMoment(text: string): Moment | undefined {
  if (text.startsWith('+')) {
    const plus = parseDuration(text.slice(1));
    return plus === undefined ? undefined : { plus };
  }
  const clock = parseMoment(text);
  return clock === undefined ? undefined : { clock };
}

const At = z.string().transform((text, context): Moment => {
  const moment = readMoment(text);
  if (moment) return moment;
  context.addIssue({ code: 'custom', message: 'a moment is written like `day 1 13:05` or `+10m`' });
  return z.NEVER;
});

const Who = z
  .string()
  .regex(/^[a-z][a-z0-9-]*( \d+)?$/, 'who acts is a desk (`police`), a seat of it (`police 2`) or `trainer`');
const Things = z
  .union([z.string(), z.array(z.string()).min(1)])
  .transform((value) => (typeof value === 'string' ? [value] : value));

const Wait = z.strictObject({ at: At }).transform(({ at }): Step => ({ at, kind: 'wait' }));

const Expect = z
  .strictObject({ at: At.optional(), expect: Condition.optional(), 'expect-not': Condition.optional() })
  .transform(({ at, expect, 'expect-not': not }, context): Step => {
    const condition = expect ?? not;
    if (condition && !(expect && not)) return { at, kind: 'expect', condition, holds: expect !== undefined };
    context.addIssue({ code: 'custom', message: 'a step has either `expect` or `expect-not`' });
    return z.NEVER;
  });

const Knows = z
  .strictObject({
    at: At.optional(),
    who: Who,
    knows: Things.optional(),
    'does-not-know': Things.optional(),
    part: z.string().optional(),
  })
  .transform(({ at, who, knows, 'does-not-know': not, part }, context): Step => {
    const things = knows ?? not;
    if (things && !(knows && not)) return { at, kind: 'knows', who, things, part, holds: knows !== undefined };
    context.addIssue({ code: 'custom', message: 'a step has either `knows` or `does-not-know`' });
    return z.NEVER;
  });

const Command = z
  .looseObject({
    at: At.optional(),
    who: Who,
    do: z.string(),
    as: z
      .string()
      .regex(/^[a-z][a-z0-9-]*$/, 'a name is lower-case words joined by hyphens')
      .optional(),
    refused: z.enum(REJECTIONS).optional(),
  })
  .transform(({ at, who, do: type, as, refused, ...fields }, context): Step => {
    if (!isCommandType(type)) {
      const meant = nearest(type, COMMAND_TYPES);
      const hint = meant ? `; did you mean \`${meant}\`?` : '';
      context.addIssue({ code: 'custom', path: ['do'], message: `there is no command \`${type}\`${hint}` });
      return z.NEVER;
    }
    for (const issue of COMMAND_SCHEMAS[type].safeParse({ type, ...sampleFields(fields) }).error?.issues ?? []) {
      context.addIssue({ code: 'custom', path: issue.path, message: `${type}: ${issue.message}` });
    }
    return { at, kind: 'command', who, do: type, fields, as, refused };
  });

/** Selects the schema by the keys of a step, so that its diagnostics match the author's intent. */
function schemaFor(raw: Record<string, unknown>): z.ZodType<Step> {
  if ('do' in raw) return Command;
  if ('expect' in raw || 'expect-not' in raw) return Expect;
  if ('who' in raw) return Knows;
  return Wait;
}

export const Step: z.ZodType<Step> = z.record(z.string(), z.unknown()).transform((raw, context): Step => {
  const result = schemaFor(raw).safeParse(raw);
  if (result.success) return result.data;
  for (const { message, path } of result.error.issues) context.addIssue({ code: 'custom', message, path });
  return z.NEVER;
});
