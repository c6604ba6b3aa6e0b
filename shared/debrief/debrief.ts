/** What the debrief consists of. Computed by `debrief(compiled, events)`; everything carries the events that gave it. */
import type { Competency, Status } from '../scenario/schema/basics.ts';
import type { CaseMs } from '../time.ts';
import type { PersonId, RoleId } from '../exercise/ids.ts';
import type { Wait } from '../exercise/missing.ts';
import type { HeldPart } from './reasons.ts';

/** P performed, S performed with some challenges, M with major challenges, U unable. `none`: not exercised. */
export type Rating = 'P' | 'S' | 'M' | 'U' | 'none';

export type TaskResult = 'done' | 'late' | 'repaired' | 'missed' | 'no-chance';

/**
 * One step to a mark. Of a task: its `chance` came, its window `opened`, it was done wrong (`undone`), it was `done`; `spoiled`
 * is what must not have happened. Of a red line: it was `crossed`, it was `repaired`.
 */
export interface Reason {
  part: 'chance' | 'opened' | 'undone' | 'done' | 'spoiled' | 'crossed' | 'repaired';
  at: CaseMs;
  /** Numbers of the events that are the reason. */
  evidence: number[];
  /** What held at that moment and is no event: states, times, what had not happened. */
  held?: HeldPart[];
}

/** What a mark rests on, in the order in which it happened. */
export interface Explained {
  because: Reason[];
  /** What a missed task, or the repair of a red line, still lacked at the end. Alternatives share a `choice`. */
  lacked?: Wait[];
  /** True where lines or conditions are left out because this desk does not know of them. */
  withheld?: true;
}

/** One critical task. `evidence`: numbers (`seq`) of the events that gave the mark. */
export interface TaskMark extends Explained {
  task: string;
  competency: Competency;
  weight: 'must' | 'should';
  result: TaskResult;
  doneAt?: CaseMs;
  dueAt?: CaseMs;
  /** Set where the window is to open with something that did not happen by the end. */
  notOpened?: Wait[];
  desks: RoleId[];
  evidence: number[];
  /** Settled by simulated desks: shown, and rates nobody. */
  simulated?: true;
}

export interface RedLineMark extends Explained {
  redLine: string;
  at: CaseMs;
  repairedAt?: CaseMs;
  caps: Competency[];
  desks: RoleId[];
  evidence: number[];
  /** Crossed by a simulated desk: shown, and caps nobody. */
  simulated?: true;
}

/** An automatic measure of `domain.md` 3.5. `value` of `of` where it is a share; minutes where `unit` says so. */
export interface Measure {
  id: string;
  competency: Competency;
  value: number;
  of?: number;
  unit: 'share' | 'minutes' | 'count';
  /** Which way is better; `neither` for counter-metrics that only start a conversation. */
  better: 'more' | 'less' | 'neither';
  evidence: number[];
}

export interface CompetencyMark {
  competency: Competency;
  rating: Rating;
  tasks: TaskMark[];
  redLines: string[];
  measures: Measure[];
}

/** Where each presumed victim stood at the end; the second headline. */
export interface PersonPath {
  person: PersonId;
  presumedVictim: boolean;
  identifiedAt?: CaseMs;
  offeredAt?: CaseMs;
  acceptedAt?: CaseMs;
  refusedAt?: CaseMs;
  receivedAt?: CaseMs;
  interviews: number;
  askedTheSame: number;
}

/** One line of the ledger: who came to know what, when, how, and what to think of it. */
export interface LedgerLine {
  at: CaseMs;
  seq: number;
  item: string;
  parts: string[];
  by: string;
  to: string;
  basis: string;
  purpose: string;
  channel: string;
  verdict: 'right' | 'over-shared' | 'no-basis' | 'wrong-channel';
  /** Tags or parts that were not needed. */
  why: string[];
}

export interface UnderShare {
  item: string;
  role: RoleId;
  heldBy: RoleId[];
  since: CaseMs;
}

export interface TimelineEntry {
  at: CaseMs;
  seq: number;
  type: string;
  by: string;
  /** Ids for the sentence `timeline.<type>`, resolved to texts by cards. */
  params: Record<string, string>;
  pin?: string;
  /** A simulated desk did this. */
  simulated?: true;
}

export interface VictimEyeLine {
  at: CaseMs;
  person: PersonId;
  /** An authored line (`victim-eye` id) or a counted one (`asked-again`, `waited`, `waited-in-vain`, `moved`). */
  line: string;
  params: Record<string, string | number>;
  /** Numbers of the events that the line comes from. */
  evidence: number[];
}

export interface QuestionCoach {
  interview: string;
  /** Its authored script: question cards are `question:<script>.<question>`. */
  script?: string;
  person: PersonId;
  role: RoleId;
  counts: Record<string, number>;
  /** Questions for which the author gives a better wording. */
  better: string[];
  turningPoints: { question: string; seq: number; way: 'opened' | 'closed' }[];
}

export interface Headline {
  /** Quality of the investigation: elements backed by at least two independent sources, of those the case can prove. */
  investigation: {
    rating: Rating;
    proved: { person: PersonId; element: string; sources: number }[];
    provable: number;
    backed: number;
    victimOnly: number;
  };
  /** Presumed victims: identified → offered → accepted (refused freely) → received. */
  referral: {
    present: number;
    identified: number;
    offered: number;
    accepted: number;
    refused: number;
    received: number;
  };
}

/** N6: somebody was charged or held although the desk knew of grounds for protection. A point to talk about, never a mark. */
export interface NonPunishmentPoint {
  at: CaseMs;
  seq: number;
  person: PersonId;
  by: string;
  what: 'charge-filed' | 'arrested' | 'detained';
  /** What the desk held at that moment. */
  indicators: string[];
  items: string[];
  status?: Status;
  evidence: number[];
}

export interface Debrief {
  scenario: string;
  endedAt: CaseMs;
  headline: Headline;
  competencies: CompetencyMark[];
  redLines: RedLineMark[];
  paths: PersonPath[];
  ledger: LedgerLine[];
  underShared: UnderShare[];
  timeline: TimelineEntry[];
  /** Lines of the events that something above rests on and that the timeline leaves out. Read both with `linesOf`. */
  evidence: TimelineEntry[];
  victimEye: VictimEyeLine[];
  coach: QuestionCoach[];
  /** Strengths first: tasks done in time with weight `must`. */
  strengths: string[];
  nonPunishment?: NonPunishmentPoint[];
  /** Desks that were simulated at some time. */
  simulated?: RoleId[];
}
