/** Selects the room commands that are audited: all of a trainer, and refused trainer commands of a seat. */
import { type Actor, seatOfActor } from '../../shared/access/actor.ts';
import { type AnyCommand, isControlCommand } from '../../shared/vocabulary/commands.ts';
import type { CommandAnswer } from '../../shared/protocol/messages.ts';
import { auditName, type AuditTrail } from './audit-trail.ts';

/** The subject of a command is the first of these fields that it has; they hold ids. */
const SUBJECTS = ['seat', 'inject', 'role', 'about', 'person'] as const;

interface Asked {
  exercise: string;
  actor: Actor;
  /** The session behind the actor; undefined for a seat. */
  session?: string | undefined;
  body: AnyCommand;
}

export function auditCommand(
  audit: Pick<AuditTrail, 'note' | 'refused'>,
  { exercise, actor, session, body }: Asked,
  answer: CommandAnswer,
): void {
  const seat = seatOfActor(actor);
  if (seat !== undefined && (answer.ok || !isControlCommand(body.type))) return;
  const who = seat === undefined ? auditName(actor, session) : `seat ${seat}`;
  const fields: Readonly<Record<string, unknown>> = body;
  const subject = SUBJECTS.map((field) => fields[field]).find((value) => typeof value === 'string');
  const note = { act: body.type, exercise, ...(typeof subject === 'string' && { subject: subject.slice(0, 80) }) };
  if (answer.ok) audit.note(who, note);
  else audit.refused(who, { ...note, detail: answer.rejection.code });
}
