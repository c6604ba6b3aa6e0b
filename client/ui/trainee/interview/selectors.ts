/** What the interview screens read from a desk's world. Pure. */
import type { InterviewKind, QuestionType } from '../../../../shared/vocabulary/enums.ts';
import type { Jurisdiction } from '../../../../shared/scenario/schema/jurisdiction.ts';
import type { Interview, Turn, World } from '../../../../shared/exercise/world.ts';

/** The stages of an interview as people speak of them; the world's `break` belongs to the account. */
export const STAGES = ['plan', 'engage', 'account', 'close'] as const;
export type Stage = (typeof STAGES)[number];

/** The order in which question types are offered: what lets a person tell comes first, what hurts last. */
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

const stageOf: Record<Interview['state'], Stage> = {
  planned: 'plan',
  engaged: 'engage',
  account: 'account',
  break: 'account',
  closed: 'close',
};

/** Where an interview stands. */
export const stage = (interview: Interview): Stage => stageOf[interview.state];

/** True once the person has been asked to tell something: these are the sessions that count as "asked again". */
export const hasAsked = (interview: Interview): boolean =>
  interview.turns.length > 0 || interview.state === 'account' || interview.state === 'break';

/** How often this person has been interviewed, as far as this desk knows. */
export const timesAsked = (world: World, person: string): number =>
  Object.values(world.interviews).filter((interview) => interview.person === person && hasAsked(interview)).length;

/** The place of a session among all sessions with the same person, from 1. */
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
  /** Earlier sessions in which the person was asked something; the open one does not count yet. */
  asked: number;
  /** This desk's interview with this person that is not closed yet. */
  open?: string | undefined;
  past: string[];
}

/** Everybody this desk knows, those with an open interview first, then those asked least. */
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

const POWER_FOR: Record<InterviewKind, string> = {
  'first-questions': 'interview-victim',
  account: 'interview-victim',
  witness: 'interview-witness',
  suspect: 'interview-suspect',
};

/** The kinds of interview this desk has the power for. */
export const kindsFor = (can: (power: string) => boolean): InterviewKind[] =>
  (['first-questions', 'account', 'witness', 'suspect'] as const).filter((kind) => can(POWER_FOR[kind]));

/** The steps of the law pack for engaging in this kind of interview, in the order of the pack. */
export function engageSteps(law: Jurisdiction | undefined, kind: InterviewKind): { value: string; label: string }[] {
  return Object.entries(law?.['engage-steps'] ?? {})
    .filter(([, step]) => step.for.includes(kind))
    .map(([value, step]) => ({ value, label: step.title }));
}

/** The id of the card of a question or of the answer given to it. A question's address is `script.topic.question`. */
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

/** Questions on offer, grouped by type; each knows how often it was asked and who suggests it. Empty groups are left out. */
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

/** How many questions of each type were asked, for the summary at the end. */
export function typeCounts(interview: Interview): { type: QuestionType; count: number }[] {
  return TYPE_ORDER.map((type) => ({
    type,
    count: interview.turns.filter((turn) => turn.questionType === type).length,
  })).filter((entry) => entry.count > 0);
}

/** Items this desk knows that can be laid on the table, newest first. */
export function itemsToShow(world: World, role: string, interview: Interview): { item: string; shown: boolean }[] {
  return Object.entries(world.items)
    .flatMap(([item, state]) =>
      state.known[role] ? [{ item, at: state.known[role].at, shown: interview.shown.includes(item) }] : [],
    )
    .sort((a, b) => b.at - a.at)
    .map(({ item, shown }) => ({ item, shown }));
}

export interface Apart {
  /** Where this seat is, unless it is already at the place of the interview; `busy` while it is on its way or searching. */
  me?: { at: string | undefined; busy: boolean } | undefined;
  /** Where the person is, unless at the place of the interview; undefined place: this desk does not know. */
  person?: { at: string | undefined } | undefined;
}

/** Who is not where the interview is to be. Undefined when both are there: only then can it begin. */
export function apart(world: World, interview: Interview, seat: string): Apart | undefined {
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
