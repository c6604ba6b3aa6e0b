/** Ids, addresses of states and case times as scenario files write them. */
import { z } from 'zod';
import { parseCaseTime } from '../time.ts';

/** A kebab-case id: lower-case letters, digits and single hyphens. Translations and playthroughs refer to it. */
export const Id = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'an id is lower-case words joined by hyphens, like `bus-manifest`')
  .max(64)
  .refine((text) => !(text in Object.prototype), '`constructor` is a word of the language this runs on')
  .meta({
    description: 'Kebab-case id. Keep it stable: translations and playthroughs refer to it.',
    examples: ['bus-manifest'],
  });

/** An id of a thing defined elsewhere; `kind` names its kind (see known-ids.ts), so that editors can complete it. */
export const idOf = (kind: string, description: string) => Id.meta({ description, examples: undefined, names: kind });

/** `chart.state`, the address of a state. */
export const StateRef = z
  .string()
  .regex(/^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+$/, 'a state is written `chart.state`, like `case.screening`')
  .meta({ description: 'A state, as `chart.state`.', examples: ['case.screening'], names: 'state' });

/** A moment of case time; parsed to milliseconds since midnight before day 1. */
export const CaseTime = z
  .string()
  .refine((text) => parseCaseTime(text) !== undefined, 'a case time is written like `day 1 14:30`')
  .transform((text) => parseCaseTime(text) ?? 0)
  .meta({ description: 'A moment of case time: day 1 14:30.', examples: ['day 1 14:30'] });
