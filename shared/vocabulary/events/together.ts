/** What desks do together: conferences, decisions, the decision log, operations. */
import { event } from '../declare.ts';
import { e, many, optional, uncompared } from '../fields.ts';
import { acted } from './acted.ts';

// biome-ignore format: one event per line reads best
export const togetherEvents = {
  'conference-called': event({ ...acted, conference: e.made, with: many(e.role), agenda: many(e.text) }, { reading: 'timeline', creates: 'conference' }),
  'conference-joined': event({ ...acted, conference: e.made }, { reading: 'timeline' }),
  'statement-made': event({ ...acted, conference: e.made, text: e.text }, { reading: 'timeline' }),
  'action-proposed': event({ ...acted, conference: e.made, action: e.made, text: e.text, to: e.role, due: e.time }, { reading: 'timeline', creates: 'action' }),
  'action-agreed': event({ ...acted, conference: e.made, action: e.made }, { reading: 'timeline' }),
  'action-dissented': event({ ...acted, conference: e.made, action: e.made, text: e.text }, { reading: 'timeline' }),
  'action-decided': event({ by: e.actor, conference: e.made, action: e.made, to: e.role, due: e.time }, { reading: 'timeline' }),
  'action-done': event({ ...acted, action: e.made }, { reading: 'timeline' }),
  'conference-closed': event({ ...acted, conference: e.made }, { reading: 'timeline' }),
  /** `apart`: each desk is told by itself, by `decision-known`. */
  'decision-opened': event({ decision: e.decision, apart: optional(e.flag) }, { reading: 'hidden-from-desks' }),
  'decision-known': event({ role: e.role, decision: e.decision, by: e.actor }),
  'decision-proposed': event({ ...acted, decision: e.decision, option: e.option, reason: e.text, confidence: e.rank }, { reading: 'timeline' }),
  'decision-agreed': event({ ...acted, decision: e.decision, option: e.option }, { reading: 'timeline' }),
  'decision-dissented': event({ ...acted, decision: e.decision, option: e.option, text: e.text }, { reading: 'timeline' }),
  'decision-made': event({ ...acted, decision: e.decision, option: e.option }, { reading: 'timeline' }),
  'decision-logged': event({ ...acted, entry: e.made, text: e.text, reason: e.text, rejected: optional(e.text), confidence: e.rank, step: optional(e.sopElement) }, { reading: 'timeline', creates: 'entry' }),
  /** `apart`: each desk is told by itself, by `operation-known`. */
  'operation-opened': event({ operation: e.operation, apart: optional(e.flag) }, { reading: 'hidden-from-desks' }),
  /** A desk is told of a plan as it is written by then: one entry per section, and one per service, in the same order. */
  'operation-known': event({ role: e.role, operation: e.operation, by: e.actor, sections: many(uncompared(e.planSection)), texts: many(e.text), writers: many(uncompared(e.role)), times: many(e.time), services: many(uncompared(e.word)), standby: many(uncompared(e.service)), confirmed: many(uncompared(e.service)), approved: many(uncompared(e.role)), state: uncompared(e.word), launched: optional(e.time) }),
  'plan-section-set': event({ ...acted, operation: e.operation, section: e.planSection, text: e.text, service: optional(e.service) }, { reading: 'timeline' }),
  'standby-asked': event({ ...acted, operation: e.operation, service: e.service }, { reading: 'timeline' }),
  'standby-confirmed': event({ ...acted, operation: e.operation, service: e.service }, { reading: 'timeline' }),
  'plan-approved': event({ ...acted, operation: e.operation }, { reading: 'timeline' }),
  'operation-launched': event({ ...acted, operation: e.operation, place: e.place }, { reading: 'timeline' }),
  'operation-aborted': event({ ...acted, operation: e.operation }, { reading: 'timeline' }),
  'operation-ended': event({ ...acted, operation: e.operation }, { reading: 'hidden-from-desks' }),
};
