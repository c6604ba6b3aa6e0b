/** Interviews: preparation, account, close. */
import { command } from '../declare.ts';
import { c, ids, optional } from '../fields.ts';

// biome-ignore format: one command per line reads best
export const preparationCommands = {
  'plan-interview': command({ person: c.person, kind: c.interviewKind, place: c.place, interpreter: optional(c.helper), support: optional(c.helper), guardian: optional(c.helper), recorded: c.yesNo }, { powers: 'by-case', makes: 'interview-planned' }),
  'vet-interpreter': command({ interview: c.interview }),
  'brief-interpreter': command({ interview: c.interview }),
  'change-interpreter': command({ interview: c.interview, interpreter: optional(c.helper) }),
  engage: command({ interview: c.interview, steps: ids(c.engageStep) }),
};

// biome-ignore format: one command per line reads best
export const accountCommands = {
  'begin-account': command({ interview: c.interview }),
  ask: command({ interview: c.interview, question: c.question }),
  'suggest-question': command({ interview: c.interview, question: c.question }),
  'show-item': command({ interview: c.interview, item: c.item }),
  'take-break': command({ interview: c.interview }),
  'end-break': command({ interview: c.interview }),
  'pass-lead': command({ interview: c.interview, to: c.seat }),
  'close-interview': command({ interview: c.interview, steps: ids(c.engageStep), text: optional(c.text) }),
};
