/**
 * The fields that events and commands are made of. One field says at once: the schema (and with it the TypeScript type), what
 * the value stands for, what it may say about a person who plays, and whether a `happened` condition can compare it.
 */
import { z } from 'zod';
import {
  Basis,
  BotKind,
  Channel,
  ConsentKind,
  Element,
  Handling,
  InterviewKind,
  Learned,
  Manner,
  Need,
  NonPunishment,
  Posture,
  Presence,
  Purpose,
  QuestionType,
  Rank,
  ReferralState,
  Status,
  Transport,
} from './enums.ts';
import type { Pii } from './pii.ts';

/**
 * What the value of a field stands for. `interview` is a script of the case; `made-in-play` are ids that only exist once the
 * exercise runs, so no author can name them; `any` is a word from several lists; `machine` is for the core alone.
 */
export type ValueKind =
  | 'actor'
  | 'role'
  | 'role-or-body'
  | 'seat'
  | 'person'
  | 'place'
  | 'item'
  | 'part'
  | 'holding'
  | 'question'
  | 'service'
  | 'inject'
  | 'decision'
  | 'option'
  | 'operation'
  | 'plan-section'
  | 'offence'
  | 'indicator'
  | 'helper'
  | 'signal'
  | 'chart'
  | 'state-of-chart'
  | 'remedy'
  | 'measure'
  | 'duty'
  | 'engage-step'
  | 'sop-element'
  | 'request-kind'
  | 'consent-kind'
  | 'interview-kind'
  | 'question-type'
  | 'need'
  | 'purpose'
  | 'basis'
  | 'channel'
  | 'status'
  | 'rank'
  | 'interview'
  | 'referral-state'
  | 'non-punishment'
  | 'learned'
  | 'handling'
  | 'presence'
  | 'transport'
  | 'decline'
  | 'request-outcome'
  | 'vetting-result'
  | 'yes-no'
  | 'number'
  | 'time'
  | 'text'
  | 'made-in-play'
  | 'machine'
  | 'any';

export interface Field<S extends z.ZodType = z.ZodType, C extends boolean = boolean> {
  readonly schema: S;
  readonly holds: ValueKind;
  readonly pii: Pii;
  /** True where a `happened` condition can compare this field. A list matches when it contains the wanted value. */
  readonly compared: C;
}
export type Fields = Readonly<Record<string, Field>>;
export type ShapeOf<F extends Fields> = { -readonly [N in keyof F]: F[N]['schema'] };
/** The plain TypeScript type of a record of fields. */
export type ValuesOf<F extends Fields> = z.output<z.ZodObject<ShapeOf<F>>>;

const field = <S extends z.ZodType>(schema: S, holds: ValueKind): Field<S, true> => ({
  schema,
  holds,
  pii: 'none',
  compared: true,
});
const silent = <S extends z.ZodType>(schema: S, holds: ValueKind, pii: Pii = 'none'): Field<S, false> => ({
  schema,
  holds,
  pii,
  compared: false,
});

export const optional = <S extends z.ZodType, C extends boolean>(one: Field<S, C>): Field<z.ZodOptional<S>, C> => ({
  ...one,
  schema: one.schema.optional(),
});
/** A list of such values. Commands give bounds, events have none: what is stored is not judged again. */
export const many = <S extends z.ZodType, C extends boolean>(
  one: Field<S, C>,
  { min = 0, max = Number.POSITIVE_INFINITY }: { min?: number; max?: number } = {},
): Field<z.ZodArray<S>, C> => ({ ...one, schema: listOf(one.schema, min, max) });

function listOf<S extends z.ZodType>(schema: S, min: number, max: number): z.ZodArray<S> {
  let list = z.array(schema);
  if (min > 0) list = list.min(min);
  if (Number.isFinite(max)) list = list.max(max);
  return list;
}

/** A field that conditions cannot compare here, although its kind of value usually can be. */
export const uncompared = <S extends z.ZodType>(one: Field<S>): Field<S, false> => ({ ...one, compared: false });
/** A field that conditions can compare here, although its kind of value usually cannot be. */
export const compared = <S extends z.ZodType>(one: Field<S>): Field<S, true> => ({ ...one, compared: true });
export const oneOf = <const V extends readonly [string, ...string[]]>(holds: ValueKind, values: V) =>
  field(z.enum(values), holds);

/** The kinds of fields over a schema of ids and one of times: commands are checked strictly, events are as they are. */
const kindsOver = <I extends z.ZodType<string>, N extends z.ZodType<number>>(id: I, time: N) => ({
  actor: field(id, 'actor'),
  role: field(id, 'role'),
  roleOrBody: field(id, 'role-or-body'),
  seat: silent(id, 'seat', 'pseudonym'),
  person: field(id, 'person'),
  place: field(id, 'place'),
  item: field(id, 'item'),
  part: field(id, 'part'),
  holding: silent(id, 'holding'),
  question: field(id, 'question'),
  service: field(id, 'service'),
  inject: field(id, 'inject'),
  decision: field(id, 'decision'),
  option: field(id, 'option'),
  operation: field(id, 'operation'),
  planSection: field(id, 'plan-section'),
  offence: field(id, 'offence'),
  indicator: field(id, 'indicator'),
  helper: field(id, 'helper'),
  signal: field(id, 'signal'),
  chart: field(id, 'chart'),
  stateOfChart: field(id, 'state-of-chart'),
  remedy: field(id, 'remedy'),
  measure: field(id, 'measure'),
  duty: field(id, 'duty'),
  engageStep: field(id, 'engage-step'),
  sopElement: field(id, 'sop-element'),
  requestKind: field(id, 'request-kind'),
  script: field(id, 'interview'),
  /** The id of something that came into being in play: a referral, an interview, a charge. */
  made: silent(id, 'made-in-play'),
  /** The made ids that conditions may carry as a companion, so that a check can say they cannot be known beforehand. */
  interview: field(id, 'made-in-play'),
  request: field(id, 'made-in-play'),
  word: field(id, 'any'),
  time: silent(time, 'time'),
  number: silent(z.number(), 'number'),
  /** Which answer of a question or a request for consent, counted from 0. */
  answer: field(z.number(), 'number'),
  yesNo: field(z.boolean(), 'yes-no'),
  element: silent(Element, 'any'),
  need: field(Need, 'need'),
  consentKind: field(ConsentKind, 'consent-kind'),
  interviewKind: field(InterviewKind, 'interview-kind'),
  questionType: field(QuestionType, 'question-type'),
  purpose: field(Purpose, 'purpose'),
  basis: field(Basis, 'basis'),
  channel: field(Channel, 'channel'),
  status: field(Status, 'status'),
  rank: field(Rank, 'rank'),
  referralState: field(ReferralState, 'referral-state'),
  nonPunishment: field(NonPunishment, 'non-punishment'),
  learned: field(Learned, 'learned'),
  handling: field(Handling, 'handling'),
  presence: field(Presence, 'presence'),
  transport: field(Transport, 'transport'),
  posture: silent(Posture, 'any'),
  botKind: field(BotKind, 'any'),
  manner: silent(Manner, 'any'),
});

/** Fields of events. `text` is a reference into the erasable table of free texts. */
export const e = {
  ...kindsOver(z.string(), z.number()),
  text: silent(z.string(), 'text', 'free-text'),
  /** Nothing but `true`, where it is there at all. */
  flag: silent(z.literal(true), 'yes-no'),
  machine: <T>() => silent(z.custom<T>(), 'machine'),
};

/** No id is the name of a built-in field (`constructor`): a lookup in a plain record would find that field. */
const Id = z
  .string()
  .min(1)
  .max(80)
  .refine((text) => !(text in Object.prototype), 'an id is not the name of a built-in field');
const CaseTime = z
  .int()
  .min(0)
  .max(100 * 86_400_000);
const Words = z.string().trim().min(1).max(4000).meta({ freeText: true });

/** Fields of commands. `text` is free text of a person; the door replaces it by a reference before the core sees it. */
export const c = {
  ...kindsOver(Id, CaseTime),
  text: silent(Words, 'text', 'free-text'),
  within: (min: number, max: number) => silent(z.number().min(min).max(max), 'number'),
};

/** A list of ids in a command. */
export const ids = <S extends z.ZodType, C extends boolean>(one: Field<S, C>, min = 0) => many(one, { min, max: 60 });
/** A list that a command may leave out; it is empty then. */
export const orEmpty = <S extends z.ZodType, C extends boolean>(
  list: Field<z.ZodArray<S>, C>,
): Field<z.ZodDefault<z.ZodArray<S>>, C> => ({ ...list, schema: list.schema.default([]) });
