/** Interviews, from the plan to the close. */
import { event } from '../declare.ts';
import { compared, e, many, oneOf, optional, uncompared } from '../fields.ts';
import { acted } from './acted.ts';

// biome-ignore format: one event per line reads best
export const interviewEvents = {
  /** `script` is in older logs only: a plan tells no desk whether the author wrote questions. Conditions compare it as the truth knows it. */
  'interview-planned': event({ ...acted, interview: e.interview, script: optional(e.script), person: e.person, kind: e.interviewKind, place: e.place, interpreter: optional(e.helper), support: optional(e.helper), guardian: optional(e.helper), recorded: e.yesNo, lead: e.seat }, { reading: 'timeline', creates: 'interview' }),
  'interpreter-vetting': event({ ...acted, interview: e.interview, interpreter: e.helper, due: e.time }),
  'interpreter-vetted': event({ by: e.actor, interview: e.interview, interpreter: e.helper, result: oneOf('vetting-result', ['clear', 'conflict']) }, { reading: 'timeline' }),
  'interpreter-briefed': event({ ...acted, interview: e.interview, interpreter: e.helper }, { reading: 'timeline' }),
  'interpreter-changed': event({ ...acted, interview: e.interview, interpreter: optional(e.helper) }, { reading: 'timeline' }),
  'interview-engaged': event({ ...acted, interview: e.interview, person: e.person, kind: e.interviewKind, step: many(e.engageStep) }, { reading: 'timeline' }),
  'account-begun': event({ ...acted, interview: e.interview, person: e.person, kind: e.interviewKind, place: e.place, interpreter: optional(e.helper), support: optional(e.helper), recorded: e.yesNo, posture: e.posture }, { reading: 'timeline' }),
  /** Beside `account-begun`, for conditions and the trainer: is the person truly a child, which rules of the script are kept or not. */
  'account-judged': event({ ...acted, interview: e.interview, person: e.person, kind: e.interviewKind, place: e.place, interpreter: optional(e.helper), support: optional(e.helper), recorded: e.yesNo, posture: e.posture, child: e.yesNo, safeguards: many(e.word), missing: many(e.word) }, { reading: 'hidden-from-desks', audience: 'control' }),
  'questions-offered': event({ interview: e.interview, questions: many(uncompared(e.question)) }, { reading: 'hidden-from-desks' }),
  'question-asked': event({ ...acted, interview: e.interview, person: e.person, kind: e.interviewKind, question: e.question, questionType: e.questionType }, { reading: 'timeline' }),
  /** `answer` counts the answers of the question, from 0. */
  'answer-given': event({ interview: e.interview, person: e.person, question: e.question, answer: e.answer, posture: e.posture }, { reading: 'hidden-from-desks' }),
  'question-suggested': event({ ...acted, interview: e.interview, question: e.question }, { reading: 'hidden-from-desks' }),
  'item-shown': event({ ...acted, interview: e.interview, person: e.person, item: e.item }, { reading: 'timeline' }),
  'break-taken': event({ ...acted, interview: e.interview, person: e.person }, { reading: 'timeline' }),
  'break-ended': event({ ...acted, interview: e.interview, person: e.person, posture: e.posture }, { reading: 'timeline' }),
  'lead-passed': event({ ...acted, interview: e.interview, to: compared(e.seat) }, { reading: 'hidden-from-desks' }),
  'interview-closed': event({ ...acted, interview: e.interview, person: e.person, kind: e.interviewKind, step: many(e.engageStep), text: optional(e.text) }, { reading: 'timeline' }),
};
