/**
 * The debrief of a desk: the team's results, and only the log lines that the desk knows. Mistakes of other people stay
 * anonymous.
 */
import type { RoleId } from '../exercise/ids.ts';
import type { Debrief, Explained, Reason, TimelineEntry } from './debrief.ts';
import { isForDesks } from '../vocabulary/events.ts';

/** Returns the team's results whole; narrows timeline, ledger, coach and evidence to what this desk did or received. */
export function debriefForDesk(debrief: Debrief, role: RoleId): Debrief {
  const own = (lines: readonly TimelineEntry[]): TimelineEntry[] =>
    lines.filter((entry) => isOwn(entry, role)).map((entry) => narrowInject(entry, role));
  const timeline = own(debrief.timeline);
  const evidence = own(debrief.evidence.filter(({ type }) => isForDesks(type)));
  const seqs = new Set([...timeline, ...evidence].map(({ seq }) => seq));
  const narrowed = <T extends { evidence: number[] }>(mark: T): T => ({
    ...mark,
    evidence: mark.evidence.filter((seq) => seqs.has(seq)),
  });
  const reasonsFor = (mark: Explained): Explained => explainedToDesk(mark, narrowed);
  const { nonPunishment } = debrief;
  return {
    ...debrief,
    competencies: debrief.competencies.map((mark) => ({
      ...mark,
      tasks: mark.tasks.map(({ because, lacked, notOpened: _notOpened, ...task }) => ({
        ...narrowed(task),
        ...reasonsFor({ because, ...(lacked && { lacked }) }),
      })),
      measures: mark.measures.map(narrowed),
    })),
    redLines: debrief.redLines.map(({ because, lacked, ...line }) => ({
      ...narrowed(line),
      ...reasonsFor({ because, ...(lacked && { lacked }) }),
    })),
    ledger: debrief.ledger.filter(({ by, to }) => by === role || to === role),
    underShared: debrief.underShared.filter(({ role: needs, heldBy }) => needs === role || heldBy.includes(role)),
    timeline,
    evidence,
    victimEye: debrief.victimEye.map(narrowed),
    coach: debrief.coach.filter((coach) => coach.role === role),
    ...(nonPunishment && { nonPunishment: nonPunishment.filter(({ by }) => by === role) }),
  };
}

/**
 * The reasons of a mark without what this desk may not know: steps of other desks, and conditions, which name items,
 * people and desks that this desk may never have met.
 */
function explainedToDesk({ because, lacked }: Explained, narrowed: (reason: Reason) => Reason): Explained {
  const own = because
    .map(({ held: _held, ...reason }) => narrowed(reason))
    .filter(({ evidence }) => evidence.length > 0);
  const lines = (reasons: readonly Reason[]): number => reasons.flatMap(({ evidence }) => evidence).length;
  const isWhole =
    lacked === undefined && because.every(({ held }) => held === undefined) && lines(because) === lines(own);
  return { because: own, ...(!isWhole && { withheld: true }) };
}

/** True if this desk did it, received it, or everyone was told. */
function isOwn({ by, params, type }: TimelineEntry, role: RoleId): boolean {
  // Being named in a consent question is not being told: the desk is told only if the answer is yes.
  if (type === 'consent-asked') return by === role;
  const named = [params['to'], params['role'], params['with']].flatMap((list) => list?.split(', ') ?? []);
  return by === role || named.includes(role) || type.startsWith('exercise-') || type === 'clock-skipped';
}

/** Shows an inject as the desk saw it in the exercise: that it came, without its other receivers. */
const narrowInject = (entry: TimelineEntry, role: RoleId): TimelineEntry =>
  entry.type === 'inject-fired' ? { ...entry, params: { ...entry.params, to: role } } : entry;
