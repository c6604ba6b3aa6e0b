/** What desks do together: conferences, decisions, the decision log, operations. */
import { event } from '../declare.ts';
import { e, many, optional } from '../fields.ts';
import { acted } from './acted.ts';

// biome-ignore format: one event per line reads best
export const togetherEvents = {
  'conference-called': event({ ...acted, conference: e.made, with: many(e.role), agenda: many(e.text) }, { readable: true, creates: 'conference' }),
  'conference-joined': event({ ...acted, conference: e.made }, { readable: true }),
  'statement-made': event({ ...acted, conference: e.made, text: e.text }, { readable: true }),
  'action-proposed': event({ ...acted, conference: e.made, action: e.made, text: e.text, to: e.role, due: e.time }, { readable: true, creates: 'action' }),
  'action-agreed': event({ ...acted, conference: e.made, action: e.made }, { readable: true }),
  'action-dissented': event({ ...acted, conference: e.made, action: e.made, text: e.text }, { readable: true }),
  'action-decided': event({ by: e.actor, conference: e.made, action: e.made, to: e.role, due: e.time }, { readable: true }),
  'action-done': event({ ...acted, action: e.made }, { readable: true }),
  'conference-closed': event({ ...acted, conference: e.made }, { readable: true }),
  'decision-opened': event({ decision: e.decision }),
  'decision-proposed': event({ ...acted, decision: e.decision, option: e.option, reason: e.text, confidence: e.rank }, { readable: true }),
  'decision-agreed': event({ ...acted, decision: e.decision, option: e.option }, { readable: true }),
  'decision-dissented': event({ ...acted, decision: e.decision, option: e.option, text: e.text }, { readable: true }),
  'decision-made': event({ ...acted, decision: e.decision, option: e.option }, { readable: true }),
  'decision-logged': event({ ...acted, entry: e.made, text: e.text, reason: e.text, rejected: optional(e.text), confidence: e.rank, step: optional(e.sopElement) }, { readable: true, creates: 'entry' }),
  'operation-opened': event({ operation: e.operation }),
  'plan-section-set': event({ ...acted, operation: e.operation, section: e.planSection, text: e.text, service: optional(e.service) }, { readable: true }),
  'standby-asked': event({ ...acted, operation: e.operation, service: e.service }, { readable: true }),
  'standby-confirmed': event({ ...acted, operation: e.operation, service: e.service }, { readable: true }),
  'plan-approved': event({ ...acted, operation: e.operation }, { readable: true }),
  'operation-launched': event({ ...acted, operation: e.operation, place: e.place }, { readable: true }),
  'operation-aborted': event({ ...acted, operation: e.operation }, { readable: true }),
  'operation-ended': event({ ...acted, operation: e.operation }),
};
