/** What desks do together: conferences, decisions, the decision log, operations. */
import { command } from '../declare.ts';
import { c, ids, many, optional } from '../fields.ts';

// biome-ignore format: one command per line reads best
export const conferenceCommands = {
  'call-conference': command({ with: ids(c.role, 1), agenda: many(c.text, { min: 1, max: 8 }) }, { powers: ['call-conference'], makes: 'conference-called' }),
  'join-conference': command({ conference: c.made }),
  'make-statement': command({ conference: c.made, text: c.text }),
  'propose-action': command({ conference: c.made, text: c.text, to: c.role, due: c.time }, { makes: 'action-proposed' }),
  'agree-action': command({ conference: c.made, action: c.made }),
  'dissent-action': command({ conference: c.made, action: c.made, text: c.text }),
  'finish-action': command({ action: c.made }),
  'close-conference': command({ conference: c.made }),
};

// biome-ignore format: one command per line reads best
export const decisionCommands = {
  'propose-decision': command({ decision: c.decision, option: c.option, reason: c.text, confidence: c.rank }),
  'agree-decision': command({ decision: c.decision }),
  'dissent-decision': command({ decision: c.decision, text: c.text }),
  'log-decision': command({ text: c.text, reason: c.text, rejected: optional(c.text), confidence: c.rank, step: optional(c.sopElement) }, { makes: 'decision-logged' }),
};

// biome-ignore format: one command per line reads best
export const operationCommands = {
  'set-plan-section': command({ operation: c.operation, section: c.planSection, text: c.text, service: optional(c.service) }),
  'ask-standby': command({ operation: c.operation, service: c.service }),
  'confirm-standby': command({ operation: c.operation, service: c.service }),
  'approve-plan': command({ operation: c.operation }),
  'launch-operation': command({ operation: c.operation }, { powers: ['launch-operation'] }),
  'abort-operation': command({ operation: c.operation }),
};
