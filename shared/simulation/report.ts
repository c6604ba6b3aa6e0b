/** The report of a simulation: plain data, identical for the same case, seed and number of plays. */
import type { RoleId } from '../exercise/ids.ts';
import type { CompiledScenario } from '../scenario/compiled.ts';
import type { Path } from '../scenario/source-map.ts';
import { type CaseMs, formatCaseTime, MINUTE } from '../time.ts';
import type { FailingPath } from './failing-path.ts';
import { type Coverage, coverageOf, type Unreached, neverReached } from './never.ts';
import type { LineUp } from './plan.ts';
import type { LineUpTotals, Totals } from './totals.ts';
import type { Violation } from './violation.ts';
import { STRETCH_MS } from './work.ts';

/** A violation with the first play that had it. */
export interface FoundViolation extends Violation {
  play: number;
  playSeed: number;
  /** Number of plays that had it. */
  plays: number;
  path?: FailingPath | undefined;
}

export interface SimulationFacts {
  seed: number;
  lineUps: readonly LineUp[];
  totals: Totals;
  violations: readonly FoundViolation[];
  /** Number of plays whose cards were checked too. */
  cardPlays: number;
}

export interface Place {
  file: string;
  line: number;
}

export interface Idle {
  from: string;
  to: string;
  /** Length in class minutes, at the pace of the plays. */
  classMinutes: number;
  /** Share of plays in which the desk was idle. */
  share: number;
  /** The most frequent state of the case. */
  phase: string;
}

export interface DeskReport {
  role: RoleId;
  /** Case minutes of work per play. */
  minutes: { mean: number; least: number; most: number };
  /** Share of the case time of a play. */
  busy: number;
  commands: number;
  idle: Idle[];
}

export interface Report {
  case: { id: string; title: string; hash: string };
  seed: number;
  /** Number of complete plays; `broken` counts aborted ones. */
  plays: number;
  broken: number;
  lineUps: { lineUp: string; plays: number; ratings: Record<string, Record<string, number>> }[];
  commands: number;
  refused: number;
  events: number;
  endings: {
    final: { state: string; plays: number }[];
    suggested: number;
    charts: Record<string, Record<string, number>>;
  };
  violations: (FoundViolation & { says: string })[];
  proof: { plays: number; cardPlays: number; leaks: number };
  coverage: Coverage[];
  never: (Unreached & Place)[];
  /** Work and idle time of each desk, for the most diligent line-up that was simulated. */
  work: { lineUp: string; desks: DeskReport[] };
  refusals: { command: string; code: string; times: number; firstPlay: number }[];
}

/** A desk counts as idle if at least this share of plays agrees, for at least this many class minutes. */
const MIN_SHARE_OF_PLAYS = 0.8;
const MIN_IDLE_MINUTES = 5;

export function reportOf(compiled: CompiledScenario, found: SimulationFacts, placeOf: (path: Path) => Place): Report {
  const { scenario, hash } = compiled;
  const { totals } = found;
  const best = found.lineUps.includes('by-the-book') ? 'by-the-book' : (found.lineUps[0] ?? 'mixed');
  return {
    case: { id: scenario.id, title: scenario.title, hash },
    seed: found.seed,
    plays: totals.plays,
    broken: totals.broken,
    lineUps: found.lineUps.map((lineUp) => ({
      lineUp,
      plays: totals.lineUps[lineUp]?.plays ?? 0,
      ratings: sortedTable(totals.lineUps[lineUp]?.ratings ?? {}),
    })),
    commands: totals.commands,
    refused: totals.refused,
    events: totals.events,
    endings: endingsOf(compiled, totals),
    violations: found.violations.map((violation) => ({ ...violation, says: violationText(violation) })),
    proof: {
      plays: totals.plays,
      cardPlays: found.cardPlays,
      leaks: found.violations.filter(({ kind }) => kind === 'leak').length,
    },
    coverage: coverageOf(compiled, totals),
    never: neverReached(compiled, totals).map((never) => ({ ...never, ...placeOf(never.path) })),
    work: { lineUp: best, desks: desksOf(compiled, totals.lineUps[best]) },
    refusals: Object.entries(totals.refusals)
      .map(([key, { times, first }]) => {
        const [command = '', code = ''] = key.split(' ');
        return { command, code, times, firstPlay: first };
      })
      .toSorted((a, b) => b.times - a.times || (`${a.command} ${a.code}` < `${b.command} ${b.code}` ? -1 : 1)),
  };
}

const sorted = <T>(record: Record<string, T>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1)));
const sortedTable = (table: Record<string, Record<string, number>>) =>
  Object.fromEntries(Object.entries(sorted(table)).map(([row, cells]) => [row, sorted(cells)]));

function endingsOf({ scenario }: CompiledScenario, totals: Totals): Report['endings'] {
  const finals = Object.entries(scenario.statecharts).flatMap(([chart, { states = {} }]) =>
    Object.entries(states).flatMap(([state, { type }]) => (type === 'final' ? [{ chart, state }] : [])),
  );
  return {
    final: finals.map(({ chart, state }) => ({
      state: `${chart}.${state}`,
      plays: totals.endStates[chart]?.[state] ?? 0,
    })),
    suggested: totals.endSuggested,
    charts: sortedTable(totals.endStates),
  };
}

function desksOf(compiled: CompiledScenario, lineUp: LineUpTotals | undefined): DeskReport[] {
  if (!lineUp || lineUp.plays === 0) return [];
  const length = lineUp.alive.reduce((sum, plays) => sum + plays, 0) * (STRETCH_MS / MINUTE);
  return Object.keys(compiled.scenario.roles).flatMap((role): DeskReport[] => {
    const desk = lineUp.desks[role];
    if (!desk) return [];
    const { minutes, least, most, commands } = desk;
    return [
      {
        role,
        minutes: { mean: Math.round(minutes / lineUp.plays), least, most },
        busy: length === 0 ? 0 : Math.min(1, minutes / length),
        commands: Math.round(commands / lineUp.plays),
        idle: idleOf(compiled, desk.idle, lineUp),
      },
    ];
  });
}

/** The three longest stretches in which a desk is idle in most plays. */
function idleOf(
  { scenario }: CompiledScenario,
  idle: readonly number[],
  { alive, phases, plays, classMs }: LineUpTotals,
): Idle[] {
  const runs: Idle[] = [];
  let from: number | undefined;
  const shareAt = (stretch: number) => (idle[stretch] ?? 0) / (alive[stretch] || 1);
  // A stretch that few plays reached is not significant.
  const isIdle = (stretch: number) => (alive[stretch] ?? 0) * 2 >= plays && shareAt(stretch) >= MIN_SHARE_OF_PLAYS;
  for (let stretch = 0; stretch <= alive.length; stretch += 1) {
    if (stretch < alive.length && isIdle(stretch)) from ??= stretch;
    else if (from !== undefined) {
      const all = Array.from({ length: stretch - from }, (_, index) => (from ?? 0) + index);
      runs.push({
        from: timeOf(scenario.starts, from),
        to: timeOf(scenario.starts, stretch),
        classMinutes: tenths(all.reduce((sum, one) => sum + (classMs[one] ?? 0) / (alive[one] || 1), 0) / MINUTE),
        share: Math.round((all.reduce((sum, one) => sum + shareAt(one), 0) / all.length) * 100) / 100,
        phase: mostly(phases[from] ?? {}),
      });
      from = undefined;
    }
  }
  return runs
    .filter(({ classMinutes }) => classMinutes >= MIN_IDLE_MINUTES)
    .toSorted((a, b) => b.classMinutes - a.classMinutes)
    .slice(0, 3);
}

const tenths = (value: number): number => Math.round(value * 10) / 10;
const timeOf = (starts: CaseMs, stretch: number): string => formatCaseTime(starts + stretch * STRETCH_MS);
const mostly = (phases: Record<string, number>): string =>
  Object.entries(sorted(phases)).reduce((best, one) => (one[1] > best[1] ? one : best), ['', 0])[0];

/** A violation in one sentence. */
export function violationText({ kind, what, role, fact, type, card, at }: Violation): string {
  const when = at === undefined ? '' : ` (${formatCaseTime(at)})`;
  switch (kind) {
    case 'leak':
      return card === undefined
        ? `A leak: \`${role}\` received \`${fact}\` by the event \`${type}\`${when} without a right to it.`
        : `A leak: the card \`${card}\` gave \`${fact}\` to \`${role}\`${when} without a right to it.`;
    case 'fold':
      return 'The log of a play does not replay to the same exercise: it could not be restored after a restart.';
    case 'circle':
      return `The case loops and no time passes: ${what}.`;
    default:
      return `The play was aborted: ${what}.`;
  }
}
