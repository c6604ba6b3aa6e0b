/** The debrief as a desk gets it: the team's results, and of the log only the lines of its own. Names of other people's slips stay out. */
import type { RoleId } from '../exercise/ids.ts';
import type { Debrief, TimelineEntry } from './debrief.ts';

/** Team results whole; timeline, ledger, coach and evidence narrowed to what this desk did or was sent. */
export function debriefForDesk(debrief: Debrief, role: RoleId): Debrief {
  const timeline = debrief.timeline.filter((entry) => isOwn(entry, role)).map((entry) => asTold(entry, role));
  const seqs = new Set(timeline.map(({ seq }) => seq));
  const narrowed = <T extends { evidence: number[] }>(mark: T): T => ({
    ...mark,
    evidence: mark.evidence.filter((seq) => seqs.has(seq)),
  });
  return {
    ...debrief,
    competencies: debrief.competencies.map((mark) => ({
      ...mark,
      tasks: mark.tasks.map(narrowed),
      measures: mark.measures.map(narrowed),
    })),
    redLines: debrief.redLines.map(narrowed),
    ledger: debrief.ledger.filter(({ by, to }) => by === role || to === role),
    underShared: debrief.underShared.filter(({ role: needs, heldBy }) => needs === role || heldBy.includes(role)),
    timeline,
    coach: debrief.coach.filter((coach) => coach.role === role),
    ...(debrief.nonPunishment && { nonPunishment: debrief.nonPunishment.filter(({ by }) => by === role) }),
  };
}

/** Done by this desk, sent to it, or told to everybody. */
function isOwn({ by, params, type }: TimelineEntry, role: RoleId): boolean {
  // To be named in a question is not to be told of it: that follows only where the answer is yes.
  if (type === 'consent-asked') return by === role;
  const named = [params['to'], params['role'], params['with']].flatMap((list) => list?.split(', ') ?? []);
  return by === role || named.includes(role) || type.startsWith('exercise-') || type === 'clock-skipped';
}

/** Of an inject a desk is told what it was told in the exercise: that it came, not to whom else. */
const asTold = (entry: TimelineEntry, role: RoleId): TimelineEntry =>
  entry.type === 'inject-fired' ? { ...entry, params: { ...entry.params, to: role } } : entry;
