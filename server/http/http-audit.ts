/** Audits requests of trainers and refused requests. Runs before every route. */
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { actorFor } from './rights.ts';
import { may } from '../../shared/access/capabilities.ts';
import type { Callers } from '../access/callers.ts';
import { auditName, type AuditTrail, sessionName } from '../audit/audit-trail.ts';
import { actOf, type FoundAct } from './http-acts.ts';

const REFUSED: ReadonlySet<number> = new Set([401, 403, 429]);

export function auditRequests(audit: AuditTrail, callers: Callers): RequestHandler {
  return async (request: Request, response: Response, next: NextFunction) => {
    const found = actOf(request.method, `${request.baseUrl}${request.path}`.replace(/(.)\/$/, '$1'));
    if (!found) return next();
    const caller = await callers.of(request);
    const actor = await actorFor(callers, caller, found);
    const who = actor ? auditName(actor, caller.name) : caller.name;
    const { when, needs } = found.act;
    const isRecorded = when === 'before' && actor !== undefined && (needs === undefined || may(actor, needs));
    if (isRecorded) await audit.record(who, noteOf(found));
    const createdId = watchCreatedId(response);
    response.once('finish', () => noteOutcome(audit, { found, isRecorded, who, response, created: createdId() }));
    next();
  };
}

interface Outcome {
  found: FoundAct;
  /** True if the audit already has the line. */
  isRecorded: boolean;
  who: string;
  response: Response;
  /** The id of the class that the request created. */
  created: string | undefined;
}

function noteOutcome(audit: AuditTrail, { found, isRecorded, who, response, created }: Outcome): void {
  const { statusCode: status } = response;
  const subject: unknown = response.locals['made'];
  const note = {
    ...noteOf(found),
    ...(created !== undefined && { exercise: created }),
    ...(typeof subject === 'string' && { subject }),
  };
  if (REFUSED.has(status)) return audit.refused(who, { ...note, detail: `${status}` });
  if (status >= 400)
    return isRecorded ? audit.note(who, { ...note, act: `failed ${note.act}`, detail: `${status}` }) : undefined;
  if (found.act.when === 'view') audit.viewed(who, note);
  // After a sign-in the session is only in the response.
  if (found.act.when === 'done') audit.note(newSession(response) ?? who, note);
}

const noteOf = ({ act: { act }, exercise, subject }: FoundAct) => ({ act, exercise, subject });

/** Passes the id of what a request created to the audit, if neither the URL nor a class names it. */
export function nameMade(response: Response, id: string): void {
  response.locals['made'] = id;
}

function newSession(response: Response): string | undefined {
  const token = /baraza_session=([^;\s]+)/.exec(String(response.getHeader('set-cookie') ?? ''))?.[1];
  return token === undefined ? undefined : sessionName(token);
}

/** Returns a function that yields the id of the class that the response says was created. */
function watchCreatedId(response: Response): () => string | undefined {
  const json = response.json.bind(response);
  let created: string | undefined;
  response.json = (body: unknown) => {
    if (response.statusCode === 201) created = (body as { exercise?: string } | undefined)?.exercise;
    return json(body);
  };
  return () => created;
}
