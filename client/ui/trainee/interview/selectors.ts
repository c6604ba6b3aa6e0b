/** Selectors of the interview screens. Pure. */
import {
  INTERVIEW_KINDS,
  type InterviewKind,
  POWER_OF_INTERVIEW,
  type QuestionType,
} from '../../../../shared/vocabulary/enums.ts';
import type { Jurisdiction } from '../../../../shared/scenario/schema/jurisdiction.ts';
import type { Interview, Turn, World } from '../../../../shared/exercise/world.ts';

/** The stages of an interview. The world's state `break` belongs to the account. */
export const STAGES = ['plan', 'engage', 'account', 'close'] as const;
export type Stage = (typeof STAGES)[number];

/** The order of question types: open questions first, harmful ones last. */
export const TYPE_ORDER: readonly QuestionType[] = [
  'open',
  'probing',
  'care',
  'rights',
  'closed',
  'leading',
  'blaming',
  'promise',
];

const STAGE_OF_STATE: Record<Interview['state'], Stage> = {
  planned: 'plan',
  engaged: 'engage',
  account: 'account',
  break: 'account',
  closed: 'close',
};

export const stageOf = (interview: Interview): Stage => STAGE_OF_STATE[interview.state];

/** True once the account has begun; such sessions count as "asked again". */
export const hasAsked = (interview: Interview): boolean =>
  interview.turns.length > 0 || interview.state === 'account' || interview.state === 'break';

/** How often this person was interviewed, as far as this desk knows. */
export const timesAsked = (world: World, person: string): number =>
  Object.values(world.interviews).filter((interview) => interview.person === person && hasAsked(interview)).length;

/** The number of a session among all sessions with the same person, from 1. */
export function sessionNumber(world: World, id: string): number {
  const interview = world.interviews[id];
  if (!interview) return 0;
  const before = Object.entries(world.interviews).filter(
    ([other, entry]) =>
      other !== id && entry.person === interview.person && hasAsked(entry) && entry.startedAt <= interview.startedAt,
  );
  return before.length + 1;
}

export interface PersonRow {
  person: string;
  /** The number of earlier sessions with questions; the open session does not count. */
  asked: number;
  /** The id of this desk's open interview with this person. */
  open?: string | undefined;
  past: string[];
}

/** The people this desk knows; those with an open interview come first. */
export function peopleRows(world: World, role: string): PersonRow[] {
  const rows = Object.entries(world.people).flatMap(([person, state]): PersonRow[] => {
    if (!state.known[role]) return [];
    const sessions = Object.entries(world.interviews).filter(([, entry]) => entry.person === person);
    const open = sessions.find(([, entry]) => entry.by === role && entry.state !== 'closed');
    const past = sessions.filter(([id]) => id !== open?.[0]).sort(([, a], [, b]) => b.startedAt - a.startedAt);
    return [
      {
        person,
        asked: past.filter(([, entry]) => hasAsked(entry)).length,
        open: open?.[0],
        past: past.map(([id]) => id),
      },
    ];
  });
  return rows.sort((a, b) => Number(b.open !== undefined) - Number(a.open !== undefined));
}

/** The kinds of interview that this desk has the power for. */
export const kindsFor = (can: (power: string) => boolean): InterviewKind[] =>
  INTERVIEW_KINDS.filter((kind) => can(POWER_OF_INTERVIEW[kind]));

/** The law pack's opening steps for this kind of interview, in the order of the pack. */
export function engageSteps(law: Jurisdiction | undefined, kind: InterviewKind): { value: string; label: string }[] {
  return Object.entries(law?.['engage-steps'] ?? {})
    .filter(([, step]) => step.for.includes(kind))
    .map(([value, step]) => ({ value, label: step.title }));
}

/** The card id of a question, and of the answer to it. A question's address is `script.topic.question`. */
export const questionCard = (question: string): `question:${string}` => `question:${question}`;
export const answerCard = (turn: Turn): `answer:${string}` | undefined =>
  turn.answer === undefined ? undefined : `answer:${turn.question}.${turn.answer}`;

export interface OfferedQuestion {
  question: string;
  type: QuestionType;
}
export interface QuestionGroup {
  type: QuestionType;
  questions: { question: string; asked: number; suggestedBy: string[] }[];
}

/** The questions on offer by type, each with how often it was asked and who suggests it. Empty groups are omitted. */
export function questionGroups(interview: Interview, offered: readonly OfferedQuestion[]): QuestionGroup[] {
  return TYPE_ORDER.map((type) => ({
    type,
    questions: offered
      .filter((entry) => entry.type === type)
      .map(({ question }) => ({
        question,
        asked: interview.turns.filter((turn) => turn.question === question).length,
        suggestedBy: interview.suggested.filter((entry) => entry.question === question).map((entry) => entry.seat),
      })),
  })).filter((group) => group.questions.length > 0);
}

/** The number of questions asked of each type. */
export function typeCounts(interview: Interview): { type: QuestionType; count: number }[] {
  return TYPE_ORDER.map((type) => ({
    type,
    count: interview.turns.filter((turn) => turn.questionType === type).length,
  })).filter((entry) => entry.count > 0);
}

/** The items this desk knows and can show, newest first. */
export function itemsToShow(world: World, role: string, interview: Interview): { item: string; shown: boolean }[] {
  return Object.entries(world.items)
    .flatMap(([item, state]) =>
      state.known[role] ? [{ item, at: state.known[role].at, shown: interview.shown.includes(item) }] : [],
    )
    .sort((a, b) => b.at - a.at)
    .map(({ item, shown }) => ({ item, shown }));
}

export interface AbsentParties {
  /** The seat's location if it is not at the place of the interview; `busy` while it travels or searches. */
  me?: { at: string | undefined; busy: boolean } | undefined;
  /** The person's location if it is not the place of the interview; `at` is undefined if this desk does not know it. */
  person?: { at: string | undefined } | undefined;
}

/** Who is absent from the place of the interview. Undefined if both are there, which the interview needs to begin. */
export function findAbsent(world: World, interview: Interview, seat: string): AbsentParties | undefined {
  const me = world.seats[seat];
  const person = world.people[interview.person];
  const here = me?.at === interview.place && me.busy === undefined;
  const there = person?.place === interview.place;
  if (here && there) return undefined;
  return {
    me: here ? undefined : { at: me?.at, busy: me?.busy !== undefined },
    person: there ? undefined : { at: person?.place },
  };
}
