/** The scenario format: one definition for the loader, the editor schema, the reference and the types. */
import { z } from 'zod';
import {
  Basis,
  ConsentKind,
  Element,
  InterviewKind,
  Manner,
  Need,
  Power,
  QuestionType,
  Rank,
  Status,
} from '../../vocabulary/enums.ts';
import { CaseTime, Id, idOf } from '../../vocabulary/scalars.ts';
import { Competency, Duration, Line, PartFile, Tag, Text } from './basics.ts';
import { asked, Condition } from '../../vocabulary/conditions.ts';
import { Effect } from './effects.ts';
import { Statechart } from './statecharts.ts';

export const ContentCard = z.strictObject({
  themes: z
    .array(Line)
    .min(1)
    .meta({ description: 'What the case is about, in plain words; shown before people join.' }),
  intensity: z.int().min(1).max(3).meta({ description: 'How heavy it is: 1 calm, 2 moving, 3 hard.' }),
  children: z.boolean().meta({ description: 'Whether children are among the people of the case.' }),
  'sexual-violence': z.enum(['none', 'mentioned']).meta({ description: 'It may be mentioned, and is never shown.' }),
  note: Text.optional().meta({ description: 'Care advice for the class, and how to step out.' }),
});

const Seats = z
  .string()
  .regex(/^\d+(-\d+)?$/, 'seats are written `2` or `1-6`')
  .transform((text) => {
    const [min = 1, max = min] = text.split('-').map(Number);
    return { min, max };
  });

export const Role = z.strictObject({
  desk: idOf('agency', 'An agency of the law pack: its title, powers and duties come from there.'),
  seats: Seats.prefault('1-6').meta({ description: 'How many people can sit at this desk: `2`, or `1-6`.' }),
  required: z.boolean().default(true).meta({ description: 'Must be seated before the exercise can start.' }),
  at: idOf('place', 'The place where its people start.'),
  brief: Text.meta({
    description: 'What these people are told first: who they are, what they can do, what they hold.',
  }),
  'first-steps': z.array(Line).min(1).max(5).meta({ description: 'One to five things to do in the first minutes.' }),
  knows: z
    .array(idOf('item', 'An item of the case.'))
    .default([])
    .meta({ description: 'Items this desk holds at the start; the other desks do not know of them.' }),
  people: z
    .array(idOf('person', 'A person of the case.'))
    .default([])
    .meta({ description: 'People this desk knows of at the start.' }),
  powers: z.array(Power).default([]).meta({ description: 'Powers beyond those of its agency.' }),
  simulated: z
    .strictObject({
      allowed: z
        .boolean()
        .default(true)
        .meta({ description: 'Whether this desk may be simulated when no person sits there.' }),
      manner: Manner.default('rule-bound').meta({
        description: 'How it treats other desks unless the trainer changes it: helpful, rule-bound or overloaded.',
      }),
    })
    .prefault({})
    .meta({ description: 'What a trainer may do with this desk when there are not enough people.' }),
});

export const Place = z.strictObject({
  name: Line.meta({ description: 'Its name on the map.' }),
  text: Text.meta({ description: 'What a desk sees on arrival.' }),
  art: Id.optional().meta({ description: 'A picture: `bus-park` is art/bus-park.svg in the folder of the case.' }),
  map: z
    .tuple([z.number().min(0).max(100), z.number().min(0).max(100)])
    .meta({ description: 'Position on the map, in percent: from the left, from the top.', examples: [[40, 60]] }),
  near: z
    .record(idOf('place', 'A place of the case.'), Duration)
    .default({})
    .meta({ description: 'Neighbouring places and how long the way takes; both directions.' }),
  hidden: z
    .boolean()
    .default(false)
    .meta({ description: 'Not on the map until a role learns an item that names it (`shows`).' }),
  'known-to': z
    .array(idOf('role', 'A desk of the case.'))
    .default([])
    .meta({ description: 'Roles that know a hidden place from the start.' }),
  open: z
    .string()
    .regex(/^\d{2}:\d{2}-\d{2}:\d{2}$/)
    .optional()
    .meta({ description: 'When it is open; always, when left out.', examples: ['08:00-17:00'] }),
  custody: z.boolean().default(false).meta({ description: 'A place of detention (cells).' }),
});

/** What an item, or one of its parts, tells beside its words. */
const TELLS = {
  source: idOf('person', 'The person it comes from; items of one source do not corroborate each other.').optional(),
  about: z
    .array(idOf('person', 'A person of the case.'))
    .default([])
    .meta({ description: 'People it is about: a desk that learns it knows of them.' }),
  names: z
    .array(idOf('person', 'A person of the case.'))
    .default([])
    .meta({ description: 'People whose name it gives.' }),
  shows: z
    .array(idOf('place', 'A place of the case.'))
    .default([])
    .meta({ description: 'Hidden places it puts on the map.' }),
};

export const Item = z.strictObject({
  kind: z
    .enum(['document', 'object', 'digital', 'testimony', 'record', 'message'])
    .meta({ description: 'What kind of evidence or information it is.' }),
  title: Line.meta({ description: 'The title of its card on the evidence board.' }),
  text: Text.optional().meta({ description: 'What it says, when it has no parts.' }),
  parts: z
    .record(
      Id,
      z.strictObject({
        title: Line.meta({ description: 'The name of this part in the list of parts to share.' }),
        text: Text.meta({ description: 'What this part says.' }),
        tags: z.array(Tag).default([]).meta({
          description: 'What kind of information this part is; narrow tags go only to desks that may hold them.',
        }),
        ...TELLS,
      }),
    )
    .optional()
    .meta({
      description:
        'Named parts that can be shared or left out one by one, each with its own tags, people, names and places.',
    }),
  tags: z
    .array(Tag)
    .default([])
    .meta({ description: 'What kind of information this is; narrow tags go only to desks that may hold them.' }),
  art: Id.optional().meta({ description: 'A picture: `list` is art/list.svg in the folder of the case.' }),
  found: z
    .strictObject({
      at: idOf('place', 'The place where it lies.'),
      by: z
        .array(idOf('role', 'A desk of the case.'))
        .optional()
        .meta({ description: 'Roles that can find it; any when left out.' }),
      needs: Power.optional().meta({ description: 'The power a desk must have to find it.' }),
      takes: Duration.optional().meta({ description: 'How long the search takes, like `10m`.' }),
      when: Condition.optional().meta({ description: 'It can only be found once this holds.' }),
    })
    .optional()
    .meta({
      description:
        'Where and how it is found, and by which roles; leave it out for items that are told, given or held from the start.',
    }),
  take: z
    .strictObject({
      needs: Power.meta({ description: 'The power to take it.' }),
      bases: z.array(Basis).min(1).meta({ description: 'Any one of these makes it lawful.' }),
    })
    .optional()
    .meta({
      description:
        'Taking it into custody needs this power and one of these bases; without, it can be taken but is judged.',
    }),
  lasts: Duration.optional().meta({ description: 'How long it can be found, from the start or from `lasts-from`.' }),
  'lasts-from': Condition.optional().meta({
    description: 'Its time runs from when this becomes true, not from the start.',
  }),
  core: z.boolean().default(false).meta({ description: 'A core exhibit: a break in its custody is a red line.' }),
  analysis: z
    .strictObject({
      needs: Power.meta({ description: 'The power to have it analysed.' }),
      takes: Duration.meta({ description: 'How long the result takes, like `1h`.' }),
      yields: z
        .array(idOf('item', 'An item of the case.'))
        .min(1)
        .meta({ description: 'The items that the analysis yields.' }),
      when: Condition.optional().meta({ description: 'It can only be analysed once this holds.' }),
    })
    .optional()
    .meta({ description: 'What an analysis yields, and how long it takes.' }),
  supports: z
    .record(idOf('person', 'A person of the case.'), z.array(Element).min(1))
    .default({})
    .meta({ description: 'What it helps to prove, by person.' }),
  ...TELLS,
  indicates: z
    .array(idOf('indicator', 'An indicator of the law pack.'))
    .default([])
    .meta({ description: 'Indicators that can be read off it.' }),
  'needed-by': z
    .array(idOf('role', 'A desk of the case.'))
    .default([])
    .meta({ description: 'Roles that lawfully need it.' }),
  'needed-parts': z
    .record(idOf('role', 'A desk of the case.'), z.array(Id))
    .optional()
    .meta({ description: 'For roles that need only some parts.' }),
});

export const Person = z.strictObject({
  name: Line.meta({ description: 'The name, known to a desk only once a source has given it.' }),
  appears: Line.meta({ description: 'A description of this person for desks that do not know the name.' }),
  sex: z
    .enum(['female', 'male'])
    .meta({ description: 'For services that take only women or only men, and for the figures.' }),
  status: Status.meta({ description: 'What is true of this person; the class has to find out.' }),
  age: z
    .strictObject({
      real: z.int().min(0).max(110).meta({ description: 'The true age in years.' }),
      claimed: z.int().min(0).max(110).optional().meta({ description: 'The age that is told or written in papers.' }),
      doubt: z.boolean().default(false).meta({ description: 'Whether a child could be taken for an adult.' }),
    })
    .meta({ description: 'True age, and the age that is claimed.', examples: [{ real: 16, claimed: 19 }] }),
  language: idOf('spoken-language', 'The language this person speaks best, one of `spoken-languages`.'),
  at: idOf('place', 'Where this person is at the start.'),
  art: Id.optional().meta({ description: 'A picture: `nyota` is art/nyota.svg in the folder of the case.' }),
  needs: z.array(Need).default([]).meta({ description: 'What this person needs; each should be met by a service.' }),
  indicators: z
    .array(idOf('indicator', 'An indicator of the law pack.'))
    .default([])
    .meta({ description: 'Indicators truly present.' }),
  start: z
    .strictObject({
      trust: z.int().min(0).max(10).default(5).meta({ description: 'From 0, none, to 10, full.' }),
      stress: z.int().min(0).max(10).default(3).meta({ description: 'From 0, calm, to 10, too much.' }),
    })
    .default({ trust: 5, stress: 3 })
    .meta({
      description: 'Trust and stress at the start, as values; everywhere else `effect:` holds changes.',
    }),
  screening: z
    .strictObject({
      says: Line.meta({ description: 'What this person says when seen alone.' }),
      yields: z
        .array(idOf('item', 'An item of the case.'))
        .default([])
        .meta({ description: 'Items that a desk learns when it sees this person alone.' }),
      'in-company': Line.optional().meta({ description: 'What this person says while others listen.' }),
    })
    .optional()
    .meta({ description: 'What is said and learned when screened alone, or in company.' }),
  consents: z
    .partialRecord(
      ConsentKind,
      z
        .array(
          z.strictObject({
            when: Condition.optional().meta({ description: 'This answer only if this holds.' }),
            answer: z.enum(['given', 'refused']).meta({ description: 'Whether the person agrees.' }),
            says: Line.meta({ description: 'The words of the answer.' }),
          }),
        )
        .min(1),
    )
    .default({})
    .meta({ description: 'What this person answers when asked; first match counts.' }),
  offers: z
    .array(
      z.strictObject({
        service: idOf('service', 'Only for this service; for any, when left out.').optional(),
        when: Condition.optional().meta({ description: 'This answer only if this holds.' }),
        answer: z
          .enum(['accepted', 'refused'])
          .meta({ description: 'A refusal by a person with a real choice is a good result.' }),
        says: Line.meta({ description: 'The words of the answer.' }),
      }),
    )
    .default([])
    .meta({ description: 'What this person answers to an offer; first match counts.' }),
  'risk-level': Rank.optional().meta({ description: 'How great the danger to this person really is.' }),
  'family-risk': z
    .boolean()
    .default(false)
    .meta({ description: 'The family must not be called before the risk is checked.' }),
});

/** Changes, not absolute values. */
const MOOD = {
  trust: z.number().min(-10).max(10).optional().meta({ description: 'Change of trust: `1`, `-2`.' }),
  stress: z.number().min(-10).max(10).optional().meta({ description: 'Change of stress: `1`, `-2`.' }),
};

/** What a desk must know of to be told of something. */
const knownWith = (description: string) =>
  z
    .array(idOf('item-person-or-inject', 'An item or a person that the desk knows, or an inject that it has received.'))
    .min(1)
    .optional()
    .meta({ description });

export const Helper = z.strictObject({
  name: Line.meta({ description: 'The name by which this helper is chosen.' }),
  kind: z
    .enum(['interpreter', 'support-person', 'guardian'])
    .meta({ description: 'What this helper does in an interview.' }),
  languages: z
    .array(idOf('spoken-language', 'A language of `spoken-languages`.'))
    .default([])
    .meta({ description: 'The languages this helper speaks.' }),
  'known-with': knownWith(
    'On the list of a desk once it knows one of these; on every list from the start, when left out.',
  ),
  by: z.enum(['phone', 'in-person']).default('in-person').meta({ description: 'How this helper takes part.' }),
  says: Line.meta({ description: 'What the desk reads when choosing.' }),
  vetting: z
    .strictObject({
      takes: Duration.meta({ description: 'How long the check takes, like `10m`.' }),
      result: z
        .enum(['clear', 'conflict'])
        .meta({ description: 'The result of a check: `conflict` is a tie to a person of the case.' }),
      says: Line.meta({ description: 'What the desk reads after the check.' }),
    })
    .meta({ description: 'The result of a check of this helper, and how long it takes.' }),
  effect: z
    .strictObject(MOOD)
    .optional()
    .meta({ description: 'On the person interviewed, when the interview begins.' }),
});

export const Answer = z.strictObject({
  when: Condition.optional().meta({ description: 'This answer only if this holds; the last answer has no `when`.' }),
  says: Text.meta({ description: 'The words of the answer.' }),
  own: Text.optional().meta({ description: 'The same line in the person’s own language.' }),
  manner: Line.optional().meta({ description: 'Posture and behaviour, never a number.' }),
  tells: z
    .array(idOf('item', 'An item of the case.'))
    .default([])
    .meta({ description: 'Items the desk learns by this answer.' }),
  effect: z.strictObject(MOOD).optional().meta({ description: 'Changes of trust and stress by the answer.' }),
  does: z.array(Effect).default([]).meta({ description: 'Further effects of this answer.' }),
});

export const Question = z.strictObject({
  type: QuestionType.meta({ description: 'How it is asked; the debrief counts the types.' }),
  says: Line.meta({ description: 'The words of the question.' }),
  needs: Condition.optional().meta({
    description: 'Offered once this holds; it may only ask about what the desk knows.',
  }),
  effect: z.strictObject(MOOD).optional().meta({
    description: 'Changes of trust and stress by asking it. They count before its own answer is chosen.',
  }),
  answers: z.array(Answer).min(1).meta({ description: 'First match counts; the last should have no `when`.' }),
  better: Line.optional().meta({ description: 'A better wording, for the question coach in the debrief.' }),
});

export const Interview = z.strictObject({
  with: idOf('person', 'The person who is interviewed.'),
  kind: InterviewKind.meta({ description: 'First questions for safety, the account itself, a witness, or a suspect.' }),
  title: Line.meta({ description: 'What the desk reads when choosing this interview.' }),
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
    .default([])
    .meta({ description: 'What this interview needs to be a good one; the debrief lists what is missing.' }),
  'best-place': z
    .array(idOf('place', 'A place of the case.'))
    .default([])
    .meta({ description: 'Where this interview should be held.' }),
  topics: z
    .record(
      Id,
      z.strictObject({
        title: Line.meta({ description: 'What this part of the interview is about.' }),
        questions: z.record(Id, Question).meta({ description: 'The questions of this topic, by id.' }),
      }),
    )
    .meta({ description: 'The parts of the interview, by id, in the order they are shown.' }),
});

export const Service = z.strictObject({
  name: Line.meta({ description: 'Its name in the directory.' }),
  text: Text.meta({ description: 'What the directory says about it.' }),
  at: idOf('place', 'Where it is.'),
  'run-by': idOf('role', 'The desk that runs it; it then receives people itself.').optional(),
  meets: z.array(Need).min(1).meta({ description: 'The needs it meets.' }),
  room: z.int().min(0).meta({ description: 'How many people it can take at the start.' }),
  accepts: z
    .strictObject({
      sex: z
        .array(z.enum(['female', 'male']))
        .default(['female', 'male'])
        .meta({ description: 'Both, when left out.' }),
      'age-from': z.int().default(0).meta({ description: 'Youngest age it takes.' }),
      'age-to': z.int().default(120).meta({ description: 'Oldest age it takes.' }),
    })
    .prefault({})
    .meta({ description: 'Which people it accepts; all, when left out.' }),
  languages: z
    .array(idOf('spoken-language', 'A language of `spoken-languages`.'))
    .default([])
    .meta({ description: 'Languages spoken there.' }),
  hours: z
    .string()
    .regex(/^\d{2}:\d{2}-\d{2}:\d{2}$/)
    .default('00:00-24:00')
    .meta({ description: 'When it takes people in.' }),
  conditions: Line.optional().meta({ description: 'What it asks of people who come, like house rules.' }),
  'needs-data': z
    .array(Tag)
    .default([])
    .meta({ description: 'The kinds of information it needs in order to take a person.' }),
  'known-to': z
    .array(idOf('role', 'A desk of the case.'))
    .optional()
    .meta({ description: 'Roles that have it in their directory; all when left out.' }),
});

/** Information that an outside body holds and answers with. */
export const Holding = z.strictObject({
  body: idOf('body', 'The outside body that is asked, from the law pack.'),
  kind: idOf('request-kind', 'The kind of request it answers, from the law pack.'),
  item: idOf('item', 'Only if asked about this item.').optional(),
  person: idOf('person', 'Only if asked about this person.').optional(),
  place: idOf('place', 'Only if asked about this place.').optional(),
  bases: z.array(Basis).min(1).meta({ description: 'The legal bases on which it answers.' }),
  takes: Duration.optional().meta({ description: 'How long it takes; the usual time of the law pack when left out.' }),
  when: Condition.optional().meta({ description: 'It answers so only if this holds.' }),
  says: Line.meta({ description: 'The words of the answer.' }),
  yields: z
    .array(idOf('item', 'An item of the case.'))
    .default([])
    .meta({ description: 'Items that come with the answer.' }),
  does: z.array(Effect).default([]).meta({ description: 'Further effects of the answer.' }),
});

export const Inject = z.strictObject({
  title: Line.meta({ description: 'What the trainer reads on the plan.' }),
  at: CaseTime.optional().meta({ description: 'Planned: it comes at this moment of the case.' }),
  when: Condition.optional().meta({ description: 'It comes when this becomes true.' }),
  pocket: z
    .enum(['help', 'pressure', 'complication'])
    .optional()
    .meta({ description: 'Fired by the trainer by hand.' }),
  delay: Duration.optional().meta({ description: 'How long after `when` comes true.' }),
  unless: Condition.optional().meta({ description: 'Not fired if this holds at its time.' }),
  to: z
    .array(idOf('role', 'A desk of the case, or `everyone`.'))
    .min(1)
    .meta({ description: 'Roles that receive it; `everyone` for all.' }),
  channel: z
    .enum(['call', 'message', 'letter', 'radio', 'visit', 'news'])
    .meta({ description: 'How it reaches the desk.' }),
  from: Line.meta({ description: 'Who calls, writes or comes.' }),
  text: Text.meta({ description: 'What the desk hears or reads.' }),
  warning: Line.optional().meta({ description: 'A care note shown before the text.' }),
  gives: z.array(idOf('item', 'An item of the case.')).default([]).meta({ description: 'Items that come with it.' }),
  does: z.array(Effect).default([]).meta({ description: 'Further effects.' }),
  expects: z
    .strictObject({
      who: z.array(idOf('role', 'A desk of the case.')).min(1).meta({ description: 'The desks that should act.' }),
      what: Line.meta({ description: 'The action, in words, for the trainer.' }),
      do: asked('What must happen for it to count as done.'),
      within: Duration.meta({ description: 'How long they have, like `30m`.' }),
    })
    .optional()
    .meta({ description: 'What the desks are expected to do about it, and by when; only the trainer sees it.' }),
});

export const Decision = z.strictObject({
  title: Line.meta({ description: 'The question to be decided.' }),
  text: Text.meta({ description: 'The considerations.' }),
  'known-with': knownWith(
    'A desk is told once it knows one of these, or when another desk proposes; all at once, when left out.',
  ),
  when: Condition.optional().meta({ description: 'It opens when this becomes true; at the start, when left out.' }),
  propose: z.array(idOf('role', 'A desk of the case.')).min(1).meta({ description: 'Roles that may propose.' }),
  agree: z.array(idOf('role', 'A desk of the case.')).default([]).meta({ description: 'Roles that must agree.' }),
  options: z
    .record(
      Id,
      z.strictObject({
        title: Line.meta({ description: 'The choice in a few words.' }),
        text: Text.optional().meta({ description: 'The arguments for it and against it.' }),
        does: z.array(Effect).default([]).meta({ description: 'The effects when it is decided.' }),
      }),
    )
    .meta({ description: 'The choices, by id; at least two.' }),
});

export const Operation = z.strictObject({
  title: Line.meta({ description: 'The name of the plan.' }),
  text: Text.meta({ description: 'What is to be done, and why now.' }),
  at: idOf('place', 'Where it takes place.'),
  lead: z.array(idOf('role', 'A desk of the case.')).min(1).meta({ description: 'Roles that plan and launch it.' }),
  'known-with': knownWith('A desk is told of the plan once it knows one of these; all at once, when left out.'),
  when: Condition.optional().meta({ description: 'It can be planned once this holds.' }),
  beds: z.int().min(0).default(0).meta({ description: 'How many beds must be promised before it starts.' }),
  languages: z
    .array(idOf('spoken-language', 'A language of `spoken-languages`.'))
    .default([])
    .meta({ description: 'Languages for which an interpreter must be ready.' }),
  sections: z
    .array(idOf('plan-section', 'A plan section of the law pack.'))
    .min(1)
    .meta({ description: 'Plan sections of the jurisdiction that this operation needs.' }),
  'need-to-know': z
    .array(idOf('role', 'A desk of the case.'))
    .default([])
    .meta({ description: 'Roles that need the plan.' }),
  launched: z.array(Effect).default([]).meta({ description: 'The effects when it is launched.' }),
  aborted: z.array(Effect).default([]).meta({ description: 'The effects when it is aborted.' }),
});

/** The true account for the charging table. */
export const ChargeTruth = z.strictObject({
  acceptable: z
    .array(idOf('offence', 'An offence of the law pack.'))
    .meta({ description: 'Offences that fit; empty if this person should not be charged.' }),
  elements: z.array(Element).default([]).meta({ description: 'The elements that can be proved against this person.' }),
  'non-punishment': z.boolean().default(false).meta({ description: 'The non-punishment rule applies to this person.' }),
  why: Text.meta({ description: 'The reasons, told in the debrief.' }),
});

export const Task = z.strictObject({
  title: Line.meta({ description: 'What is asked, as a sentence that is true once it is done.' }),
  competency: Competency.meta({ description: 'The competency it shows; one needs two tasks to be rated.' }),
  weight: z
    .enum(['must', 'should'])
    .meta({ description: 'A missed `must` costs the rating; a `should` is good practice.' }),
  do: asked('What must become true for the task to be done.'),
  window: z
    .strictObject({
      after: Condition.optional().meta({
        description: 'The window opens when this becomes true; at the start, when left out.',
      }),
      by: CaseTime.optional().meta({ description: 'It closes at this moment of the case.' }),
      within: Duration.optional().meta({ description: 'It closes this long after it opened.' }),
      late: Duration.optional().meta({ description: 'For this long after that, it still counts as late.' }),
    })
    .optional()
    .meta({ description: 'Within the window: done. Within `late`: late. After: missed.' }),
  undone: Condition.optional().meta({
    description: 'If this becomes true before `do`, it was done wrong first: repaired at best.',
  }),
  chance: Condition.optional().meta({ description: 'Without this, no desk had the chance and the task is not rated.' }),
  desks: z
    .array(idOf('role', 'A desk of the case.'))
    .default([])
    .meta({ description: 'The desks whose task it is; the team, when left out.' }),
  sop: idOf('sop-element', 'The element of the SOPs it belongs to.').optional(),
  teaches: Text.meta({ description: 'Why it matters; read aloud in the debrief.' }),
});

export const RedLine = z.strictObject({
  title: Line.meta({ description: 'What must never happen, as a sentence.' }),
  when: asked('It is crossed when this becomes true.'),
  caps: z.array(Competency).min(1).meta({ description: 'Competencies that cannot be rated well once it is crossed.' }),
  'repaired-by': Condition.optional().meta({ description: 'What repairs it afterwards, as far as possible.' }),
  desks: z
    .array(idOf('role', 'A desk of the case.'))
    .default([])
    .meta({ description: 'The desks it applies to; the team, when left out.' }),
  teaches: Text.meta({ description: 'Why it is a red line; read aloud in the debrief.' }),
});

export const Scenario = z
  .strictObject({
    format: z.literal(1).meta({ description: 'The version of the language: always 1.' }),
    include: z.array(PartFile).optional().meta({
      description: 'Files beside this one that hold some of its sections (`people`, `items`, …), merged by id.',
    }),
    id: Id.meta({
      description: 'The name of the folder, in small letters and hyphens. Exercises refer to it: never change it.',
    }),
    version: z
      .string()
      .regex(/^\d+\.\d+\.\d+$/)
      .default('1.0.0')
      .meta({ description: 'Raise it when the texts change, so that translations become stale.', examples: ['1.0.0'] }),
    title: Line.meta({ description: 'The name of the case on the card the trainer picks.' }),
    summary: Text.meta({
      description: 'What a trainer reads before choosing the case; it reveals nothing of the story.',
    }),
    level: z
      .enum(['entry', 'intermediate', 'advanced'])
      .default('entry')
      .meta({ description: 'The level of the class: beginners, people with practice, or experts.' }),
    length: Duration.meta({
      description: 'Class time, without the debrief: `90m`. Every other duration is time of the case.',
      examples: ['45m'],
    }),
    pace: z.number().min(0.1).max(1440).default(6).meta({ description: 'Case minutes per real minute.' }),
    starts: CaseTime.prefault('day 1 08:00').meta({
      description: 'The moment of the case when the exercise starts: `day 1 08:00`.',
    }),
    language: z
      .string()
      .regex(/^[a-z]{2,3}$/)
      .default('en')
      .meta({ description: 'The language of this file.' }),
    languages: z
      .array(z.string().regex(/^[a-z]{2,3}$/))
      .min(1)
      .meta({
        description: 'The languages the case can be played in: this file’s own, and one file per translation.',
        examples: [['en']],
      }),
    jurisdiction: Id.meta({
      description: 'The law pack: `taravia` is jurisdictions/taravia.yaml, beside the cases.',
      examples: ['taravia'],
    }),
    'content-card': ContentCard.meta({
      description: 'What people are told before joining: themes, how heavy it is, whether children are in it.',
    }),
    objectives: z.array(Line).min(1).meta({ description: 'What the class will be able to do afterwards.' }),
    credits: z
      .strictObject({
        author: Line.meta({ description: 'Who wrote the case.' }),
        licence: Line.meta({ description: 'Under which licence others may use it.', examples: ['CC BY 4.0'] }),
        reviewers: z
          .array(
            z.strictObject({
              who: Line.meta({ description: 'Who is asked to review it.' }),
              kind: z
                .enum(['protection', 'law-enforcement', 'survivor', 'law', 'language'])
                .meta({ description: 'What this reviewer knows best.' }),
              state: z.enum(['asked', 'reviewed', 'approved']).meta({ description: 'How far the review is.' }),
            }),
          )
          .default([])
          .meta({ description: 'People who read the case before a class does: two who know the field, at least.' }),
      })
      .meta({ description: 'Author, licence and reviewers.' }),
    'spoken-languages': z
      .record(Id, Line)
      .meta({ description: 'Languages that people of the case speak, by id; invented ones are best.' }),
    roles: z.record(Id, Role).meta({ description: 'The desks, by id: an agency’s part in this case.' }),
    places: z.record(Id, Place).meta({ description: 'The places on the map, by id.' }),
    people: z
      .record(Id, Person)
      .meta({ description: 'The people of the story, by id; no one in the class has to play them.' }),
    helpers: z
      .record(Id, Helper)
      .default({})
      .meta({ description: 'Interpreters, support persons and guardians, by id.' }),
    items: z.record(Id, Item).meta({ description: 'Information and evidence, by id.' }),
    interviews: z.record(Id, Interview).default({}).meta({ description: 'Interviews with people, by id.' }),
    services: z.record(Id, Service).default({}).meta({ description: 'Where people can be referred to, by id.' }),
    holdings: z.record(Id, Holding).default({}).meta({ description: 'What outside bodies hold and answer.' }),
    decisions: z.record(Id, Decision).default({}).meta({ description: 'Choices that desks make together, by id.' }),
    operations: z
      .record(Id, Operation)
      .default({})
      .meta({ description: 'Plans that can be launched or aborted, by id.' }),
    statecharts: z
      .record(Id, Statechart)
      .meta({ description: 'How the case moves: its phases and parallel threads, such as what the suspects know.' }),
    injects: z
      .record(Id, Inject)
      .default({})
      .meta({ description: 'What reaches the desks by time, by condition or by the trainer’s hand, by id.' }),
    charges: z
      .record(idOf('person', 'A person of the case.'), ChargeTruth)
      .default({})
      .meta({ description: 'The true account for the charging table, by person.' }),
    rubric: z.record(Id, Task).meta({ description: 'The tasks of the class, by id; the debrief rates them.' }),
    'red-lines': z.record(Id, RedLine).default({}).meta({ description: 'What must never happen, by id.' }),
    debrief: z
      .strictObject({
        pins: z
          .record(
            Id,
            z.strictObject({
              when: asked('The moment.'),
              asks: Line.meta({ description: 'The question to the class.' }),
            }),
          )
          .default({})
          .meta({ description: 'Moments worth a question in the debrief, by id.' }),
        prompts: z.array(Line).default([]).meta({ description: 'Questions for the discussion.' }),
        'victim-eye': z
          .record(
            Id,
            z.strictObject({
              person: idOf('person', 'Whose eyes it is seen with.'),
              when: asked('The moment.'),
              says: Text.meta({ description: 'How it felt to this person, in a sentence or two.' }),
            }),
          )
          .default({})
          .meta({ description: 'The case as one person lived it, by id.' }),
        model: Text.optional().meta({ description: 'The reference path, in words, for the debrief.' }),
      })
      .default({ pins: {}, prompts: [], 'victim-eye': {} })
      .meta({ description: 'The material of the debrief.' }),
  })
  .meta({ id: 'Scenario', title: 'Baraza scenario' });
export type Scenario = z.infer<typeof Scenario>;
export type ScenarioInput = z.input<typeof Scenario>;
