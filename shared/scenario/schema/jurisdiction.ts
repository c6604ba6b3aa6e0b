/**
 * A law pack: agencies with their powers, offences with elements, duties with legal clocks, requests, referral rules,
 * SOP elements, indicators, handbook. Facts live in the scenario, law lives here, so the same case plays under another law.
 */
import { z } from 'zod';
import { Basis, Duration, Element, Id, Line, Need, Tag, Text } from './basics.ts';

/** Powers are gates: without the power there is no such action. How a power is used is judged, never gated. */
export const POWERS = [
  'search',
  'seize',
  'copy',
  'analyse-digital',
  'screen',
  'classify',
  'interview-victim',
  'interview-witness',
  'interview-suspect',
  'arrest',
  'assess-risk',
  'notify-guardian',
  'assess-needs',
  'refer',
  'run-service',
  'move-person',
  'charge',
  'advise-evidence',
  'plan-operation',
  'launch-operation',
  'inspect-workplace',
  'check-records',
  'request-outside',
  'call-conference',
  'stop-vehicle',
  'media',
] as const;
export const Power = z.enum(POWERS);
export type Power = z.infer<typeof Power>;

export const Agency = z.strictObject({
  title: Line,
  short: Line.meta({ description: 'One or two words for chips and rosters.' }),
  emblem: z.enum(['police', 'prosecutor', 'labour', 'service', 'immigration', 'customs', 'finance', 'court', 'health']),
  powers: z.array(Power),
  limits: z.array(Line).meta({ description: 'What this agency may not do, in plain words, for the role brief.' }),
  duties: z.array(Line).meta({ description: 'What this agency owes, in plain words, for the role brief.' }),
  'may-hold': z.array(Tag).meta({ description: 'Sensitive tags this agency may receive in the course of its work.' }),
});

export const Duty = z.strictObject({
  title: Line,
  who: z.array(Id).min(1).meta({ description: 'Agencies that owe it.' }),
  starts: z
    .strictObject({
      happened: Id,
      child: z.boolean().optional(),
      outcome: z.string().optional(),
      kind: z.string().optional(),
    })
    .meta({
      description: 'The event that starts the clock; it must name a person.',
    }),
  within: Duration,
  met: z.array(Id).min(1).meta({ description: 'Events for the same person that fulfil it.' }),
  repeats: z
    .boolean()
    .default(false)
    .meta({ description: 'Owed anew each time: what was done before does not count.' }),
  source: Line.meta({ description: 'Section or rule of this law pack.' }),
});

export const Offence = z.strictObject({
  title: Line,
  section: Line,
  elements: z.array(z.enum(['act', 'means', 'purpose'])).min(1),
  'child-rule': z.boolean().default(false).meta({ description: 'For a child no means needs to be proved.' }),
  note: Text.optional(),
});

/** A kind of request that can be made, of a desk or of an outside body. */
export const RequestKind = z.strictObject({
  title: Line,
  of: z.enum(['desk', 'body']),
  to: z.array(Id).min(1).meta({ description: 'Agencies or outside bodies that can be asked.' }),
  from: z.array(Id).optional().meta({ description: 'Agencies that may ask; all when left out.' }),
  about: z.enum(['item', 'person', 'place', 'none']).default('none'),
  bases: z.array(Basis).min(1).meta({ description: 'Legal bases that make it rightful.' }),
  answer: Duration.meta({ description: 'Normal answering time.' }),
  hint: Line.optional(),
});

export const Body = z.strictObject({
  title: Line,
  'without-basis': Line.meta({ description: 'What it answers when the legal basis is missing.' }),
  'nothing-held': Line.meta({ description: 'What it answers when it holds nothing.' }),
});

export const HandbookCard = z.strictObject({
  title: Line,
  kind: z.enum(['law', 'sop', 'indicator', 'guide']),
  text: Text,
  source: Line.optional(),
});

export const Jurisdiction = z.strictObject({
  format: z.literal(1),
  id: Id,
  title: Line,
  summary: Text,
  fictional: z.boolean(),
  agencies: z.record(Id, Agency),
  offences: z.record(Id, Offence),
  remedies: z.record(Id, Line),
  'protective-measures': z.record(Id, Line).default({}),
  duties: z.record(Id, Duty).default({}),
  requests: z.record(Id, RequestKind),
  bodies: z.record(Id, Body),
  indicators: z.record(Id, z.strictObject({ title: Line, family: Line, element: Element.optional() })),
  'sop-elements': z.record(Id, Line),
  'plan-sections': z.record(Id, z.strictObject({ title: Line, asks: Line, essential: z.boolean().default(false) })),
  'engage-steps': z.record(
    Id,
    z.strictObject({ title: Line, for: z.array(z.enum(['first-questions', 'account', 'witness', 'suspect'])) }),
  ),
  needs: z.record(Need, Line),
  handbook: z.record(Id, HandbookCard),
});
export type Jurisdiction = z.infer<typeof Jurisdiction>;
