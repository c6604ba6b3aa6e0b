/** Sums over plays. Every number is a sum or a minimum, so the order of the workers does not matter. */
import type { CaseMs } from '../time.ts';
import type { Contribution } from './contribution.ts';
import { STRETCH_MS } from './work.ts';

export interface DeskTotals {
  minutes: number;
  least: number;
  most: number;
  commands: number;
  /** By stretch: number of plays in which the desk was idle. */
  idle: number[];
}

export interface LineUpTotals {
  plays: number;
  /** Competency → rating → number of plays. */
  ratings: Record<string, Record<string, number>>;
  desks: Record<string, DeskTotals>;
  /** By stretch: number of plays still running, and the state of the case. */
  alive: number[];
  phases: Record<string, number>[];
  /** By stretch: class milliseconds that all plays spent in it; integers, so that their order does not matter. */
  classMs: number[];
}

const noLineUp = (): LineUpTotals => ({ plays: 0, ratings: {}, desks: {}, alive: [], phases: [], classMs: [] });

export interface Totals {
  plays: number;
  /** Aborted plays: they count nowhere else. */
  broken: number;
  events: number;
  commands: number;
  refused: number;
  endSuggested: number;
  /** By number of the fact: how many plays reached it, and the first one. */
  reached: number[];
  first: number[];
  lineUps: Record<string, LineUpTotals>;
  /** Chart → state → number of plays that ended there. */
  endStates: Record<string, Record<string, number>>;
  /** `command code` → count, and the first play. */
  refusals: Record<string, { times: number; first: number }>;
  latestEnd: CaseMs;
}

export const noTotals = (facts: number): Totals => ({
  plays: 0,
  broken: 0,
  events: 0,
  commands: 0,
  refused: 0,
  endSuggested: 0,
  reached: Array.from({ length: facts }, () => 0),
  first: Array.from({ length: facts }, () => 0),
  lineUps: {},
  endStates: {},
  refusals: {},
  latestEnd: 0,
});

const count = (record: Record<string, number>, key: string, by = 1): void => {
  record[key] = (record[key] ?? 0) + by;
};
const earlier = (one: number, other: number): number => (one === 0 ? other : other === 0 ? one : Math.min(one, other));

/** Adds one play to `totals`, in place. */
export function addPlay(totals: Totals, play: Contribution): void {
  totals.plays += 1;
  totals.events += play.events;
  totals.commands += play.commands;
  if (play.endSuggested) totals.endSuggested += 1;
  totals.latestEnd = Math.max(totals.latestEnd, play.endedAt);
  for (const fact of play.reached) {
    totals.reached[fact] = (totals.reached[fact] ?? 0) + 1;
    totals.first[fact] = earlier(totals.first[fact] ?? 0, play.play);
  }
  const lineUp = (totals.lineUps[play.lineUp] ??= noLineUp());
  lineUp.plays += 1;
  for (const [competency, rating] of Object.entries(play.ratings)) count((lineUp.ratings[competency] ??= {}), rating);
  for (const [chart, state] of Object.entries(play.endStates)) count((totals.endStates[chart] ??= {}), state);
  for (const [key, times] of Object.entries(play.refusals)) {
    const known = (totals.refusals[key] ??= { times: 0, first: 0 });
    known.times += times;
    known.first = earlier(known.first, play.play);
    totals.refused += times;
  }
  addWork(lineUp, play);
}

function addWork(totals: LineUpTotals, play: Contribution): void {
  for (const { role, minutes, commands, idle } of play.work) {
    const desk = (totals.desks[role] ??= { minutes: 0, least: minutes, most: minutes, commands: 0, idle: [] });
    desk.minutes += minutes;
    desk.least = Math.min(desk.least, minutes);
    desk.most = Math.max(desk.most, minutes);
    desk.commands += commands;
    for (const [stretch, isIdle] of idle.entries()) desk.idle[stretch] = (desk.idle[stretch] ?? 0) + (isIdle ? 1 : 0);
  }
  const length = Math.max(0, ...play.work.map(({ idle }) => idle.length));
  for (let stretch = 0; stretch < length; stretch += 1) {
    totals.alive[stretch] = (totals.alive[stretch] ?? 0) + 1;
    count((totals.phases[stretch] ??= {}), play.phases[stretch] ?? '');
    const passed = Math.round(STRETCH_MS / (play.paces[stretch] ?? Number.POSITIVE_INFINITY));
    totals.classMs[stretch] = (totals.classMs[stretch] ?? 0) + passed;
  }
}

/** Adds the totals of another worker, in place. */
export function addTotals(totals: Totals, more: Totals): void {
  for (const key of ['plays', 'broken', 'events', 'commands', 'refused', 'endSuggested'] as const)
    totals[key] += more[key];
  totals.latestEnd = Math.max(totals.latestEnd, more.latestEnd);
  addLists(totals.reached, more.reached);
  for (const [fact, play] of more.first.entries()) totals.first[fact] = earlier(totals.first[fact] ?? 0, play);
  for (const [name, lineUp] of Object.entries(more.lineUps)) addLineUp((totals.lineUps[name] ??= noLineUp()), lineUp);
  addTables(totals.endStates, more.endStates);
  for (const [key, { times, first }] of Object.entries(more.refusals)) {
    const known = (totals.refusals[key] ??= { times: 0, first: 0 });
    known.times += times;
    known.first = earlier(known.first, first);
  }
}

function addLineUp(totals: LineUpTotals, more: LineUpTotals): void {
  totals.plays += more.plays;
  addTables(totals.ratings, more.ratings);
  for (const [role, desk] of Object.entries(more.desks)) {
    const own = (totals.desks[role] ??= { ...desk, minutes: 0, commands: 0, idle: [] });
    own.minutes += desk.minutes;
    own.commands += desk.commands;
    own.least = Math.min(own.least, desk.least);
    own.most = Math.max(own.most, desk.most);
    addLists(own.idle, desk.idle);
  }
  addLists(totals.alive, more.alive);
  addLists(totals.classMs, more.classMs);
  for (const [stretch, phases] of more.phases.entries())
    for (const [phase, plays] of Object.entries(phases)) count((totals.phases[stretch] ??= {}), phase, plays);
}

function addLists(list: number[], more: readonly number[]): void {
  for (const [index, value] of more.entries()) list[index] = (list[index] ?? 0) + value;
}

function addTables(table: Record<string, Record<string, number>>, more: Record<string, Record<string, number>>): void {
  for (const [row, cells] of Object.entries(more))
    for (const [column, value] of Object.entries(cells)) count((table[row] ??= {}), column, value);
}
