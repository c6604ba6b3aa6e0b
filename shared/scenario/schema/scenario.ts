/** The scenario format: one definition that feeds the loader, the editor schema, the reference and the types. */
import { z } from 'zod';
import {
  Basis,
  CaseTime,
  Competency,
  ConsentKind,
  Duration,
  Element,
  Id,
  InterviewKind,
  Line,
  Need,
  PartFile,
  QuestionType,
  Rank,
  Status,
  Manner,
  Tag,
  Text,
} from './basics.ts';
import { Condition } from './conditions.ts';
import { Effect } from './effects.ts';
import { Power } from './jurisdiction.ts';
import { Statechart } from './statecharts.ts';

export const ContentCard = z.strictObject({
  themes: z.array(Line).min(1),
  intensity: z.int().min(1).max(3),
  children: z.boolean(),
  'sexual-violence': z.enum(['none', 'mentioned']),
  note: Text.optional(),
});

const Seats = z
  .string()
  .regex(/^\d+(-\d+)?$/, 'seats are written `2` or `1-6`')
  .transform((text) => {
    const [min = 1, max = min] = text.split('-').map(Number);
    return { min, max };
  });

export const Role = z.strictObject({
  desk: Id.meta({ description: 'An agency of the jurisdiction: title, powers and law come from there.' }),
  seats: Seats,
  required: z.boolean().default(true).meta({ description: 'Must be seated before the exercise can start.' }),
  at: Id.meta({ description: 'The place where its people start.' }),
  brief: Text,
  'first-steps': z.array(Line).min(1).max(5),
  knows: z.array(Id).default([]),
  people: z.array(Id).default([]).meta({ description: 'People this desk knows of at the start.' }),
  powers: z.array(Power).default([]).meta({ description: 'Powers beyond those of its agency.' }),
  simulated: z
    .strictObject({
      allowed: z
        .boolean()
        .default(true)
        .meta({ description: 'Whether this desk may be simulated when nobody sits there.' }),
      manner: Manner.default('rule-bound').meta({
        description: 'How it treats the others unless the trainer says otherwise: helpful, rule-bound or overloaded.',
      }),
    })
    .prefault({})
    .meta({ description: 'What a trainer may do with this desk when there are not enough people.' }),
});

export const Place = z.strictObject({
  name: Line,
  text: Text,
  art: Id.optional(),
  map: z
    .tuple([z.number().min(0).max(100), z.number().min(0).max(100)])
    .meta({ description: 'Position on the map, in percent.' }),
  near: z
    .record(Id, Duration)
    .default({})
    .meta({ description: 'Neighbouring places and how long the way takes; both directions.' }),
  hidden: z
    .boolean()
    .default(false)
    .meta({ description: 'Not on the map until a role learns an item that names it (`shows`).' }),
  'known-to': z.array(Id).default([]).meta({ description: 'Roles that know a hidden place from the start.' }),
  open: z
    .string()
    .regex(/^\d{2}:\d{2}-\d{2}:\d{2}$/)
    .optional(),
  custody: z.boolean().default(false).meta({ description: 'A place of detention (cells).' }),
});

export const Item = z.strictObject({
  kind: z.enum(['document', 'object', 'digital', 'testimony', 'record', 'message']),
  title: Line,
  text: Text.optional().meta({ description: 'What it says, when it has no parts.' }),
  parts: z
    .record(Id, z.strictObject({ title: Line, text: Text, tags: z.array(Tag).default([]) }))
    .optional()
    .meta({ description: 'Named parts that can be shared or left out one by one, each with its own tags.' }),
  tags: z.array(Tag).default([]),
  art: Id.optional(),
  found: z
    .strictObject({
      at: Id,
      by: z.array(Id).optional().meta({ description: 'Roles that can find it; any when left out.' }),
      needs: Power.optional(),
      takes: Duration.optional(),
      when: Condition.optional(),
    })
    .optional(),
  take: z
    .strictObject({ needs: Power, bases: z.array(Basis).min(1) })
    .optional()
    .meta({
      description:
        'Taking it into custody needs this power and one of these bases; without, it can be taken but is judged.',
    }),
  lasts: Duration.optional().meta({ description: 'How long it can be found, from the start or from `lasts-from`.' }),
  'lasts-from': Condition.optional(),
  core: z.boolean().default(false).meta({ description: 'A core exhibit: a break in its custody is a red line.' }),
  analysis: z
    .strictObject({ needs: Power, takes: Duration, yields: z.array(Id).min(1), when: Condition.optional() })
    .optional(),
  supports: z.record(Id, z.array(Element)).default({}).meta({ description: 'What it helps to prove, by person.' }),
  source: Id.optional().meta({
    description: 'The person it comes from; items of one source do not corroborate each other.',
  }),
  about: z.array(Id).default([]).meta({ description: 'People it is about: who learns it knows of them.' }),
  names: z.array(Id).default([]).meta({ description: 'People whose name it gives.' }),
  shows: z.array(Id).default([]).meta({ description: 'Hidden places it puts on the map.' }),
  indicates: z.array(Id).default([]).meta({ description: 'Indicators that can be read off it.' }),
  'needed-by': z.array(Id).default([]).meta({ description: 'Roles that lawfully need it.' }),
  'needed-parts': z.record(Id, z.array(Id)).optional().meta({ description: 'Where a role needs only some parts.' }),
});

export const Person = z.strictObject({
  name: Line,
  appears: Line.meta({ description: 'How one would describe this person before knowing the name.' }),
  sex: z.enum(['female', 'male']),
  status: Status.meta({ description: 'Ground truth.' }),
  age: z.strictObject({
    real: z.int().min(0).max(110),
    claimed: z.int().min(0).max(110).optional(),
    doubt: z.boolean().default(false),
  }),
  language: Id,
  at: Id,
  art: Id.optional(),
  needs: z.array(Need).default([]),
  indicators: z.array(Id).default([]).meta({ description: 'Indicators truly present.' }),
  start: z
    .strictObject({ trust: z.int().min(0).max(10).default(5), stress: z.int().min(0).max(10).default(3) })
    .default({ trust: 5, stress: 3 }),
  screening: z
    .strictObject({ says: Line, yields: z.array(Id).default([]), 'in-company': Line.optional() })
    .optional()
    .meta({ description: 'What is said and learned when screened alone, or in company.' }),
  consents: z
    .partialRecord(
      ConsentKind,
      z.array(z.strictObject({ when: Condition.optional(), answer: z.enum(['given', 'refused']), says: Line })).min(1),
    )
    .default({})
    .meta({ description: 'What this person answers when asked; first match counts.' }),
  offers: z
    .array(
      z.strictObject({
        service: Id.optional(),
        when: Condition.optional(),
        answer: z.enum(['accepted', 'refused']),
        says: Line,
      }),
    )
    .default([])
    .meta({ description: 'What this person answers to an offer; first match counts.' }),
  'risk-level': Rank.optional(),
  'family-risk': z
    .boolean()
    .default(false)
    .meta({ description: 'The family must not be called before the risk is checked.' }),
});

export const Helper = z.strictObject({
  name: Line,
  kind: z.enum(['interpreter', 'support-person', 'guardian']),
  languages: z.array(Id).default([]),
  by: z.enum(['phone', 'in-person']).default('in-person'),
  says: Line.meta({ description: 'What the desk reads when choosing.' }),
  vetting: z.strictObject({ takes: Duration, result: z.enum(['clear', 'conflict']), says: Line }),
  effect: z
    .strictObject({ trust: z.number().optional(), stress: z.number().optional() })
    .optional()
    .meta({ description: 'On the person interviewed, when the interview begins.' }),
});

export const Answer = z.strictObject({
  when: Condition.optional(),
  says: Text,
  own: Text.optional().meta({ description: 'The same line in the person’s own language.' }),
  manner: Line.optional().meta({ description: 'Posture and behaviour, never a number.' }),
  tells: z.array(Id).default([]),
  effect: z.strictObject({ trust: z.number().optional(), stress: z.number().optional() }).optional(),
  does: z.array(Effect).default([]),
});

export const Question = z.strictObject({
  type: QuestionType,
  says: Line,
  needs: Condition.optional().meta({
    description: 'Not offered before this; only what the desk knows may stand here.',
  }),
  effect: z.strictObject({ trust: z.number().optional(), stress: z.number().optional() }).optional(),
  answers: z.array(Answer).min(1).meta({ description: 'First match counts; the last should have no `when`.' }),
  better: Line.optional().meta({ description: 'A better wording, for the question coach in the debrief.' }),
});

export const Interview = z.strictObject({
  with: Id,
  kind: InterviewKind,
  title: Line,
  rules: z
    .array(
      z.enum([
        'child-specialist',
        'guardian',
        'support-person',
        'interpreter',
        'recorded',
        'essentials-only',
        'lawyer',
      ]),
    )
    .default([]),
  'best-place': z.array(Id).default([]),
  topics: z.record(Id, z.strictObject({ title: Line, questions: z.record(Id, Question) })),
});

export const Service = z.strictObject({
  name: Line,
  text: Text,
  at: Id,
  'run-by': Id.optional().meta({ description: 'The role that runs it; it then receives people itself.' }),
  meets: z.array(Need).min(1),
  room: z.int().min(0),
  accepts: z.strictObject({
    sex: z.array(z.enum(['female', 'male'])).default(['female', 'male']),
    'age-from': z.int().default(0),
    'age-to': z.int().default(120),
  }),
  languages: z.array(Id).default([]),
  hours: z
    .string()
    .regex(/^\d{2}:\d{2}-\d{2}:\d{2}$/)
    .default('00:00-24:00')
    .meta({ description: 'When it takes people in.' }),
  conditions: Line.optional(),
  'needs-data': z.array(Tag).default([]),
  'known-to': z.array(Id).optional().meta({ description: 'Roles that have it in their directory; all when left out.' }),
});

/** What an outside body holds and answers. */
export const Holding = z.strictObject({
  body: Id,
  kind: Id,
  item: Id.optional(),
  person: Id.optional(),
  place: Id.optional(),
  bases: z.array(Basis).min(1),
  takes: Duration.optional(),
  when: Condition.optional(),
  says: Line,
  yields: z.array(Id).default([]),
  does: z.array(Effect).default([]),
});

export const Inject = z.strictObject({
  title: Line,
  at: CaseTime.optional(),
  when: Condition.optional(),
  pocket: z.enum(['help', 'pressure', 'complication']).optional().meta({ description: 'In the trainer’s hand.' }),
  delay: Duration.optional().meta({ description: 'How long after `when` comes true.' }),
  unless: Condition.optional().meta({ description: 'Not fired if this holds at its time.' }),
  to: z.array(Id).min(1).meta({ description: 'Roles that receive it; `everyone` for all.' }),
  channel: z.enum(['call', 'message', 'letter', 'radio', 'visit', 'news']),
  from: Line,
  text: Text,
  warning: Line.optional().meta({ description: 'A care note shown before the text.' }),
  gives: z.array(Id).default([]),
  does: z.array(Effect).default([]),
  expects: z.strictObject({ who: z.array(Id).min(1), what: Line, do: Condition, within: Duration }).optional(),
});

export const Decision = z.strictObject({
  title: Line,
  text: Text,
  when: Condition.optional(),
  propose: z.array(Id).min(1).meta({ description: 'Roles that may propose.' }),
  agree: z.array(Id).default([]).meta({ description: 'Roles that must agree.' }),
  options: z.record(Id, z.strictObject({ title: Line, text: Text.optional(), does: z.array(Effect).default([]) })),
});

export const Operation = z.strictObject({
  title: Line,
  text: Text,
  at: Id,
  lead: z.array(Id).min(1),
  when: Condition.optional(),
  beds: z.int().min(0).default(0),
  languages: z.array(Id).default([]),
  sections: z.array(Id).min(1).meta({ description: 'Plan sections of the jurisdiction that this operation needs.' }),
  'need-to-know': z.array(Id).default([]).meta({ description: 'Roles that need the plan.' }),
  launched: z.array(Effect).default([]),
  aborted: z.array(Effect).default([]),
});

/** The true account for the charging table. */
export const ChargeTruth = z.strictObject({
  acceptable: z.array(Id).meta({ description: 'Offences that fit; empty where nobody should be charged.' }),
  elements: z.array(Element).default([]),
  'non-punishment': z.boolean().default(false).meta({ description: 'The non-punishment rule applies to this person.' }),
  why: Text,
});

export const Task = z.strictObject({
  title: Line,
  competency: Competency,
  weight: z.enum(['must', 'should']),
  do: Condition,
  window: z
    .strictObject({
      after: Condition.optional(),
      by: CaseTime.optional(),
      within: Duration.optional(),
      late: Duration.optional(),
    })
    .optional()
    .meta({ description: 'Within the window: done. Within `late`: late. After: missed.' }),
  undone: Condition.optional().meta({
    description: 'If this comes true before `do`, it was done wrong first: repaired at best.',
  }),
  chance: Condition.optional().meta({ description: 'Without this, nobody had the chance and nobody is marked.' }),
  desks: z.array(Id).default([]),
  sop: Id.optional(),
  teaches: Text,
});

export const RedLine = z.strictObject({
  title: Line,
  when: Condition,
  caps: z.array(Competency).min(1),
  'repaired-by': Condition.optional(),
  desks: z.array(Id).default([]),
  teaches: Text,
});

export const Scenario = z
  .strictObject({
    format: z.literal(1),
    include: z.array(PartFile).optional().meta({
      description: 'Files beside this one that hold some of its sections (`people`, `items`, …), merged by id.',
    }),
    id: Id,
    version: z.string().regex(/^\d+\.\d+\.\d+$/),
    title: Line,
    summary: Text,
    level: z.enum(['entry', 'intermediate', 'advanced']),
    length: Duration.meta({ description: 'Class time.' }),
    pace: z.number().min(0.1).max(1440).meta({ description: 'Case minutes per real minute.' }),
    starts: CaseTime,
    language: z
      .string()
      .regex(/^[a-z]{2,3}$/)
      .default('en')
      .meta({ description: 'The language of this file.' }),
    languages: z.array(z.string().regex(/^[a-z]{2,3}$/)).min(1),
    jurisdiction: Id,
    'content-card': ContentCard,
    objectives: z.array(Line).min(1),
    credits: z.strictObject({
      author: Line,
      licence: Line,
      reviewers: z
        .array(
          z.strictObject({
            who: Line,
            kind: z.enum(['protection', 'law-enforcement', 'survivor', 'law', 'language']),
            state: z.enum(['asked', 'reviewed', 'approved']),
          }),
        )
        .default([]),
    }),
    'spoken-languages': z.record(Id, Line),
    roles: z.record(Id, Role),
    places: z.record(Id, Place),
    people: z.record(Id, Person),
    helpers: z.record(Id, Helper).default({}),
    items: z.record(Id, Item),
    interviews: z.record(Id, Interview).default({}),
    services: z.record(Id, Service).default({}),
    holdings: z.record(Id, Holding).default({}).meta({ description: 'What outside bodies hold and answer.' }),
    decisions: z.record(Id, Decision).default({}),
    operations: z.record(Id, Operation).default({}),
    statecharts: z.record(Id, Statechart),
    injects: z.record(Id, Inject).default({}),
    charges: z.record(Id, ChargeTruth).default({}),
    rubric: z.record(Id, Task),
    'red-lines': z.record(Id, RedLine).default({}),
    debrief: z
      .strictObject({
        pins: z.record(Id, z.strictObject({ when: Condition, asks: Line })).default({}),
        prompts: z.array(Line).default([]),
        'victim-eye': z.record(Id, z.strictObject({ person: Id, when: Condition, says: Text })).default({}),
        model: Text.optional().meta({ description: 'The reference path, in words, for the debrief.' }),
      })
      .default({ pins: {}, prompts: [], 'victim-eye': {} }),
  })
  .meta({ id: 'Scenario', title: 'Baraza scenario' });
export type Scenario = z.infer<typeof Scenario>;
export type ScenarioInput = z.input<typeof Scenario>;
