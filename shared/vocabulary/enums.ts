/**
 * The closed lists that events, commands and scenarios share. Every list is named in capitals, its zod schema and its type
 * in one word each. Stored values: never rename one, add new ones at the end.
 */
import { z } from 'zod';

/** Elements of an offence: what was done, how it was made possible, what for. */
export const ELEMENTS = [
  'act.recruit',
  'act.transport',
  'act.transfer',
  'act.harbour',
  'act.receive',
  'means.force',
  'means.deception',
  'means.abduction',
  'means.abuse-of-power',
  'means.vulnerability',
  'means.payment',
  'purpose.sexual-exploitation',
  'purpose.forced-labour',
  'purpose.begging',
  'purpose.servitude',
  'purpose.other',
] as const;
export const Element = z.enum(ELEMENTS).meta({ description: 'An element of the offence: act.*, means.* or purpose.*' });
export type Element = z.infer<typeof Element>;

/** How a person stands in the case. `presumed-victim` never needs the person's cooperation. */
export const STATUSES = [
  'presumed-victim',
  'witness',
  'suspect',
  'victim-and-suspect',
  'not-a-victim',
  'unclear',
] as const;
export const Status = z.enum(STATUSES);
export type Status = z.infer<typeof Status>;

/** What a person can be asked to agree to. Each is asked for by itself, never bundled. */
export const CONSENTS = ['service', 'interview', 'data', 'media'] as const;
export const ConsentKind = z.enum(CONSENTS);
export type ConsentKind = z.infer<typeof ConsentKind>;

export const QUESTION_TYPES = ['open', 'probing', 'closed', 'leading', 'blaming', 'promise', 'rights', 'care'] as const;
export const QuestionType = z.enum(QUESTION_TYPES);
export type QuestionType = z.infer<typeof QuestionType>;

export const INTERVIEW_KINDS = ['first-questions', 'account', 'witness', 'suspect'] as const;
export const InterviewKind = z.enum(INTERVIEW_KINDS);
export type InterviewKind = z.infer<typeof InterviewKind>;

/** What people need; services meet needs. */
export const NEEDS = [
  'safe-accommodation',
  'medical',
  'psychosocial',
  'child-officer',
  'family-tracing',
  'legal-aid',
  'interpreter',
  'food-and-clothing',
  'asylum-procedure',
  'safe-return',
  'schooling',
  'livelihood',
] as const;
export const Need = z.enum(NEEDS);
export type Need = z.infer<typeof Need>;

export const CHANNELS = ['case-file', 'secure-message', 'phone', 'in-person', 'group-chat'] as const;
export const Channel = z.enum(CHANNELS);
export type Channel = z.infer<typeof Channel>;

export const PURPOSES = [
  'protection',
  'investigation',
  'prosecution',
  'inspection',
  'border',
  'referral',
  'coordination',
] as const;
export const Purpose = z.enum(PURPOSES);
export type Purpose = z.infer<typeof Purpose>;

/** What makes a share of personal data rightful. `none` may be chosen; it is then judged. */
export const BASES = ['consent', 'danger-to-life', 'duty-by-law', 'court-order', 'agreed-protocol', 'none'] as const;
export const Basis = z.enum(BASES);
export type Basis = z.infer<typeof Basis>;

/**
 * How a simulated desk treats the others, on the trainer's dial: `helpful` answers at once and shares what is lawful,
 * `rule-bound` asks for a legal basis and answers in its time, `overloaded` answers late and does only what must be.
 */
export const MANNERS = ['helpful', 'rule-bound', 'overloaded'] as const;
export const Manner = z.enum(MANNERS).meta({ description: 'How a simulated desk treats the others.' });
export type Manner = z.infer<typeof Manner>;

export const RANKS = ['low', 'medium', 'high'] as const;
export const Rank = z.enum(RANKS);
export type Rank = z.infer<typeof Rank>;

/** How far a referral has come, in order. */
export const REFERRAL_STATES = [
  'needs-assessed',
  'consented',
  'offered',
  'accepted',
  'refused',
  'transported',
  'received',
  'feedback',
  'closed',
] as const;
export const ReferralState = z.enum(REFERRAL_STATES);
export type ReferralState = z.infer<typeof ReferralState>;

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

/** The power that an interview of each kind needs. */
export const POWER_OF_INTERVIEW: Readonly<Record<InterviewKind, Power>> = {
  'first-questions': 'interview-victim',
  account: 'interview-victim',
  witness: 'interview-witness',
  suspect: 'interview-suspect',
};
/** A desk with one of these plans interviews of some kind. */
export const INTERVIEW_POWERS: readonly Power[] = [...new Set(Object.values(POWER_OF_INTERVIEW))];

/**
 * How a simulated desk works.
 * - `by-the-book`: follows the SOP, the law pack's duties and what its desk is expected to do.
 * - `careless`: does the work, but skips what takes care: alone with the escort, no consent, everything to every desk.
 * - `random`: acts by chance on what its desk is offered, good or bad.
 * - `slow`: by the book, but late: lets deadlines pass.
 */
export const BOT_KINDS = ['by-the-book', 'careless', 'random', 'slow'] as const;
export const BotKind = z.enum(BOT_KINDS);
export type BotKind = z.infer<typeof BotKind>;

/** Who is near the person during a screening. */
export const PRESENCE = ['alone', 'with-escort', 'in-group'] as const;
export const Presence = z.enum(PRESENCE);
export type Presence = z.infer<typeof Presence>;

/** What a desk does with an item in its custody. */
export const HANDLINGS = ['seal', 'photograph', 'isolate', 'browse', 'copy', 'store', 'return'] as const;
export const Handling = z.enum(HANDLINGS);
export type Handling = z.infer<typeof Handling>;

/** How a desk came to know an item. */
export const WAYS_TO_LEARN = [
  'start',
  'found',
  'interview',
  'screening',
  'share',
  'request',
  'inject',
  'analysis',
  'story',
] as const;
export const Learned = z.enum(WAYS_TO_LEARN);
export type Learned = z.infer<typeof Learned>;

/** How the person in an interview sits. */
export const POSTURES = ['calm', 'guarded', 'tired', 'distressed', 'relieved'] as const;
export const Posture = z.enum(POSTURES);
export type Posture = z.infer<typeof Posture>;

/** What a prosecutor decided about the non-punishment principle. */
export const NON_PUNISHMENT = ['not-checked', 'checked-applies', 'checked-does-not-apply'] as const;
export const NonPunishment = z.enum(NON_PUNISHMENT);
export type NonPunishment = z.infer<typeof NonPunishment>;

/** How a person of the case travels to a service. */
export const TRANSPORTS = ['service', 'social-worker', 'police-car', 'family'] as const;
export const Transport = z.enum(TRANSPORTS);
export type Transport = z.infer<typeof Transport>;
