/**
 * The world, folded from events. One shape and one fold for every viewer: the full log folds to the truth, the events
 * that a desk may know fold to its view. A field that a desk does not know is never set in its world.
 *
 * JSON-serialisable; no scenario text, only ids. Things with ids are in records, never in arrays.
 */
import type {
  Basis,
  Channel,
  ConsentKind,
  Element,
  Handling,
  InterviewKind,
  Learned,
  Need,
  NonPunishment,
  Posture,
  Presence,
  Purpose,
  QuestionType,
  Rank,
  ReferralState,
  Status,
} from '../vocabulary/enums.ts';
import type { CaseMs } from '../time.ts';
import type { TimerAction } from '../vocabulary/timer-action.ts';
import type { ItemId, KeptBy, PersonId, PlaceId, RoleId, SeatId, TextRef } from './ids.ts';
import type { Simulation } from './simulated.ts';

export type ExerciseStatus = 'lobby' | 'running' | 'paused' | 'ended';

export interface Seat {
  role: RoleId;
  at?: PlaceId | undefined;
  /** Set while travelling or searching. */
  busy?: { doing: 'travel' | 'search'; place: PlaceId; due: CaseMs } | undefined;
  /** Set while no person holds the seat (freed by the trainer). */
  freed?: boolean | undefined;
  /** A simulated desk. Every desk may know that. */
  simulated?: true | undefined;
}

export interface CustodyEntry {
  at: CaseMs;
  by: KeptBy;
  seat?: SeatId | undefined;
  what: 'taken' | Handling | 'handed-over' | 'analysis-started' | 'analysis-ended';
  basis?: Basis | undefined;
  to?: string | undefined;
  place?: PlaceId | undefined;
}

export interface ItemState {
  /** The parts that each role knows, and how it first learned them. A desk's world has only its own entry. */
  known: Record<RoleId, { parts: string[]; how: Learned; by: KeptBy; at: CaseMs }>;
  foundAt?: CaseMs | undefined;
  place?: PlaceId | undefined;
  /** The holder: a role, or a body that it was handed to. */
  heldBy?: string | undefined;
  custody: CustodyEntry[];
  analysis?: { by: KeptBy; due: CaseMs; done: boolean } | undefined;
  perished?: boolean | undefined;
  appeared?: boolean | undefined;
  /** What each desk believes it proves: role → person → elements. */
  assessed: Record<RoleId, Record<PersonId, Element[]>>;
  /** Position on each desk's board. */
  board: Record<RoleId, { x: number; y: number }>;
}

export interface Link {
  role: RoleId;
  item: ItemId;
  with: ItemId;
  label?: TextRef | undefined;
}

export interface Share {
  at: CaseMs;
  by: RoleId;
  seat?: SeatId | undefined;
  item: ItemId;
  parts: string[];
  left: string[];
  to: string;
  purpose: Purpose;
  basis: Basis;
  channel: Channel;
  consent?: string | undefined;
  text?: TextRef | undefined;
}

export interface Request {
  by: RoleId;
  seat?: SeatId | undefined;
  to: string;
  kind: string;
  basis: Basis;
  item?: ItemId | undefined;
  person?: PersonId | undefined;
  place?: PlaceId | undefined;
  due?: CaseMs | undefined;
  text?: TextRef | undefined;
  at: CaseMs;
  answers: {
    at: CaseMs;
    by: KeptBy;
    outcome: 'accepted' | 'refused' | 'answered' | 'nothing-held';
    parts: ItemId[];
    holding?: string | undefined;
    text?: TextRef | undefined;
  }[];
}

export interface Consent {
  person: PersonId;
  kind: ConsentKind;
  by: KeptBy;
  at: CaseMs;
  to: string[];
  until?: CaseMs | undefined;
  explained: boolean;
  state: 'asked' | 'given' | 'refused' | 'withdrawn' | 'ended';
  /** Index of the person's authored answer. */
  answer?: number | undefined;
}

export interface Referral {
  person: PersonId;
  by: RoleId;
  needs: Need[];
  state: ReferralState;
  consent?: string | undefined;
  service?: string | undefined;
  with?: string | undefined;
  due?: CaseMs | undefined;
  /** Index of the authored answer to the offer. */
  answer?: number | undefined;
  declined?: 'full' | 'profile' | 'hours' | undefined;
  /** Feedback of the service. */
  feedback?: TextRef | undefined;
  steps: { at: CaseMs; state: ReferralState; by: KeptBy }[];
}

export interface Screening {
  at: CaseMs;
  by: RoleId;
  seat?: SeatId | undefined;
  with: Presence;
  outcome: Status;
  child: boolean;
  interpreter?: string | undefined;
}

export interface PersonState {
  place?: PlaceId | undefined;
  /** The roles that know this person, by name or only by appearance. */
  known: Record<RoleId, { named: boolean; at: CaseMs }>;
  mood?: { trust: number; stress: number } | undefined;
  indicators: Record<string, { by: RoleId; item?: ItemId | undefined; at: CaseMs }>;
  screenings: Screening[];
  /** Latest classification, by screening or by decision, and the reason given with a decision. */
  status?: Status | undefined;
  statusReason?: TextRef | undefined;
  risk?: { level: Rank; family: boolean; at: CaseMs; by: KeptBy; text?: TextRef | undefined } | undefined;
  riskTriggered?: CaseMs | undefined;
  guardianNotified?: CaseMs | undefined;
  custody?: 'detained' | 'arrested' | undefined;
  referrals: string[];
  consents: string[];
}

export interface Turn {
  at: CaseMs;
  question: string;
  questionType: QuestionType;
  seat?: SeatId | undefined;
  answer?: number | undefined;
  posture?: Posture | undefined;
}

export interface Interview {
  /** The authored script, in older logs only: the desk knows it by the questions it is offered, the truth by `scriptOf`. */
  script?: string | undefined;
  person: PersonId;
  kind: InterviewKind;
  by: RoleId;
  place: PlaceId;
  interpreter?: string | undefined;
  vetting?: { due?: CaseMs | undefined; result?: 'clear' | 'conflict' | undefined } | undefined;
  briefed: boolean;
  support?: string | undefined;
  guardian?: string | undefined;
  recorded: boolean;
  lead: SeatId;
  state: 'planned' | 'engaged' | 'account' | 'break' | 'closed';
  engaged: string[];
  closed: string[];
  posture?: Posture | undefined;
  offered: string[];
  suggested: { question: string; seat: SeatId }[];
  shown: ItemId[];
  breaks: number;
  breakSince?: CaseMs | undefined;
  turns: Turn[];
  startedAt: CaseMs;
  text?: TextRef | undefined;
}

export interface Conference {
  by: RoleId;
  with: RoleId[];
  joined: RoleId[];
  agenda: TextRef[];
  statements: { at: CaseMs; by: RoleId; seat?: SeatId | undefined; text: TextRef }[];
  actions: string[];
  state: 'open' | 'closed';
  at: CaseMs;
}

export interface AgreedAction {
  conference: string;
  by: RoleId;
  text: TextRef;
  to: RoleId;
  due: CaseMs;
  agreed: RoleId[];
  dissent: { by: RoleId; text: TextRef }[];
  state: 'proposed' | 'decided' | 'done';
}

export interface DecisionState {
  openedAt: CaseMs;
  /** The desks that were told one by one; undefined where every desk was told at the opening. */
  told?: RoleId[] | undefined;
  proposal?: { by: RoleId; option: string; reason: TextRef; confidence: Rank; at: CaseMs } | undefined;
  agreed: RoleId[];
  dissent: { by: RoleId; text: TextRef; option: string }[];
  made?: { option: string; at: CaseMs } | undefined;
}

export interface LogEntry {
  at: CaseMs;
  by: RoleId;
  seat?: SeatId | undefined;
  text: TextRef;
  reason: TextRef;
  rejected?: TextRef | undefined;
  confidence: Rank;
  step?: string | undefined;
}

export interface OperationState {
  openedAt: CaseMs;
  /** The desks that were told one by one; undefined where every desk was told at the opening. */
  told?: RoleId[] | undefined;
  sections: Record<string, { text: TextRef; by: RoleId; at: CaseMs; service?: string | undefined }>;
  standby: Record<string, 'asked' | 'confirmed'>;
  approvedBy: RoleId[];
  state: 'drafting' | 'ready' | 'launched' | 'aborted' | 'ended';
  launchedAt?: CaseMs | undefined;
}

export interface Charge {
  by?: RoleId | undefined;
  person: PersonId;
  offence: string;
  act: ItemId[];
  means: ItemId[];
  purposeItems: ItemId[];
  child: boolean;
  nonPunishment: NonPunishment;
  remedies: string[];
  reason?: TextRef | undefined;
  state: 'draft' | 'filed' | 'dropped';
}

export interface Timer {
  due: CaseMs;
  action: TimerAction;
}

export interface World {
  status: ExerciseStatus;
  /** Case time of the last event folded. */
  now: CaseMs;
  pace?: number | undefined;
  /** What the trainer wants everyone to read during the present pause. */
  pauseReason?: TextRef | undefined;
  roles: RoleId[];
  seats: Record<SeatId, Seat>;
  /** Trainers only: the simulation of each simulated desk, by its seat. */
  simulated: Record<SeatId, Simulation>;
  places: Record<PlaceId, { shownTo: RoleId[] }>;
  items: Record<ItemId, ItemState>;
  links: Link[];
  shares: Share[];
  requests: Record<string, Request>;
  people: Record<PersonId, PersonState>;
  consents: Record<string, Consent>;
  referrals: Record<string, Referral>;
  /** Room in each service, if known. */
  room: Record<string, number>;
  duties: Record<
    string,
    { duty: string; person: PersonId; role: RoleId; due: CaseMs; state: 'open' | 'met' | 'missed' }
  >;
  interviews: Record<string, Interview>;
  conferences: Record<string, Conference>;
  actions: Record<string, AgreedAction>;
  decisions: Record<string, DecisionState>;
  decisionLog: Record<string, LogEntry>;
  operations: Record<string, OperationState>;
  charges: Record<string, Charge>;
  noCharge: Record<PersonId, { by: RoleId; nonPunishment: NonPunishment; reason: TextRef; at: CaseMs }>;
  measures: { person: PersonId; kind: string; by: RoleId; at: CaseMs }[];
  injects: Record<
    string,
    {
      firedAt?: CaseMs | undefined;
      to: RoleId[];
      held?: boolean | undefined;
      skipped?: boolean | undefined;
      due?: CaseMs | undefined;
      met?: boolean | undefined;
      missed?: boolean | undefined;
    }
  >;
  /** `person`: the person of the case who says it, through a trainer or a role-player. */
  messages: Record<
    string,
    { at: CaseMs; by: KeptBy; seat?: SeatId | undefined; person?: PersonId; to: string[]; text: TextRef }
  >;
  notes: { at: CaseMs; text: TextRef; about?: RoleId | undefined }[];
  hands: Record<SeatId, CaseMs>;
  /** Truth only: active states, first entries, pending timers, random state, id counters. */
  charts: Record<string, unknown>;
  entered: Record<string, CaseMs>;
  timers: Record<string, Timer>;
  rng: number;
  counters: Record<string, number>;
}

/** The world before the first event. */
export const emptyWorld = (): World => ({
  status: 'lobby',
  now: 0,
  roles: [],
  seats: {},
  simulated: {},
  places: {},
  items: {},
  links: [],
  shares: [],
  requests: {},
  people: {},
  consents: {},
  referrals: {},
  room: {},
  duties: {},
  interviews: {},
  conferences: {},
  actions: {},
  decisions: {},
  decisionLog: {},
  operations: {},
  charges: {},
  noCharge: {},
  measures: [],
  injects: {},
  messages: {},
  notes: [],
  hands: {},
  charts: {},
  entered: {},
  timers: {},
  rng: 0,
  counters: {},
});

/** A shallow copy. Written out field by field, because it runs often and all worlds should have one hidden class. */
export function copyOf(world: World): World {
  const copy: World = {
    status: world.status,
    now: world.now,
    roles: world.roles,
    seats: world.seats,
    simulated: world.simulated,
    places: world.places,
    items: world.items,
    links: world.links,
    shares: world.shares,
    requests: world.requests,
    people: world.people,
    consents: world.consents,
    referrals: world.referrals,
    room: world.room,
    duties: world.duties,
    interviews: world.interviews,
    conferences: world.conferences,
    actions: world.actions,
    decisions: world.decisions,
    decisionLog: world.decisionLog,
    operations: world.operations,
    charges: world.charges,
    noCharge: world.noCharge,
    measures: world.measures,
    injects: world.injects,
    messages: world.messages,
    notes: world.notes,
    hands: world.hands,
    charts: world.charts,
    entered: world.entered,
    timers: world.timers,
    rng: world.rng,
    counters: world.counters,
  };
  if (world.pace !== undefined) copy.pace = world.pace;
  if (world.pauseReason !== undefined) copy.pauseReason = world.pauseReason;
  return copy;
}
