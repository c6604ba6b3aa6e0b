/** Writes down what trainers ask for by HTTP, and what is refused. Stands before every route. */
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
    const first = when === 'before' && actor !== undefined && (needs === undefined || may(actor, needs));
    if (first) await audit.record(who, noteOf(found));
    const made = keepMadeId(response);
    response.once('finish', () => afterwards(audit, { found, first, who, response, made: made() }));
    next();
  };
}

interface Done {
  found: FoundAct;
  /** True where it stands in the audit already. */
  first: boolean;
  who: string;
  response: Response;
  made: string | undefined;
}

function afterwards(audit: AuditTrail, { found, first, who, response, made }: Done): void {
  const { statusCode: status } = response;
  const subject: unknown = response.locals['made'];
  const note = {
    ...noteOf(found),
    ...(made !== undefined && { exercise: made }),
    ...(typeof subject === 'string' && { subject }),
  };
  if (REFUSED.has(status)) return audit.refused(who, { ...note, detail: `${status}` });
  if (status >= 400)
    return first ? audit.note(who, { ...note, act: `failed ${note.act}`, detail: `${status}` }) : undefined;
  if (found.act.when === 'view') audit.viewed(who, note);
  // Who signs in has the session only in the answer.
  if (found.act.when === 'done') audit.note(newSession(response) ?? who, note);
}

const noteOf = ({ act: { act }, exercise, subject }: FoundAct) => ({ act, exercise, subject });

/** Tells the audit the id of what a request made, where neither the address nor a class names it. */
export function nameMade(response: Response, id: string): void {
  response.locals['made'] = id;
}

function newSession(response: Response): string | undefined {
  const token = /baraza_session=([^;\s]+)/.exec(String(response.getHeader('set-cookie') ?? ''))?.[1];
  return token === undefined ? undefined : sessionName(token);
}

/** The id of a class that the answer is the first to name. */
function keepMadeId(response: Response): () => string | undefined {
  const json = response.json.bind(response);
  let made: string | undefined;
  response.json = (body: unknown) => {
    if (response.statusCode === 201) made = (body as { exercise?: string } | undefined)?.exercise;
    return json(body);
  };
  return () => made;
}
