/**
 * Everything that can happen. Events are the only truth: live play, recovery, views, replay and debrief are folds of them.
 *
 * - The `type` is the verb authors write after `happened:`; its fields are what conditions compare. Keep names stable.
 * - Events are small facts with ids, never copies of scenario text; free text stands behind a `TextRef`.
 * - `by` is the desk that acted (or `trainer`, `story`), `seat` the person at it.
 * - Where two audiences may know different fields of one happening, it is two events.
 */
import type { StoredTrainer } from '../access/stored-names.ts';
import type {
  Basis,
  Channel,
  ConsentKind,
  Element,
  InterviewKind,
  Need,
  Purpose,
  QuestionType,
  Rank,
  Status,
} from '../scenario/schema/basics.ts';
import type { ReferralState } from '../scenario/schema/conditions.ts';
import type { CaseMs } from '../time.ts';
import type { Audience } from '../access/audience.ts';
import type { Actor, ItemId, PersonId, PlaceId, RoleId, SeatId, TextRef } from './ids.ts';
import type { Simulation } from './simulated.ts';

export type Posture = 'calm' | 'guarded' | 'tired' | 'distressed' | 'relieved';
export type Learned =
  | 'start'
  | 'found'
  | 'interview'
  | 'screening'
  | 'share'
  | 'request'
  | 'inject'
  | 'analysis'
  | 'story';
export type Handling = 'seal' | 'photograph' | 'isolate' | 'browse' | 'copy' | 'store' | 'return';
export type Presence = 'alone' | 'with-escort' | 'in-group';
export type NonPunishment = 'not-checked' | 'checked-applies' | 'checked-does-not-apply';

interface Acted {
  by: Actor;
  seat?: SeatId | undefined;
}

/** What a timer does when it falls due. Timers are kept in the world, in case time. */
export type TimerAction =
  | { do: 'chart'; chart: string; event: string }
  | { do: 'arrive'; seat: SeatId }
  | { do: 'search-end'; seat: SeatId }
  | { do: 'analysis-end'; item: ItemId }
  | { do: 'perish'; item: ItemId }
  | { do: 'inject'; inject: string }
  | { do: 'answer'; request: string }
  | { do: 'vetted'; interview: string; helper: string; by: RoleId }
  | { do: 'receive'; referral: string }
  | { do: 'person-arrives'; person: PersonId; place: PlaceId; by: RoleId }
  | { do: 'effect'; effect: unknown; cause: string }
  | { do: 'expectation'; inject: string }
  | { do: 'duty'; duty: string; person: PersonId }
  | { do: 'consent-end'; consent: string }
  | { do: 'check' };

/** Fields of every event by its type. */
export interface EventFields {
  // --- the exercise itself
  'exercise-opened': { scenario: string; seed: number; roles: RoleId[] };
  'exercise-started': Acted;
  'exercise-paused': Acted & { reason?: TextRef | undefined };
  'exercise-resumed': Acted;
  'pace-changed': Acted & { pace: number };
  'clock-skipped': Acted & { to: CaseMs };
  'exercise-ended': Acted;
  'end-suggested': { by: 'story' };
  'seat-taken': { seat: SeatId; role: RoleId; simulated?: true | undefined };
  'seat-moved': { seat: SeatId; role: RoleId; from: RoleId };
  'seat-freed': { seat: SeatId; role: RoleId };
  /** How a desk is simulated from here on, for trainers; beside the `seat-taken` that everybody sees. */
  'desk-simulated': { by: StoredTrainer; seat: SeatId } & Simulation;
  'timer-set': { timer: string; due: CaseMs; action: TimerAction };
  'timer-cleared': { timer: string };
  'chance-drawn': { rng: number };
  // --- statecharts and signals
  'state-entered': { chart: string; state: string; leaves: string[] };
  'chart-moved': { chart: string; value: unknown };
  'signal-sent': { by: Actor; signal: string };
  // --- places
  'place-shown': { place: PlaceId; role: RoleId };
  'travel-started': Acted & { seat: SeatId; from: PlaceId; place: PlaceId; due: CaseMs };
  'travel-ended': Acted & { seat: SeatId; place: PlaceId };
  'search-started': Acted & { seat: SeatId; place: PlaceId; due: CaseMs };
  'search-ended': Acted & { seat: SeatId; place: PlaceId; parts: ItemId[] };
  // --- items
  'item-found': Acted & { item: ItemId; place: PlaceId };
  'item-learned': { role: RoleId; item: ItemId; parts: string[]; how: Learned; by: Actor };
  'item-taken': Acted & { item: ItemId; place: PlaceId; basis: Basis };
  'item-handled': Acted & { item: ItemId; how: Handling; with?: string | undefined };
  'item-handed-over': Acted & { item: ItemId; to: string };
  'analysis-started': Acted & { item: ItemId; due: CaseMs };
  'analysis-ended': { by: Actor; item: ItemId };
  'item-perished': { item: ItemId };
  'item-appeared': { item: ItemId };
  'item-assessed': Acted & { item: ItemId; person: PersonId; elements: Element[] };
  'items-linked': Acted & { item: ItemId; with: ItemId; label?: TextRef | undefined };
  'items-unlinked': Acted & { item: ItemId; with: ItemId };
  'item-placed': Acted & { item: ItemId; x: number; y: number };
  'item-shared': Acted & {
    item: ItemId;
    parts: string[];
    left: string[];
    to: RoleId;
    purpose: Purpose;
    basis: Basis;
    channel: Channel;
    consent?: string | undefined;
    text?: TextRef | undefined;
  };
  /** The receiver's side of a share: it does not say that parts were left out, nor under which consent. */
  'share-received': Acted & {
    item: ItemId;
    parts: string[];
    to: RoleId;
    purpose: Purpose;
    basis: Basis;
    channel: Channel;
    text?: TextRef | undefined;
  };
  // --- requests
  'request-made': Acted & {
    request: string;
    kind: string;
    to: string;
    basis: Basis;
    item?: ItemId | undefined;
    person?: PersonId | undefined;
    place?: PlaceId | undefined;
    due?: CaseMs | undefined;
    text?: TextRef | undefined;
  };
  'request-answered': {
    by: Actor;
    seat?: SeatId | undefined;
    request: string;
    kind: string;
    to: RoleId;
    outcome: 'accepted' | 'refused' | 'answered' | 'nothing-held';
    parts: ItemId[];
    holding?: string | undefined;
    text?: TextRef | undefined;
  };
  // --- people
  'person-placed': { person: PersonId; place: PlaceId };
  'person-known': { role: RoleId; person: PersonId; named: boolean };
  'person-met': { role: RoleId; person: PersonId; place: PlaceId };
  'person-moved': Acted & { person: PersonId; place: PlaceId };
  'person-left': { role: RoleId; person: PersonId };
  'mood-changed': { person: PersonId; trust: number; stress: number };
  'indicator-tagged': Acted & { person: PersonId; indicator: string; item?: ItemId | undefined };
  'indicator-untagged': Acted & { person: PersonId; indicator: string };
  screened: Acted & {
    person: PersonId;
    place: PlaceId;
    alone: boolean;
    with: Presence;
    outcome: Status;
    child: boolean;
    interpreter?: string | undefined;
  };
  'status-set': Acted & { person: PersonId; status: Status; text?: TextRef | undefined };
  'risk-assessed': Acted & { person: PersonId; level: Rank; family: boolean; text?: TextRef | undefined };
  'risk-triggered': { person: PersonId; signal: string };
  'guardian-notified': Acted & { person: PersonId };
  'family-contacted': Acted & { person: PersonId };
  detained: Acted & { person: PersonId; place: PlaceId; basis: Basis };
  released: Acted & { person: PersonId };
  arrested: Acted & { person: PersonId; place: PlaceId; basis: Basis; safeguards: string[] };
  'consent-asked': Acted & {
    consent: string;
    person: PersonId;
    kind: ConsentKind;
    explained: boolean;
    to: string[];
    until?: CaseMs | undefined;
    interpreter?: string | undefined;
  };
  'consent-given': {
    by: Actor;
    consent: string;
    person: PersonId;
    kind: ConsentKind;
    to: string[];
    until?: CaseMs | undefined;
    answer: number;
  };
  'consent-refused': { by: Actor; consent: string; person: PersonId; kind: ConsentKind; answer: number };
  'consent-withdrawn': { by: Actor; consent: string; person: PersonId; kind: ConsentKind };
  'consent-ended': { by: Actor; consent: string; person: PersonId; kind: ConsentKind };
  'duty-started': { by: Actor; duty: string; person: PersonId; role: RoleId; due: CaseMs };
  'duty-met': { by: Actor; duty: string; person: PersonId; role: RoleId };
  'duty-missed': { duty: string; person: PersonId; role: RoleId };
  // --- referral: `state` is the state reached
  'needs-assessed': Acted & { referral: string; person: PersonId; needs: Need[]; state: ReferralState };
  'referral-consented': Acted & { referral: string; person: PersonId; consent: string; state: ReferralState };
  'service-offered': Acted & {
    referral: string;
    person: PersonId;
    service: string;
    conditional: boolean;
    state: ReferralState;
  };
  'offer-accepted': Acted & {
    referral: string;
    person: PersonId;
    service: string;
    answer: number;
    state: ReferralState;
  };
  'offer-refused': Acted & {
    referral: string;
    person: PersonId;
    service: string;
    answer: number;
    state: ReferralState;
  };
  'place-declined': {
    by: Actor;
    referral: string;
    person: PersonId;
    service: string;
    outcome: 'full' | 'profile' | 'hours';
  };
  'transport-started': Acted & {
    referral: string;
    person: PersonId;
    service: string;
    with: string;
    due: CaseMs;
    state: ReferralState;
  };
  received: Acted & { referral: string; person: PersonId; service: string; state: ReferralState };
  'feedback-given': Acted & {
    referral: string;
    person: PersonId;
    service: string;
    text?: TextRef | undefined;
    state: ReferralState;
  };
  'referral-closed': Acted & { referral: string; person: PersonId; state: ReferralState };
  'room-changed': { service: string; room: number };
  // --- interviews
  'interview-planned': Acted & {
    interview: string;
    script: string;
    person: PersonId;
    kind: InterviewKind;
    place: PlaceId;
    interpreter?: string | undefined;
    support?: string | undefined;
    guardian?: string | undefined;
    recorded: boolean;
    lead: SeatId;
  };
  'interpreter-vetting': Acted & { interview: string; interpreter: string; due: CaseMs };
  'interpreter-vetted': { by: Actor; interview: string; interpreter: string; result: 'clear' | 'conflict' };
  'interpreter-briefed': Acted & { interview: string; interpreter: string };
  'interpreter-changed': Acted & { interview: string; interpreter?: string | undefined };
  'interview-engaged': Acted & { interview: string; person: PersonId; kind: InterviewKind; step: string[] };
  'account-begun': Acted & {
    interview: string;
    person: PersonId;
    kind: InterviewKind;
    place: PlaceId;
    interpreter?: string | undefined;
    support?: string | undefined;
    recorded: boolean;
    posture: Posture;
  };
  /** Beside `account-begun`, for conditions and the trainer: is the person truly a child, which rules of the script are kept or not. */
  'account-judged': Acted & {
    interview: string;
    person: PersonId;
    kind: InterviewKind;
    place: PlaceId;
    interpreter?: string | undefined;
    support?: string | undefined;
    recorded: boolean;
    posture: Posture;
    child: boolean;
    safeguards: string[];
    missing: string[];
  };
  'questions-offered': { interview: string; questions: string[] };
  'question-asked': Acted & {
    interview: string;
    person: PersonId;
    kind: InterviewKind;
    question: string;
    questionType: QuestionType;
  };
  /** `answer` counts the answers of the question, from 0. */
  'answer-given': { interview: string; person: PersonId; question: string; answer: number; posture: Posture };
  'question-suggested': Acted & { interview: string; question: string };
  'item-shown': Acted & { interview: string; person: PersonId; item: ItemId };
  'break-taken': Acted & { interview: string; person: PersonId };
  'break-ended': Acted & { interview: string; person: PersonId; posture: Posture };
  'lead-passed': Acted & { interview: string; to: SeatId };
  'interview-closed': Acted & {
    interview: string;
    person: PersonId;
    kind: InterviewKind;
    step: string[];
    text?: TextRef | undefined;
  };
  // --- case conference
  'conference-called': Acted & { conference: string; with: RoleId[]; agenda: TextRef[] };
  'conference-joined': Acted & { conference: string };
  'statement-made': Acted & { conference: string; text: TextRef };
  'action-proposed': Acted & { conference: string; action: string; text: TextRef; to: RoleId; due: CaseMs };
  'action-agreed': Acted & { conference: string; action: string };
  'action-dissented': Acted & { conference: string; action: string; text: TextRef };
  'action-decided': { by: Actor; conference: string; action: string; to: RoleId; due: CaseMs };
  'action-done': Acted & { action: string };
  'conference-closed': Acted & { conference: string };
  // --- decisions, log, operations
  'decision-opened': { decision: string };
  'decision-proposed': Acted & { decision: string; option: string; reason: TextRef; confidence: Rank };
  'decision-agreed': Acted & { decision: string; option: string };
  'decision-dissented': Acted & { decision: string; option: string; text: TextRef };
  'decision-made': Acted & { decision: string; option: string };
  'decision-logged': Acted & {
    entry: string;
    text: TextRef;
    reason: TextRef;
    rejected?: TextRef | undefined;
    confidence: Rank;
    step?: string | undefined;
  };
  'operation-opened': { operation: string };
  'plan-section-set': Acted & { operation: string; section: string; text: TextRef; service?: string | undefined };
  'standby-asked': Acted & { operation: string; service: string };
  'standby-confirmed': Acted & { operation: string; service: string };
  'plan-approved': Acted & { operation: string };
  'operation-launched': Acted & { operation: string; place: PlaceId };
  'operation-aborted': Acted & { operation: string };
  'operation-ended': Acted & { operation: string };
  // --- charging table
  'charge-set': Acted & {
    charge: string;
    person: PersonId;
    offence: string;
    act: ItemId[];
    means: ItemId[];
    purposeItems: ItemId[];
    child: boolean;
    nonPunishment: NonPunishment;
    remedies: string[];
    reason?: TextRef | undefined;
  };
  'charge-dropped': Acted & { charge: string; person: PersonId; offence: string };
  'charge-filed': Acted & {
    charge: string;
    person: PersonId;
    offence: string;
    nonPunishment: NonPunishment;
    remedies: string[];
    child: boolean;
  };
  'no-charge-decided': Acted & { person: PersonId; nonPunishment: NonPunishment; reason: TextRef };
  'protective-measure-asked': Acted & { person: PersonId; kind: string };
  // --- injects, messages, notes
  'inject-held': Acted & { inject: string };
  'inject-released': Acted & { inject: string };
  'inject-skipped': Acted & { inject: string };
  'inject-fired': { by: Actor; inject: string; to: RoleId[] };
  /** The receiver's side of it: each desk is told of itself alone, unless the news is for everyone. */
  'inject-received': { inject: string; to: RoleId[] };
  'expectation-set': { inject: string; due: CaseMs };
  'expectation-met': { inject: string };
  'expectation-missed': { inject: string };
  'message-sent': Acted & { message: string; to: string[]; text: TextRef };
  'hand-raised': Acted & { seat: SeatId; text?: TextRef | undefined };
  'note-taken': Acted & { text: TextRef; about?: RoleId | undefined };
}

export type EventType = keyof EventFields;

/** What `decide` answers before the event has its place in the log. */
export type EventDraft = { [T in EventType]: { type: T; audience: Audience } & EventFields[T] }[EventType];

/** An event in its place: `seq` counts from 1 without gaps in the whole log, `at` is case time. */
export type Event<T extends EventType = EventType> = {
  [K in T]: { seq: number; at: CaseMs; type: K; audience: Audience } & EventFields[K];
}[T];

/** What a viewer gets: no audience (it would tell who else knows) and no whole-log number (gaps would tell that something happened). */
export type KnownEvent<T extends EventType = EventType> = {
  [K in T]: { at: CaseMs; type: K } & EventFields[K];
}[T];
