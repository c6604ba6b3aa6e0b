/** The data of a debrief. `debrief(compiled, events)` computes it; every part names the events behind it. */
import type { Competency } from '../scenario/schema/basics.ts';
import type { Status } from '../vocabulary/enums.ts';
import type { CaseMs } from '../time.ts';
import type { PersonId, RoleId } from '../exercise/ids.ts';
import type { Wait } from '../exercise/missing.ts';
import type { HeldPart } from './reasons.ts';

/** P performed, S performed with some challenges, M with major challenges, U unable. `none`: not exercised. */
export type Rating = 'P' | 'S' | 'M' | 'U' | 'none';

export type TaskResult = 'done' | 'late' | 'repaired' | 'missed' | 'no-chance';

/**
 * One step to a mark. Of a task: its `chance` came, its window `opened`, it was done wrong (`undone`), it was `done`,
 * or a forbidden event `spoiled` it. Of a red line: it was `crossed`, it was `repaired`.
 */
export interface Reason {
  part: 'chance' | 'opened' | 'undone' | 'done' | 'spoiled' | 'crossed' | 'repaired';
  at: CaseMs;
  /** Numbers of the events behind this step. */
  evidence: number[];
  /** Parts that held at that moment without an event: states, times, and events that had not happened. */
  held?: HeldPart[];
}

/** The steps to a mark, in order. */
export interface Explained {
  because: Reason[];
  /** What a missed task, or the repair of a red line, still needed at the end. Alternatives share a `choice`. */
  lacked?: Wait[];
  /** True if lines or conditions are left out because this desk may not know them. */
  withheld?: true;
}

/** One critical task. `evidence`: numbers (`seq`) of the events behind the mark. */
export interface TaskMark extends Explained {
  task: string;
  competency: Competency;
  weight: 'must' | 'should';
  result: TaskResult;
  doneAt?: CaseMs;
  dueAt?: CaseMs;
  /** No one sat at any of its desks. */
  unstaffed?: true;
  /** Done wrong first, and no act repaired it. */
  unrepaired?: true;
  /** What the window still needed to open, if it had not opened by the end. */
  notOpened?: Wait[];
  desks: RoleId[];
  evidence: number[];
  /** Decided by simulated desks: shown, but not rated. */
  simulated?: true;
}

export interface RedLineMark extends Explained {
  redLine: string;
  at: CaseMs;
  repairedAt?: CaseMs;
  caps: Competency[];
  desks: RoleId[];
  evidence: number[];
  /** Crossed by a simulated desk: shown, but caps no rating. */
  simulated?: true;
}

/**
 * An automatic measure of `domain.md` 3.5. With unit `share`, `value` is a part of `of`; with unit `minutes` it is a
 * time.
 */
export interface Measure {
  id: string;
  competency: Competency;
  value: number;
  of?: number;
  unit: 'share' | 'minutes' | 'count';
  /** The direction that is better; `neither` for measures that only start a conversation. */
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

/** The path of one presumed victim up to the end; source of the second headline. */
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

/** `right`, or the gravest fault of a share. */
export type Verdict = 'right' | 'over-shared' | 'no-basis' | 'wrong-channel';

/** One line of the ledger: who learned what, when, by which channel, and its assessment. */
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
  verdict: Verdict;
  /** Further faults beside the verdict. */
  also?: Verdict[];
  /** Tags or parts that the receiver did not need. */
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
  /** Ids for the sentence `timeline.<type>`; cards resolve them to texts. */
  params: Record<string, string>;
  pin?: string;
  /** True if a simulated desk did this. */
  simulated?: true;
}

export interface VictimEyeLine {
  at: CaseMs;
  person: PersonId;
  /**
   * The id of an authored line (`victim-eye`) or of a computed one (`asked-again`, `waited`, `waited-in-vain`,
   * `moved`).
   */
  line: string;
  params: Record<string, string | number>;
  /** Numbers of the events behind the line. */
  evidence: number[];
}

export interface QuestionCoach {
  interview: string;
  /** Its authored script: question cards are `question:<script>.<question>`. */
  script?: string;
  person: PersonId;
  role: RoleId;
  counts: Record<string, number>;
  /** Questions for which the author wrote a better wording. */
  better: string[];
  turningPoints: { question: string; seq: number; way: 'opened' | 'closed' }[];
}

export interface Headline {
  /**
   * Quality of the investigation: provable elements that at least two independent sources support, out of all provable
   * elements.
   */
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

/**
 * N6: a desk charged or held a person although it knew of grounds for protection. A point for discussion, never a mark.
 */
export interface NonPunishmentPoint {
  at: CaseMs;
  seq: number;
  person: PersonId;
  by: string;
  what: 'charge-filed' | 'arrested' | 'detained';
  /** The indicators that the desk knew at that moment. */
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
  /** Lines of events that marks cite and that the timeline leaves out. Read both with `linesOf`. */
  evidence: TimelineEntry[];
  victimEye: VictimEyeLine[];
  coach: QuestionCoach[];
  /** Strengths first: tasks done in time with weight `must`. */
  strengths: string[];
  nonPunishment?: NonPunishmentPoint[];
  /** Desks that were simulated for some time. */
  simulated?: RoleId[];
}
