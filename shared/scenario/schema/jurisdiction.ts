/**
 * A law pack: agencies with their powers, offences with elements, duties with legal clocks, requests, referral rules,
 * SOP elements, indicators, handbook. Facts live in the scenario, law lives here, so the same case plays under another law.
 */
import { z } from 'zod';
import { Basis, Element, Need, Power } from '../../vocabulary/enums.ts';
import { Duration, Line, Tag, Text } from './basics.ts';
import { Id, idOf } from '../../vocabulary/scalars.ts';

export const Agency = z.strictObject({
  title: Line.meta({ description: 'The full name of the agency.' }),
  short: Line.meta({ description: 'One or two words for chips and rosters.' }),
  emblem: z
    .enum(['police', 'prosecutor', 'labour', 'service', 'immigration', 'customs', 'finance', 'court', 'health'])
    .meta({ description: 'The sign shown beside its name.' }),
  powers: z.array(Power).meta({ description: 'What its people can do; without the power there is no such action.' }),
  limits: z.array(Line).meta({ description: 'What this agency may not do, in plain words, for the role brief.' }),
  duties: z.array(Line).meta({ description: 'What this agency owes, in plain words, for the role brief.' }),
  'may-hold': z.array(Tag).meta({ description: 'Sensitive tags this agency may receive in the course of its work.' }),
});

export const Duty = z.strictObject({
  title: Line.meta({ description: 'The duty as a sentence.' }),
  who: z.array(idOf('agency', 'An agency of this law pack.')).min(1).meta({ description: 'Agencies that owe it.' }),
  starts: z
    .strictObject({
      happened: idOf('event', 'The event that starts the clock.'),
      child: z
        .boolean()
        .optional()
        .meta({ description: 'Only if the person is treated as a child (`true`), or is not (`false`).' }),
      outcome: z.string().optional().meta({ description: 'Only with this outcome, like `presumed-victim`.' }),
      kind: z.string().optional().meta({ description: 'Only of this kind.' }),
    })
    .meta({
      description: 'The event that starts the clock; it must name a person.',
    }),
  within: Duration.meta({ description: 'How long the desks have, like `60m`.' }),
  met: z.array(idOf('event', 'An event.')).min(1).meta({ description: 'Events for the same person that fulfil it.' }),
  repeats: z
    .boolean()
    .default(false)
    .meta({ description: 'Owed anew each time: what was done before does not count.' }),
  source: Line.meta({ description: 'Section or rule of this law pack.' }),
});

export const Offence = z.strictObject({
  title: Line.meta({ description: 'What the offence is called.' }),
  section: Line.meta({ description: 'The section of the law.' }),
  elements: z
    .array(z.enum(['act', 'means', 'purpose']))
    .min(1)
    .meta({ description: 'The elements that must be proved.' }),
  'child-rule': z.boolean().default(false).meta({ description: 'For a child no means needs to be proved.' }),
  note: Text.optional().meta({ description: 'What a desk should know when choosing it.' }),
});

/** A kind of request to a desk or an outside body. */
export const RequestKind = z.strictObject({
  title: Line.meta({ description: 'What a desk reads when it chooses what to ask.' }),
  of: z.enum(['desk', 'body']).meta({ description: 'Asked of another desk, or of a body outside the exercise.' }),
  to: z
    .array(idOf('agency-or-body', 'An agency or a body of this law pack.'))
    .min(1)
    .meta({ description: 'Agencies or outside bodies that can be asked.' }),
  from: z
    .array(idOf('agency', 'An agency of this law pack.'))
    .optional()
    .meta({ description: 'Agencies that may ask; all when left out.' }),
  about: z.enum(['item', 'person', 'place', 'none']).default('none').meta({ description: 'What it must name.' }),
  bases: z.array(Basis).min(1).meta({ description: 'Legal bases that make it lawful.' }),
  answer: Duration.meta({ description: 'Normal answering time.' }),
  special: z.boolean().default(false).meta({
    description: 'Offered only in cases that hold an answer to it; every other kind is offered in every case.',
  }),
  hint: Line.optional().meta({ description: 'Advice for the desk that asks.' }),
});

export const Body = z.strictObject({
  title: Line.meta({ description: 'The full name of the body.' }),
  'without-basis': Line.meta({ description: 'What it answers when the legal basis is missing.' }),
  'nothing-held': Line.meta({ description: 'What it answers when it holds nothing.' }),
});

export const HandbookCard = z.strictObject({
  title: Line.meta({ description: 'The title of the card.' }),
  kind: z
    .enum(['law', 'sop', 'indicator', 'guide'])
    .meta({ description: 'The section of the handbook it belongs to.' }),
  text: Text.meta({ description: 'What the card says.' }),
  source: Line.optional().meta({ description: 'Where it is taken from.' }),
});

export const Jurisdiction = z.strictObject({
  format: z.literal(1).meta({ description: 'The version of the language: always 1.' }),
  id: Id.meta({ description: 'The name of the file; cases name it in `jurisdiction`.', examples: ['taravia'] }),
  title: Line.meta({ description: 'The name of the state, or of the frame.' }),
  summary: Text.meta({ description: 'What kind of law this is.' }),
  fictional: z.boolean().meta({ description: 'Whether the state is invented.' }),
  agencies: z.record(Id, Agency).meta({ description: 'The agencies whose desks can be played, by id.' }),
  offences: z.record(Id, Offence).meta({ description: 'The offences that can be charged, by id.' }),
  remedies: z.record(Id, Line).meta({ description: 'What can be asked for beside a charge, by id.' }),
  'protective-measures': z.record(Id, Line).default({}).meta({ description: 'How a witness can be protected, by id.' }),
  duties: z.record(Id, Duty).default({}).meta({ description: 'Duties with a legal clock, by id.' }),
  requests: z.record(Id, RequestKind).meta({ description: 'What can be asked of desks and bodies, by id.' }),
  bodies: z.record(Id, Body).meta({ description: 'Bodies outside the exercise that answer requests, by id.' }),
  indicators: z
    .record(
      Id,
      z.strictObject({
        title: Line.meta({ description: 'What was seen or said; never the origin of a person.' }),
        family: Line.meta({ description: 'The group it is shown in.' }),
        element: Element.optional().meta({ description: 'The element of the offence it points to.' }),
      }),
    )
    .meta({ description: 'Signs that are a reason to ask, by id.' }),
  'sop-elements': z.record(Id, Line).meta({ description: 'The elements of the standard operating procedures, by id.' }),
  'plan-sections': z
    .record(
      Id,
      z.strictObject({
        title: Line.meta({ description: 'The heading of this section.' }),
        asks: Line.meta({ description: 'The question it answers.' }),
        essential: z.boolean().default(false).meta({ description: 'Without it a plan is not safe.' }),
      }),
    )
    .meta({ description: 'What a plan of an operation consists of, by id.' }),
  'engage-steps': z
    .record(
      Id,
      z.strictObject({
        title: Line.meta({ description: 'What to say or do before the account.' }),
        for: z
          .array(z.enum(['first-questions', 'account', 'witness', 'suspect']))
          .meta({ description: 'The kinds of interview it belongs to.' }),
      }),
    )
    .meta({ description: 'How an interview is opened, by id.' }),
  needs: z.record(Need, Line).meta({ description: 'What each need is called here.' }),
  handbook: z.record(Id, HandbookCard).meta({ description: 'The cards of the handbook, by id.' }),
});
export type Jurisdiction = z.infer<typeof Jurisdiction>;
